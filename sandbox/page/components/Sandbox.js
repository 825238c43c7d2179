import { chooseProvider, group, provider, state } from '../state.js';
import { Chat } from './Chat.js';
import { DirectMessages } from './DirectMessages.js';
import { GroupList } from './GroupList.js';
import { Wire } from './Wire.js';

const parts = { groups: 'Groups', chat: 'Chat', wire: 'Network' };

/** The whole page: groups, the chat of one of them, and the traffic with n8n. */
export const Sandbox = {
	components: { Chat, DirectMessages, GroupList, Wire },
	setup: () => ({ state, provider, group, parts, chooseProvider }),
	template: `
		<header class="top">
			<h1>WhatsApp Groups <span>sandbox</span></h1>
			<fieldset class="choice">
				<legend class="hidden">Provider</legend>
				<label v-for="{ name, label } in state.providers" :key="name">
					<input type="radio" name="provider" :value="name" :checked="name === state.providerName"
						@change="chooseProvider(name)" />
					<span>{{ label }}</span>
				</label>
			</fieldset>
		</header>
		<p v-if="!state.isConnected" class="banner" role="alert">
			The sandbox doesn't respond. Is it still running? The page continues once it is back.
		</p>
		<p v-if="state.problem" class="banner" role="alert">
			{{ state.problem }}
			<button type="button" class="quiet" @click="state.problem = ''">Close</button>
		</p>
		<main v-if="provider" class="parts" :data-part="state.part">
			<nav class="part groups" aria-label="Groups"><GroupList /></nav>
			<section class="part chat" aria-label="Chat">
				<DirectMessages v-if="state.groupId === 'direct'" />
				<Chat v-else-if="group" :key="group.id" />
				<p v-else class="empty">
					{{ provider.label }} has no groups yet. Create one here, or with a workflow.
				</p>
			</section>
			<section class="part wire" aria-label="Network"><Wire /></section>
		</main>
		<nav class="tabs" aria-label="Part of the page">
			<button v-for="(label, name) in parts" :key="name" type="button"
				:aria-pressed="state.part === name" @click="state.part = name">{{ label }}</button>
		</nav>`,
};
