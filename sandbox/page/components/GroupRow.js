import { computed } from 'vue';
import { chooseGroup } from '../acting.js';
import { lastActivity } from '../chat.js';
import { hasNews } from '../seen.js';
import { shownId } from '../state.js';
import { previewOf } from '../words/messages.js';
import { timeOrDay } from '../words/time.js';
import { Avatar } from './Avatar.js';

/** A group in the list. Without one: the messages outside groups. */
export const GroupRow = {
	components: { Avatar },
	props: ['group'],
	setup(props) {
		const id = computed(() => props.group?.id ?? 'direct');
		const name = computed(() => props.group?.subject ?? 'One to one');
		const time = computed(() => (props.group ? timeOrDay(lastActivity(props.group)) : ''));
		const preview = computed(() => {
			if (!props.group) return 'Messages outside groups';
			const last = props.group.messages.at(-1);
			return last ? previewOf(last) : 'No messages yet';
		});
		const isNew = computed(() => props.group && hasNews(props.group));
		return { id, name, time, preview, isNew, shownId, chooseGroup };
	},
	template: `
		<button type="button" class="row" :aria-current="id === shownId" :title="name" @click="chooseGroup(id)">
			<Avatar :id="id" :name="name" />
			<span class="row-words">
				<span class="row-top"><strong>{{ name }}</strong><time>{{ time }}</time></span>
				<span class="preview">{{ preview }}</span>
			</span>
			<span v-if="isNew" class="news"><span class="hidden">New messages</span></span>
		</button>`,
};
