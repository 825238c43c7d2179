import { state } from '../state.js';
import { timeOf } from '../words/time.js';
import { Back } from './Back.js';
import { Content } from './Content.js';
import { Avatar } from './Avatar.js';

/** Messages between the business and single people. */
export const DirectMessages = {
	components: { Avatar, Back, Content },
	setup: () => ({ state, timeOf }),
	template: `
		<header class="head"><Back to="groups" /><Avatar id="direct" name="One to one" />
			<div class="head-words"><h2>One to one</h2><p class="faint">Messages outside groups</p></div></header>
		<div class="scroll" tabindex="0"><div class="lines" role="log" aria-label="Messages">
			<article v-for="{ partner, message } in state.directMessages" :key="message.id"
				:class="['message', { own: message.fromBusiness }]">
				<Avatar v-if="!message.fromBusiness" :id="message.from.id" :name="message.from.name" />
				<div class="bubble">
					<h3>{{ message.fromBusiness ? 'To +' + partner : message.from.name }}</h3>
					<Content :message="message" />
					<p v-if="message.invite" class="faint">Code {{ message.invite.inviteCode }}</p>
					<footer><time :datetime="message.time">{{ timeOf(message.time) }}</time></footer>
				</div>
			</article>
		</div></div>`,
};
