/**
 * A1Base's one call for everything that changes a group. Source: A1Base “Group Management”.
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError, ProviderError, RunStopped } from '../../contract/errors';
import type { ProviderRequest } from '../../contract/http';
import type { GroupChanges } from '../../contract/operations';
import { agentOf, managementPath } from './account';

export async function manage(
	request: ProviderRequest,
	action: string,
	fields: IDataObject,
): Promise<IDataObject> {
	const agent_number = agentOf(request.account);
	const path = managementPath(request.account);
	return await request({ method: 'POST', path, body: { action, agent_number, ...fields } });
}

/** One call for each field, in this order; gives the last answer. An error says what is changed already. */
export async function updateGroup(
	request: ProviderRequest,
	{ groupId, subject, description, picture }: GroupChanges,
): Promise<IDataObject> {
	if (picture && 'file' in picture) {
		throw new FieldError(
			'Picture',
			'A1Base takes a group picture by its address only',
			'Put the picture where it can be reached by a public URL, and give that URL.',
		);
	}
	const steps = [
		{ label: 'Group Name', action: 'update_name', field: 'name', value: subject },
		{
			label: 'Description',
			action: 'update_description',
			field: 'description',
			value: description,
		},
		{ label: 'Picture', action: 'update_picture', field: 'image_url', value: picture?.url },
	].filter(({ value }) => value !== undefined);

	let raw: IDataObject = {};
	for (const [index, { action, field, value }] of steps.entries()) {
		const done = steps.slice(0, index).map(({ label }) => label);
		raw = await manage(request, action, { thread_id: groupId, [field]: value }).catch(
			(error: unknown) => {
				throw withDone(error, done);
			},
		);
	}
	return raw;
}

function withDone(error: unknown, done: string[]): unknown {
	const known = error instanceof ProviderError || error instanceof RunStopped;
	if (!known || done.length === 0) return error;
	const { description = '' } = error as Partial<ProviderError>;
	const changed = `Changed before this failed: ${done.join(', ')}.`;
	return new ProviderError(error.message, {
		...error,
		description: [changed, description].filter(Boolean).join('\n'),
	});
}
