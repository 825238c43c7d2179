import { computed, onMounted, ref } from 'vue';
import { act, chooseGroup } from '../acting.js';
import { peopleNamed } from '../people.js';
import { provider, state } from '../state.js';

/** A form for a group of the business. */
export const NewGroup = {
	setup() {
		const subject = ref('');
		const names = ref('Ana, Ben');
		const isApproved = ref(false);
		const box = ref(null);
		const isOfficial = computed(() => provider.value.groups === 'official');
		onMounted(() => state.isNewGroupOpen && box.value.focus());

		async function create() {
			const joinApprovalMode = isApproved.value ? 'approval_required' : 'auto_approve';
			const created = await act('POST', '/groups', {
				subject: subject.value,
				participants: peopleNamed(names.value.split(',')),
				...(isOfficial.value && { joinApprovalMode }),
			});
			if (created) chooseGroup(created.id);
		}

		return { subject, names, isApproved, box, isOfficial, create };
	},
	template: `
		<form class="card" @submit.prevent="create">
			<label>Group name <input ref="box" v-model.trim="subject" required maxlength="128" /></label>
			<label>Members <input v-model="names" placeholder="Ana, Ben" /></label>
			<label v-if="isOfficial" class="check">
				<input v-model="isApproved" type="checkbox" /> Approve new members
			</label>
			<button type="submit" class="main">Create group</button>
		</form>`,
};
