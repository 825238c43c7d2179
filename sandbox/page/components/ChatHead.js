import { computed } from 'vue';
import { group, state } from '../state.js';
import { Avatar } from './Avatar.js';
import { Back } from './Back.js';

/** The name of the group and its members, and the way to more about it. */
export const ChatHead = {
	components: { Avatar, Back },
	setup() {
		const names = computed(() =>
			group.value.participants
				.map(({ name, isBusiness }) => (isBusiness ? 'You' : name))
				.join(', '),
		);
		const toggle = () => (state.part = state.part === 'info' ? 'chat' : 'info');
		return { state, group, names, toggle };
	},
	template: `
		<header class="head">
			<Back to="groups" />
			<Avatar :id="group.id" :name="group.subject" />
			<div class="head-words">
				<h2 :title="group.subject">{{ group.subject }}</h2>
				<p class="faint">{{ names }}</p>
			</div>
			<em v-if="group.suspended" class="tag bad">suspended</em>
			<button type="button" class="quiet" :aria-expanded="state.part === 'info'" @click="toggle">Group info</button>
		</header>`,
};
