import { Impossible } from '../../world/Impossible';
import { createGroup, groupsOf, memberOf } from '../../world/groups';
import { send } from '../../world/messages';
import { changeGroup, removeParticipants } from '../../world/management';
import {
	addParticipants,
	businessJoins,
	businessLeaves,
	codeOf,
	isAdmin,
	isMember,
	setAdmins,
} from '../../world/membership';
import type { Group, GroupChanges } from '../../world/model';
import { accessOf, refusal } from './access';
import type { Account } from './state';

export interface ActionBody {
	action: string;
	agent_number: string;
	thread_id: string;
	title: string;
	name: string;
	description: string;
	image_url: string;
	participants: string[];
	initial_message?: string;
	invite_code?: string;
	setting: 'announcement' | 'not_announcement' | 'locked' | 'unlocked';
}

interface Done {
	message: string;
	group: Group;
	participants?: string[];
}

type Action = (body: ActionBody) => Done;

/** By name. The contract has checked the fields of each (a1base.md#section-2). */
export function actionsOf(account: Account): Record<string, Action> {
	const { agentNumber, world } = account;
	const { thread } = accessOf(account);
	const groupOf = ({ thread_id }: ActionBody) => thread(thread_id, 400);

	/** WhatsApp allows these for admins only. The response is inferred. */
	const asAdmin = (group: Group) => {
		if (!isAdmin(group, world.business.id))
			throw refusal(400, 'The agent is not an admin of the group');
		return group;
	};

	const change =
		(message: string, changes: (body: ActionBody) => GroupChanges): Action =>
		(body) => {
			const group = groupOf(body);
			if (group.adminsOnly.edit) asAdmin(group);
			changeGroup(world, group, changes(body), '');
			return { message, group };
		};

	const members =
		(message: string, act: (group: Group, ids: string[]) => void): Action =>
		(body) => {
			const group = asAdmin(groupOf(body));
			const participants = [...new Set(body.participants)];
			possible(() => act(group, participants.map(idOf)));
			return { message, group, participants };
		};

	return {
		create: ({ title, initial_message, participants: named }) => {
			const participants = [...new Set(named)].filter((one) => one !== agentNumber);
			const group = createGroup(world, {
				subject: title,
				participants: participants.map((number) => ({ id: idOf(number), name: number })),
			});
			if (initial_message) send(world, group, initial_message);
			return { message: 'Group created', group, participants };
		},

		update_name: change('Name updated', ({ name }) => ({ subject: name })),
		update_description: change('Description updated', ({ description }) => ({ description })),
		update_picture: change('Picture updated', ({ image_url: link }) => ({ picture: { link } })),

		add_participants: members('Participants added', (group, ids) =>
			addParticipants(
				world,
				group,
				ids.map((id) => ({ id, name: `+${id}` })),
			),
		),
		remove_participants: members('Participants removed', (group, ids) => {
			for (const id of ids) memberOf(group, id);
			removeParticipants(world, group, ids, '');
		}),
		promote_admin: members('Admins promoted', (group, ids) => setAdmins(group, ids, true)),
		demote_admin: members('Admins demoted', (group, ids) => setAdmins(group, ids, false)),

		join: ({ invite_code: code, thread_id: id }) => {
			const group = groupsOf(world).find((one) => (code ? codeOf(one) === code : one.id === id));
			if (!group) throw refusal(400, 'The invite code is not valid');
			if (isMember(group, world.business.id)) throw refusal(400, 'The agent is in it already');
			businessJoins(world, group);
			return { message: 'Group joined', group };
		},

		leave: (body) => {
			const group = groupOf(body);
			businessLeaves(world, group);
			return { message: 'Group left', group };
		},

		update_settings: (body) => {
			const group = asAdmin(groupOf(body));
			Object.assign(group.adminsOnly, SETTINGS[body.setting]);
			return { message: 'Settings updated', group };
		},
	};
}

/** a1base.md#d3: who may write, and who may edit the group's description. */
const SETTINGS: Record<ActionBody['setting'], Partial<Group['adminsOnly']>> = {
	announcement: { write: true },
	not_announcement: { write: false },
	locked: { edit: true },
	unlocked: { edit: false },
};

const idOf = (number: string) => number.slice(1);

/** Rejects with 400. The wording is ours. */
function possible(act: () => void): void {
	try {
		act();
	} catch (error) {
		throw error instanceof Impossible ? refusal(400, error.message) : error;
	}
}
