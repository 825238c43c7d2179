import { computed, ref } from 'vue';
import { act, actInGroup } from '../acting.js';
import { nameOfNewcomer, peopleNamed } from '../people.js';
import { group, people, provider, state } from '../state.js';
import { timeOf } from '../words/time.js';
import { Avatar } from './Avatar.js';
import { Icon } from './Icon.js';
import { InviteLink } from './InviteLink.js';
import { Member } from './Member.js';

/** The members of the group, the requests to join, and the invite link. */
export const GroupInfo = {
	components: { Avatar, Icon, InviteLink, Member },
	setup() {
		const newcomer = ref(nameOfNewcomer(people.value));
		const asksForApproval = computed(() => group.value.joinApprovalMode === 'approval_required');
		const isOfficial = computed(() => provider.value.groups === 'official');

		async function enter() {
			const [participant] = peopleNamed([newcomer.value]);
			const entered = await (asksForApproval.value
				? actInGroup('POST', '/join-requests', { participant })
				: act('POST', '/join', { inviteLink: group.value.inviteLink, participant }));
			if (entered) newcomer.value = nameOfNewcomer([...people.value, participant]);
		}

		const withdraw = async ({ id }) => await actInGroup('DELETE', `/join-requests/${id}`);
		const setSuspended = async (isSuspended) =>
			await actInGroup('POST', isSuspended ? '/suspend' : '/unsuspend');

		const shown = { state, group, newcomer, asksForApproval, isOfficial, timeOf };
		return { ...shown, enter, withdraw, setSuspended };
	},
	template: `
		<header class="head">
			<button type="button" class="round" aria-label="Close group info" @click="state.part = 'chat'"><Icon name="close" /></button>
			<h2>Group info</h2>
		</header>
		<div class="side-scroll">
			<section class="card centered">
				<Avatar :id="group.id" :name="group.subject" />
				<p><strong>{{ group.subject }}</strong></p>
				<p v-if="group.description" class="faint">{{ group.description }}</p>
			</section>
			<InviteLink />
			<section class="card">
				<h3>Let somebody in</h3>
				<form class="line" @submit.prevent="enter">
					<label>New member <input v-model.trim="newcomer" required /></label>
					<button type="submit" class="main">{{ asksForApproval ? 'Ask to join' : 'Join by link' }}</button>
				</form>
			</section>
			<section v-if="group.joinRequests.length > 0" class="card">
				<h3>Waiting for approval</h3>
				<p class="faint">A workflow approves or rejects them.</p>
				<ul>
					<li v-for="request in group.joinRequests" :key="request.id" class="member">
						<Avatar :id="request.person.id" :name="request.person.name" />
						<span class="member-words">{{ request.person.name }}
							<span class="faint">since {{ timeOf(request.time) }}</span></span>
						<button type="button" class="quiet" @click="withdraw(request)">Withdraw</button>
					</li>
				</ul>
			</section>
			<section class="card">
				<h3>Members</h3>
				<ul><li v-for="one in group.participants" :key="one.id"><Member :member="one" :is-official="isOfficial" /></li></ul>
			</section>
			<section v-if="isOfficial" class="card">
				<h3>Suspension</h3>
				<p class="faint">WhatsApp suspends groups that break its rules. Nobody can send to them then.</p>
				<button type="button" @click="setSuspended(!group.suspended)">
					{{ group.suspended ? 'Lift the suspension' : 'Suspend the group' }}
				</button>
			</section>
		</div>`,
};
