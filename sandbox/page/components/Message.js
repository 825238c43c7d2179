import { computed } from 'vue';
import { reactionsTo } from '../chat.js';
import { colorOf } from '../people.js';
import { group, state } from '../state.js';
import { timeOf } from '../words/time.js';
import { Avatar } from './Avatar.js';
import { Content } from './Content.js';
import { Icon } from './Icon.js';
import { MessageActions } from './MessageActions.js';
import { Quote } from './Quote.js';
import { Reactions } from './Reactions.js';
import { Ticks } from './Ticks.js';

/** A bubble. `continues` says that the same person wrote right before. */
export const Message = {
	components: { Avatar, Content, Icon, MessageActions, Quote, Reactions, Ticks },
	props: ['message', 'continues'],
	setup(props) {
		const isOpen = computed(() => state.openMessageId === props.message.id);
		const isDeleted = computed(() => props.message.change === 'deleted');
		const reactions = computed(() => reactionsTo(group.value, props.message.id));
		const toggle = () => (state.openMessageId = isOpen.value ? '' : props.message.id);
		return { isOpen, isDeleted, reactions, toggle, colorOf, timeOf };
	},
	template: `
		<article :id="message.id" :class="['message', { own: message.fromBusiness, continues, open: isOpen }]">
			<Avatar v-if="!message.fromBusiness" :id="message.from.id" :name="message.from.name" />
			<div class="bubble">
				<h3 :class="[colorOf(message.from.id), { hidden: message.fromBusiness || continues }]">{{ message.from.name }}</h3>
				<button v-if="!isDeleted" type="button" class="more" aria-label="Actions" :aria-expanded="isOpen" @click="toggle">
					<Icon name="more" />
				</button>
				<Quote v-if="message.replyTo" :id="message.replyTo" />
				<Content :message="message" />
				<footer>
					<span v-if="message.change === 'edited'">Edited</span>
					<time :datetime="message.time">{{ timeOf(message.time) }}</time>
					<Ticks v-if="message.fromBusiness" :statuses="message.statuses" />
				</footer>
				<MessageActions v-if="isOpen" :message="message" />
			</div>
			<Reactions v-if="reactions.length > 0" :reactions="reactions" />
		</article>`,
};
