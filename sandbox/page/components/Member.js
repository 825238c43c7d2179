import { actInGroup } from '../acting.js';
import { Avatar } from './Avatar.js';

/** A member of the group, and what can happen to them. */
export const Member = {
	components: { Avatar },
	props: ['member', 'isOfficial'],
	setup(props) {
		const change = async (changes) =>
			await actInGroup('PATCH', `/participants/${props.member.id}`, changes);
		const leave = async () => await actInGroup('POST', '/leave', { participant: props.member.id });
		return { change, leave };
	},
	template: `
		<div class="member">
			<Avatar :id="member.id" :name="member.name" />
			<span class="member-words">{{ member.name }}
				<em v-if="member.isBusiness" class="tag">business</em>
				<em v-else-if="member.isAdmin" class="tag">admin</em>
				<span class="faint">{{ member.hidesNumber ? '@' + member.username : '+' + member.id }}</span>
			</span>
			<button v-if="!member.isBusiness" type="button" class="quiet" @click="leave">
				Leave<span class="hidden"> as {{ member.name }}</span>
			</button>
			<div v-if="isOfficial && !member.isBusiness" class="member-choices">
				<label class="check">
					<input type="checkbox" :checked="member.hidesNumber" @change="change({ hidesNumber: $event.target.checked })" />
					Hide number<span class="hidden"> of {{ member.name }}</span>
				</label>
				<label class="check">
					<input type="checkbox" :checked="member.unreachable" @change="change({ unreachable: $event.target.checked })" />
					Unreachable<span class="hidden">: {{ member.name }}</span>
				</label>
			</div>
		</div>`,
};
