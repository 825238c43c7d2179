import { computed, ref } from 'vue';
import { nameOfNewcomer, personNamed } from '../people.js';
import { act, actInGroup, group, people, provider } from '../state.js';
import { timeOf } from '../words.js';

/** The members of the group, the requests to join, and the invite link. */
export const GroupInfo = {
	setup() {
		const newcomer = ref(nameOfNewcomer(people.value));
		const isCopied = ref(false);
		const asksForApproval = computed(() => group.value.joinApprovalMode === 'approval_required');
		const isOfficial = computed(() => provider.value.groups === 'official');

		async function copy() {
			await navigator.clipboard.writeText(group.value.inviteLink);
			isCopied.value = true;
		}

		async function enter() {
			const participant = personNamed(newcomer.value);
			const entered = await (asksForApproval.value
				? actInGroup('POST', '/join-requests', { participant })
				: act('POST', '/join', { inviteLink: group.value.inviteLink, participant }));
			if (entered) newcomer.value = nameOfNewcomer([...people.value, participant]);
		}

		const leave = async ({ id }) => await actInGroup('POST', '/leave', { participant: id });
		const change = async ({ id }, changes) =>
			await actInGroup('PATCH', `/participants/${id}`, changes);
		const withdraw = async ({ id }) => await actInGroup('DELETE', `/join-requests/${id}`);
		const setSuspended = async (isSuspended) =>
			await actInGroup('POST', isSuspended ? '/suspend' : '/unsuspend');

		const shown = { group, people, newcomer, isCopied, asksForApproval, isOfficial, timeOf };
		return { ...shown, copy, enter, leave, change, withdraw, setSuspended };
	},
	template: `
		<section class="info" aria-label="Group info">
			<p v-if="group.description">{{ group.description }}</p>
			<h3>Invite link</h3>
			<p class="link"><code>{{ group.inviteLink }}</code>
				<button type="button" @click="copy">{{ isCopied ? 'Copied' : 'Copy' }}</button></p>
			<form @submit.prevent="enter">
				<label>New member <input v-model.trim="newcomer" required /></label>
				<button type="submit">{{ asksForApproval ? 'Ask to join' : 'Join by link' }}</button>
			</form>
			<template v-if="group.joinRequests.length > 0">
				<h3>Waiting for approval</h3>
				<ul>
					<li v-for="request in group.joinRequests" :key="request.id">
						{{ request.person.name }} <span class="faint">since {{ timeOf(request.time) }}</span>
						<button type="button" @click="withdraw(request)">Withdraw</button>
					</li>
				</ul>
			</template>
			<h3>Members</h3>
			<ul>
				<li v-for="one in group.participants" :key="one.id">
					{{ one.name }}
					<span class="faint">{{ one.hidesNumber ? '@' + one.username : '+' + one.id }}</span>
					<em v-if="one.isBusiness" class="tag">business</em>
					<em v-else-if="one.isAdmin" class="tag">admin</em>
					<template v-if="isOfficial && !one.isBusiness">
						<label>
							<input type="checkbox" :checked="one.hidesNumber"
								@change="change(one, { hidesNumber: $event.target.checked })" />
							Hide number<span class="hidden"> of {{ one.name }}</span>
						</label>
						<label>
							<input type="checkbox" :checked="one.unreachable"
								@change="change(one, { unreachable: $event.target.checked })" />
							Unreachable<span class="hidden">: {{ one.name }}</span>
						</label>
					</template>
					<button v-if="!one.isBusiness" type="button" @click="leave(one)">
						Leave<span class="hidden"> as {{ one.name }}</span>
					</button>
				</li>
			</ul>
			<button v-if="isOfficial" type="button" @click="setSuspended(!group.suspended)">
				{{ group.suspended ? 'Lift the suspension' : 'Suspend the group' }}
			</button>
		</section>`,
};
