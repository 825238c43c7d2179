import { firstOf } from '../support/firstOf';
import { byId, runInARow } from './support/actions';
import { ana, Stage } from './support/stage';

jest.setTimeout(120_000);

let stage: Stage;
beforeAll(async () => {
	stage = await Stage.create();
});
afterAll(async () => {
	expect(await stage.secretsInLog()).toEqual([]);
	await stage.close();
});

const ben = { id: '14155550102', name: 'Ben' };

it('creates a group, gets its invite link, answers who joined, and pins that', async () => {
	const { Create, Link } = await runInARow(stage, 'dialog360', {
		Create: { resource: 'group', operation: 'create', subject: 'Launch crew' },
		Link: { resource: 'inviteLink', operation: 'get', group: byId('={{ $json.groupId }}') },
	});
	const groupId = String(Create?.[0]?.groupId);
	const sandbox = stage.at('dialog360');
	const { subject, inviteLink } = await sandbox.group(groupId);
	expect(subject).toBe('Launch crew');
	expect(Link).toMatchObject([{ groupId, inviteLink }]);

	await sandbox.join(inviteLink, ana);
	// Opens the 24-hour window.
	await sandbox.write(groupId, ana.id, 'Hello');
	const { Send } = await runInARow(stage, 'dialog360', {
		Send: { resource: 'message', operation: 'send', group: byId(groupId), text: 'Welcome' },
		Pin: {
			...{ resource: 'message', operation: 'pin', group: byId(groupId) },
			messageId: '={{ $json.messageId }}',
			expirationDays: 7,
		},
	});
	const { messages, pins } = await sandbox.group(groupId);
	expect(messages).toMatchObject([{ text: 'Hello' }, { text: 'Welcome', fromBusiness: true }]);
	expect(Send).toMatchObject([{ groupId, messageId: messages[1]!.id }]);
	expect(pins).toEqual([messages[1]!.id]);
});

it('360dialog: sends a picture by its address, looks at the group, and invites by a template', async () => {
	const { id } = await stage.createGroup('dialog360');
	const mediaUrl = `${stage.sandbox.url}/sandbox/files/photo.jpg`;

	const { Send, Get, Invite } = await runInARow(stage, 'dialog360', {
		Send: {
			...{ resource: 'message', operation: 'send', group: byId(id), messageType: 'media' },
			...{ mediaType: 'image', mediaSource: 'url', mediaUrl, caption: 'Look' },
		},
		Get: { resource: 'group', operation: 'get', group: byId(id) },
		Invite: {
			...{ resource: 'inviteLink', operation: 'send', group: byId(id), to: `+${ben.id}` },
			template: byId('group_invite_link'),
		},
	});

	const { messages } = await stage.at('dialog360').group(id);
	expect(messages).toMatchObject([{ type: 'image', text: 'Look', media: { link: mediaUrl } }]);
	expect(Send).toMatchObject([{ messageId: firstOf(messages).id, status: 'sent' }]);
	expect(Get).toMatchObject([{ groupId: id, participants: [ana.id], suspended: false }]);
	expect(Invite).toMatchObject([{ participantId: ben.id, status: 'sent', error: null }]);
});

it('1MSG: fills in a template, renames the group, and reads its history', async () => {
	const { id } = await stage.createGroup('oneMsg');

	const { Rename, History } = await runInARow(stage, 'oneMsg', {
		Send: {
			...{ resource: 'message', operation: 'send', group: byId(id), messageType: 'template' },
			template: byId('order_update|en'),
			templateVariables: {
				mappingMode: 'defineBelow',
				value: { body_1: 'Ana', body_2: '17' },
				schema: [],
			},
		},
		Rename: {
			...{ resource: 'group', operation: 'update', group: byId(id) },
			updateFields: { subject: 'Crew' },
		},
		History: { resource: 'message', operation: 'getMany', group: byId(id) },
	});

	const { subject, messages } = await stage.at('oneMsg').group(id);
	expect(subject).toBe('Crew');
	expect(messages).toMatchObject([{ text: 'Hello Ana, order 17 is on its way.' }]);
	expect(Rename).toMatchObject([{ success: true }]);
	expect(History).toMatchObject([{ messageId: firstOf(messages).id, fromMe: true }]);
});

it('A1Base: adds and promotes a person, and lets only admins write', async () => {
	const { id } = await stage.createGroup('a1Base');
	const people = { resource: 'participant', group: byId(id), participants: `+${ben.id}` };

	const { Add, Promote, Restrict } = await runInARow(stage, 'a1Base', {
		Add: { ...people, operation: 'add' },
		Promote: { ...people, operation: 'promote' },
		Restrict: {
			...{ resource: 'group', operation: 'updatePermissions', group: byId(id) },
			permission: 'adminsWrite',
		},
	});

	const { participants, adminsOnly } = await stage.at('a1Base').group(id);
	expect(participants).toContainEqual(expect.objectContaining({ id: ben.id, isAdmin: true }));
	expect(adminsOnly.write).toBe(true);
	expect(Add).toMatchObject([{ participantId: ben.id, success: true }]);
	expect(Promote).toMatchObject([{ participantId: ben.id, success: true }]);
	expect(Restrict).toMatchObject([{ success: true }]);
});

it('Meta: lists groups, resets the link, and removes a person', async () => {
	const { id, inviteLink } = await stage.createGroup('metaCloud');

	const { List, Reset, Remove } = await runInARow(stage, 'metaCloud', {
		List: { resource: 'group', operation: 'getMany', returnAll: true },
		Reset: { resource: 'inviteLink', operation: 'reset', group: byId(id) },
		Remove: {
			...{ resource: 'participant', operation: 'remove', group: byId(id) },
			participants: `+${ana.id}`,
		},
	});

	const now = await stage.at('metaCloud').group(id);
	expect(List).toMatchObject([{ groupId: id, subject: 'Launch crew' }]);
	expect(Reset).toMatchObject([{ inviteLink: now.inviteLink }]);
	expect(now.inviteLink).not.toBe(inviteLink);
	expect(now.participants.map((person) => person.id)).not.toContain(ana.id);
	expect(Remove).toMatchObject([{ participantId: ana.id, success: true }]);
});
