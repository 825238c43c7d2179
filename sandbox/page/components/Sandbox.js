import { onMounted, onUnmounted } from 'vue';
import { closeOne } from '../acting.js';
import { group, isLoading, provider, state } from '../state.js';
import { Banners } from './Banners.js';
import { Chat } from './Chat.js';
import { DirectMessages } from './DirectMessages.js';
import { GroupInfo } from './GroupInfo.js';
import { GroupList } from './GroupList.js';
import { TopBar } from './TopBar.js';
import { Wire } from './Wire.js';

/** The whole page: groups, the chat of one of them, and beside it the traffic with n8n or the group's info. */
export const Sandbox = {
	components: { Banners, Chat, DirectMessages, GroupInfo, GroupList, TopBar, Wire },
	setup() {
		const onKey = ({ key }) => key === 'Escape' && closeOne();
		onMounted(() => addEventListener('keydown', onKey));
		onUnmounted(() => removeEventListener('keydown', onKey));
		return { state, provider, group, isLoading };
	},
	template: `
		<TopBar />
		<Banners />
		<main v-if="provider && isLoading" class="parts"><p class="empty">Loading {{ provider.label }} …</p></main>
		<main v-else-if="provider" class="parts" :data-part="state.part">
			<nav class="part groups" aria-label="Groups"><GroupList /></nav>
			<section class="part chat" aria-label="Chat">
				<DirectMessages v-if="state.groupId === 'direct'" />
				<Chat v-else-if="group" :key="group.id" />
				<div v-else class="empty">
					<h2>{{ provider.label }} has no groups yet</h2>
					<p>Create one in the list of groups, or with a workflow.</p>
					<button type="button" class="main narrow-only" @click="state.part = 'groups'">Create a group</button>
				</div>
			</section>
			<section v-if="state.part === 'info' && group" class="part side info" aria-label="Group info"><GroupInfo /></section>
			<section v-else class="part side wire" aria-label="Network"><Wire /></section>
		</main>`,
};
