import { operations } from './support/operations';
import { providers } from '../../nodes/WhatsAppGroups/providers';
import type { ProviderName } from '../../sandbox/providers';
import { sampleFile } from '../../sandbox/world/files';
import { contractOf } from '../sandbox/support';
import { testCredential } from '../support/credential';
import { firstOf } from '../support/firstOf';
import { groupField, useSandbox } from './support/sandbox';
import { setUp } from './support/setup';
import { expectations } from './support/expectations';
import { setWebhooks, registering, second, triggerOf, type Registering } from './support/webhooks';

const sandbox = useSandbox();

/** Calls in the providers' documents that the nodes don't use, with the reason. */
const unused: Record<ProviderName, Record<string, string>> = {
	dialog360: {
		getMedia: 'the trigger passes on the media ID',
		downloadMedia: 'the trigger passes on the media ID',
		deleteMedia: 'no action deletes files',
		changeExtraWebhook: 'used when the Webhook Secret of the credential changes',
	},
	oneMsg: {
		uploadMedia: 'a file is sent inline, as a data URI',
		retrieveMedia: 'events have the address of a file',
		deleteMedia: 'no action deletes files',
	},
	a1Base: {
		getMessageDetails: 'the recent messages have the same fields',
	},
	metaCloud: {
		downloadMedia: 'the trigger passes on the media ID',
		subscribeApp: 'used with an App ID only: registration.meta.test.ts',
		getSubscriptions: 'used with an App ID only: registration.meta.test.ts',
		listPhoneNumbers: 'used with an App ID only: registration.meta.test.ts',
		setSubscriptions: 'used with an App ID only: registration.meta.test.ts',
		deleteSubscriptions: 'used with an App ID only: registration.meta.test.ts',
	},
};

/** Variants of the credential, for the other branches of what the documents leave open. */
const variants: Record<ProviderName, string[]> = {
	dialog360: [],
	oneMsg: [],
	a1Base: ['universalMediaSend'],
	metaCloud: [],
};

const isRegistering = (provider: ProviderName): provider is Registering =>
	registering.some((one) => one === provider);

/** Uses everything that the nodes support with a provider, once. */
async function useAll(provider: ProviderName): Promise<void> {
	const control = sandbox.control(provider);
	const { calls } = providers.find(({ name }) => name === provider)!;
	for (const { key } of operations.filter(({ key }) => calls[key] !== undefined)) {
		const setup = await setUp(provider, control);
		await expectations[key].arrange?.(setup);
		const { error } = await sandbox.run(provider, key, expectations[key].parameters(setup));
		expect(error).toBeUndefined();
	}
	const { group } = await setUp(provider, control);
	const media = { group: groupField(group), messageType: 'media', mediaType: 'image' };
	await sandbox.run(
		provider,
		'message.send',
		{ ...media, mediaSource: 'url', mediaUrl: 'https://example.com/a.jpg' },
		{ account: { variants: variants[provider] } },
	);
	const { bytes, mimeType } = sampleFile('photo.jpg')!;
	const data = { data: bytes.toString('base64'), mimeType, fileName: 'photo.jpg' };
	await sandbox.run(
		provider,
		'message.send',
		{ ...media, mediaSource: 'binary', binaryPropertyName: 'data' },
		{ binary: { data }, onError: 'continueRegularOutput' },
	);
	const [type, values] = firstOf(Object.entries(sandbox.credentials(provider)));
	await testCredential(type, values);
	if (isRegistering(provider)) {
		await setWebhooks(sandbox, provider, { url: 'https://other.example/hook' });
		const parameters = { events: ['message.status'], onOccupied: 'addBeside' };
		const trigger = triggerOf(sandbox, provider, parameters);
		await trigger.activate();
		await triggerOf(sandbox, provider, parameters, second).activate();
		// Once more, as after a restart.
		await triggerOf(sandbox, provider, parameters, second).activate();
		await trigger.deactivate();
	}
}

test.each(Object.keys(unused) as ProviderName[])(
	'%s: every call of its contract is used, or has a reason not to be',
	async (provider) => {
		await useAll(provider);

		const contract = await contractOf(provider);
		const used = (await sandbox.control(provider).calls()).map(
			({ method, path }) => contract.matchOperation({ method, path, headers: {} })?.operationId,
		);
		const known = contract.getOperations().map(({ operationId }) => operationId);
		expect(used).not.toContain(undefined);
		const reasons = Object.keys(unused[provider]);
		expect(known.filter((operation) => !used.includes(operation)).sort()).toEqual(reasons.sort());
	},
);
