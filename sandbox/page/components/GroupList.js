import { computed, ref } from 'vue';
import { personNamed } from '../people.js';
import { act, chooseGroup, group, provider, state } from '../state.js';
import { summaryOf } from '../words.js';

/** The groups of the chosen provider, and forms for new ones. */
export const GroupList = {
	setup() {
		const subject = ref('');
		const names = ref('Ana, Ben');
		const isApproved = ref(false);
		const inviter = ref('Ana');

		const isOfficial = computed(() => provider.value.groups === 'official');
		const lastOf = ({ messages }) => (messages.length > 0 ? summaryOf(messages.at(-1)) : '');

		async function create() {
			const people = [];
			for (const name of names.value.split(',').map((one) => one.trim())) {
				if (name) people.push(distinct(personNamed(name), people));
			}
			const joinApprovalMode = isApproved.value ? 'approval_required' : 'auto_approve';
			const created = await act('POST', '/groups', {
				subject: subject.value,
				participants: people,
				...(isOfficial.value && { joinApprovalMode }),
			});
			if (!created) return;
			subject.value = '';
			chooseGroup(created.id);
		}

		async function invite() {
			const { id, name } = personNamed(inviter.value);
			await act('POST', '/invitations', { groupName: subject.value, from: id, name });
		}

		const form = { subject, names, isApproved, inviter, create, invite };
		return { state, group, isOfficial, chooseGroup, lastOf, ...form };
	},
	template: `
		<h2 class="hidden">Groups</h2>
		<ul>
			<li v-for="one in state.groups" :key="one.id">
				<button type="button" class="group" :aria-current="one === group && state.groupId !== 'direct'"
					@click="chooseGroup(one.id)">
					<strong>{{ one.subject }}</strong>
					<span class="faint">{{ lastOf(one) || 'No messages yet' }}</span>
				</button>
			</li>
			<li v-if="state.directMessages.length > 0">
				<button type="button" class="group" :aria-current="state.groupId === 'direct'"
					@click="chooseGroup('direct')">
					<strong>One to one</strong>
					<span class="faint">Messages outside groups</span>
				</button>
			</li>
		</ul>
		<details :open="state.groups.length === 0">
			<summary>New group</summary>
			<form @submit.prevent="create">
				<label>Group name <input v-model.trim="subject" required maxlength="128" /></label>
				<label>Members <input v-model="names" placeholder="Ana, Ben" /></label>
				<label v-if="isOfficial" class="check">
					<input v-model="isApproved" type="checkbox" /> Approve new members
				</label>
				<button type="submit">Create group</button>
			</form>
		</details>
		<details v-if="!isOfficial">
			<summary>Invite the business</summary>
			<form @submit.prevent="invite">
				<label>Name of the group <input v-model.trim="subject" required /></label>
				<label>Who invites <input v-model.trim="inviter" required /></label>
				<button type="submit">Send invitation</button>
			</form>
		</details>`,
};

/** Prevents that two new people get the same number. */
function distinct(person, people) {
	while (people.some(({ id }) => id === person.id)) {
		person = { ...person, id: String(Number(person.id) + 1) };
	}
	return person;
}
