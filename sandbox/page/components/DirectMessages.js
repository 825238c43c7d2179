import { colourOf } from '../people.js';
import { state } from '../state.js';
import { summaryOf, timeOf } from '../words.js';

/** Messages between the business and single people. */
export const DirectMessages = {
	setup: () => ({ state, colourOf, summaryOf, timeOf }),
	template: `
		<header class="chat-head"><h2>One to one</h2></header>
		<div class="scroll" tabindex="0"><div class="lines" role="log" aria-label="Messages">
			<article v-for="{ partner, message } in state.directMessages" :key="message.id"
				:class="['bubble', { own: message.fromBusiness }]">
				<h3 :class="colourOf(message.from)">
					{{ message.from.name }}<template v-if="message.fromBusiness"> to +{{ partner }}</template>
				</h3>
				<p class="text">{{ summaryOf(message) }}</p>
				<p v-if="message.invite" class="faint">Code {{ message.invite.inviteCode }}</p>
				<footer><time :datetime="message.time">{{ timeOf(message.time) }}</time></footer>
			</article>
		</div></div>`,
};
