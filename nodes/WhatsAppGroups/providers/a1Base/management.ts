/**
 * A1Base's one call for everything that changes a group. Source: A1Base “Group Management”.
 */
import type { IDataObject } from 'n8n-workflow';

import { FieldError, ProviderError, RunStopped } from '../../contract/errors';
import type { ProviderRequest } from '../../contract/http';
import type { GroupChanges } from '../../contract/operations';
import { objectIn, textIn } from '../../contract/values';
import { eitherWay } from '../shared/eitherWay';
import { agentOf, managementPaths } from './account';
import { unwrapped } from './answers';
import { textOf } from './errors';

export async function manage(
	request: ProviderRequest,
	action: string,
	fields: IDataObject,
): Promise<IDataObject> {
	const agent_number = agentOf(request.account);
	const body = { action, agent_number, ...fields };
	return await eitherWay(
		managementPaths(request.account),
		isUnknownPath,
		async (path) =>
			await request({
				method: 'POST',
				path,
				body,
				documented: (answer) => isDone(action, answer),
			}),
	);
}

/** Returns whether the response has the group or, for all but a new group, at least `status: "success"`. */
function isDone(action: string, answer: IDataObject): boolean {
	const hasGroup = textIn(unwrapped(answer).thread_id) !== null;
	return hasGroup || (action !== 'create' && answer.status === 'success');
}

/** Joins a group. The page's list of actions has `join`, one of its samples `join_group`. */
export async function join(request: ProviderRequest, inviteCode: string): Promise<IDataObject> {
	return await eitherWay(
		['join', 'join_group'],
		isUnknownAction,
		async (action) => await manage(request, action, { invite_code: inviteCode }),
	);
}

/** Returns whether the path doesn't exist. A 404 about the group has another text. */
function isUnknownPath({ httpStatus, answer }: ProviderError): boolean {
	return (
		httpStatus === 405 ||
		(httpStatus === 404 && /^not found\.?$/i.test(textOf(objectIn(answer)) ?? ''))
	);
}

function isUnknownAction({ httpStatus, answer }: ProviderError): boolean {
	return (
		(httpStatus === 400 || httpStatus === 422) && /\baction\b/i.test(textOf(objectIn(answer)) ?? '')
	);
}

/** Makes one call per field and returns the last response. An error lists what has changed already. */
export async function updateGroup(
	request: ProviderRequest,
	{ groupId, subject, description, picture }: GroupChanges,
): Promise<IDataObject> {
	if (picture && 'file' in picture) {
		throw new FieldError(
			'Picture',
			'A1Base only accepts a group picture by public URL',
			'Upload the picture to a place with a public URL, and fill in “Picture URL”.',
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
