import { computed } from 'vue';
import { jumpTo } from '../jumping.js';
import { colorOf } from '../people.js';
import { group } from '../state.js';
import { summaryOf } from '../words/messages.js';

/** The message that another one replies to. Leads to its place in the chat. */
export const Quote = {
	props: ['id'],
	setup(props) {
		const quoted = computed(() => group.value.messages.find(({ id }) => id === props.id));
		return { quoted, jumpTo, colorOf, summaryOf };
	},
	template: `
		<blockquote v-if="quoted" :class="['quote', colorOf(quoted.from.id)]">
			<button type="button" @click="jumpTo(id)">
				<strong>{{ quoted.from.name }}</strong>
				<span>{{ summaryOf(quoted) }}</span>
			</button>
		</blockquote>
		<p v-else class="faint">A reply to a message that isn't in this chat</p>`,
};
