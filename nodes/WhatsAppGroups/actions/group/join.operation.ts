import { FieldError } from '../../contract/errors';
import { operation } from '../Operation';

export const join = operation({
	key: 'group.join',
	name: 'Join',
	action: 'Join group',
	description: 'Join a group with its invite link',
	fields: [
		{
			displayName: 'Invite Link',
			name: 'inviteLink',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://chat.whatsapp.com/Ab12Cd34',
			description: 'The invite link of the group, or the code at its end',
		},
	],
	execute: async (call, request, parameters) =>
		await call(request, {
			inviteCode: codeIn(parameters.requiredId('inviteLink', 'Invite Link')),
		}),
});

function codeIn(link: string): string {
	const code = link
		.replace(/^(https?:\/\/)?chat\.whatsapp\.com\/(invite\/)?/i, '')
		.replace(/\/?([?#].*)?$/, '');
	if (/^[\w-]+$/.test(code)) return code;
	throw new FieldError(
		'Invite Link',
		`“${link}” isn't an invite link`,
		'Copy the link from WhatsApp. It begins with https://chat.whatsapp.com/.',
	);
}
