import { colorOf } from '../people.js';
import { state } from '../state.js';
import { summaryOf } from '../words/messages.js';
import { Icon } from './Icon.js';

/** The message that the next one replies to, or edits. */
export const ReplyBar = {
	components: { Icon },
	props: ['message', 'isEdit'],
	setup: () => ({ state, colorOf, summaryOf }),
	template: `
		<div class="reply-bar">
			<div :class="['quote', colorOf(message.from.id)]">
				<strong>{{ isEdit ? 'Edit message' : 'Reply to ' + message.from.name }}</strong>
				<span>{{ summaryOf(message) }}</span>
			</div>
			<button type="button" class="round" aria-label="Cancel" @click="state.about = {}"><Icon name="close" /></button>
		</div>`,
};
