import type { INodeParameters } from 'n8n-workflow';

import { runAction } from '../support/action';
import { providerNames } from '../../sandbox/providers';
import { failureIn, groupField, useSandbox } from './support/sandbox';

const sandbox = useSandbox();
const onError = 'continueRegularOutput';

const EXPRESSION = /can't be set by an expression/;

/** n8n treats an expression in these menus as plain text, so it is as invalid as any other text. */
const choices: Array<[string, INodeParameters, RegExp, RegExp]> = [
	[
		'an operation that the provider lacks',
		{ provider: 'a1Base', operation: 'pin' },
		/A1Base does not offer “Pin message”/,
		/360dialog/,
	],
	['an unknown operation', { operation: 'explode' }, /operation “explode”/, /list/],
	['an expression as operation', { operation: '={{ "pin" }}' }, /operation “.*pin.*”/, EXPRESSION],
	['an unknown resource', { resource: 'sky' }, /resource “sky”/, /list/],
	['an unknown provider', { provider: 'carrierPigeon' }, /provider “carrierPigeon”/, /list/],
	[
		'an expression as provider',
		{ provider: '={{ "a1Base" }}' },
		/provider “.*a1Base.*”/,
		EXPRESSION,
	],
];

test.each(choices)('%s fails the item', async (_what, choice, says, advises) => {
	const parameters = {
		provider: 'dialog360',
		resource: 'message',
		operation: 'send',
		group: groupField('any-group'),
		text: 'Hello',
		messageId: 'wamid.1',
		expirationDays: 1,
		...choice,
	};
	const credentials = Object.assign({}, ...providerNames.map((name) => sandbox.credentials(name)));

	const result = await runAction({ parameters, credentials, onError });
	const stopped = await runAction({ parameters, credentials });

	const { error, details } = failureIn(result);
	expect(error).toMatch(says);
	expect(details.description).toMatch(advises);
	expect(stopped.error?.message).toMatch(says);
	for (const name of providerNames) expect(await sandbox.control(name).calls()).toEqual([]);
});
