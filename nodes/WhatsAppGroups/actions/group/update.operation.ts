import type { GroupChanges } from '../../contract/operations';
import { FieldError } from '../../contract/errors';
import { checkedUrl } from '../../contract/urls';
import { groupFields, whereAccepted } from '../fields';
import { operation } from '../Operation';
import type { Parameters } from '../helpers/Parameters';

export const update = operation({
	key: 'group.update',
	name: 'Update',
	action: 'Update group',
	description: 'Change the name, description, or picture of a group',
	fields: [
		...groupFields,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				whereAccepted('group.update', 'description', {
					displayName: 'Description',
					name: 'description',
					type: 'string',
					typeOptions: { rows: 3 },
					default: '',
					placeholder: 'e.g. Everything about the launch in May',
					description: 'What the group is about',
				}),
				whereAccepted('group.update', 'picture', {
					displayName: 'Picture (Input Data Field Name)',
					name: 'pictureBinaryPropertyName',
					type: 'string',
					default: 'data',
					description:
						'The name of the input field that holds the new picture: a square JPEG, at least 192 × 192 pixels, up to 5 MB',
				}),
				whereAccepted('group.update', 'picture', {
					displayName: 'Picture URL',
					name: 'pictureUrl',
					type: 'string',
					default: '',
					placeholder: 'e.g. https://example.com/crew.jpg',
					description:
						'The public URL of the new picture: a square JPEG, at least 192 × 192 pixels, up to 5 MB',
				}),
				whereAccepted('group.update', 'subject', {
					displayName: 'Group Name',
					name: 'subject',
					type: 'string',
					default: '',
					placeholder: 'e.g. Launch crew',
					description: 'The new name of the group',
				}),
			],
		},
	],
	execute: async (call, request, parameters) => await call(request, await changes(parameters)),
});

async function changes(parameters: Parameters): Promise<GroupChanges> {
	const groupId = parameters.groupId();
	const subject = given(parameters, 'updateFields.subject')
		? parameters.requiredText('updateFields.subject', 'Group Name')
		: undefined;
	const description = given(parameters, 'updateFields.description')
		? descriptionIn(parameters)
		: undefined;
	const picture = await pictureOf(parameters);
	if (subject === undefined && description === undefined && picture === undefined) {
		throw new FieldError('Update Fields', 'There is nothing to change', 'Add a field to change.');
	}
	return { groupId, subject, description, picture };
}

/** An empty text removes the description. */
function descriptionIn(parameters: Parameters): string {
	const name = 'updateFields.description';
	return parameters.value(name) === '' ? '' : parameters.requiredText(name, 'Description');
}

async function pictureOf(parameters: Parameters): Promise<GroupChanges['picture']> {
	const url = parameters.optionalText('updateFields.pictureUrl', 'Picture URL');
	if (url !== undefined) return { url: checkedUrl(url, 'Picture URL') };
	if (!given(parameters, 'updateFields.pictureBinaryPropertyName')) return undefined;
	return { file: await parameters.file('updateFields.pictureBinaryPropertyName') };
}

function given(parameters: Parameters, name: string): boolean {
	return parameters.value(name) !== null;
}
