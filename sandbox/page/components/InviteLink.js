import { ref } from 'vue';
import { group } from '../state.js';

/** The link by which people join the group. */
export const InviteLink = {
	setup() {
		const isCopied = ref(false);
		async function copy() {
			await navigator.clipboard.writeText(group.value.inviteLink);
			isCopied.value = true;
		}
		return { group, isCopied, copy };
	},
	template: `
		<section class="card">
			<h3>Invite link</h3>
			<p class="line"><code>{{ group.inviteLink }}</code>
				<button type="button" class="quiet" @click="copy">{{ isCopied ? 'Copied' : 'Copy' }}</button></p>
		</section>`,
};
