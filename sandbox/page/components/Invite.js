import { ref } from 'vue';
import { act, chooseGroup } from '../acting.js';
import { peopleNamed } from '../people.js';

/** A form for somebody who invites the business to a group of theirs. */
export const Invite = {
	setup() {
		const groupName = ref('');
		const inviter = ref('Ana');
		const isOpen = ref(false);

		async function invite() {
			const [{ id, name }] = peopleNamed([inviter.value]);
			const invited = await act('POST', '/invitations', {
				groupName: groupName.value,
				from: id,
				name,
			});
			if (!invited) return;
			groupName.value = '';
			isOpen.value = false;
			chooseGroup('direct');
		}

		return { groupName, inviter, isOpen, invite };
	},
	template: `
		<details class="card" :open="isOpen" @toggle="isOpen = $event.target.open">
			<summary>Invite the business</summary>
			<form @submit.prevent="invite">
				<p class="faint">Somebody invites the business. A workflow can join with the invitation.</p>
				<label>Name of the group <input v-model.trim="groupName" required /></label>
				<label>Invited by <input v-model.trim="inviter" required /></label>
				<button type="submit" class="main">Send invitation</button>
			</form>
		</details>`,
};
