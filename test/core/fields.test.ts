import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { providerNamed } from '../../nodes/WhatsAppGroups/providers';
import type { OperationKey } from '../../nodes/WhatsAppGroups/contract/operations';
import { providerNames, type ProviderName } from '../../sandbox/providers';
import { firstOf } from '../support/firstOf';
import { groupField, useSandbox, type Details } from './support/sandbox';
import { setUp } from './support/setup';
import { expectations } from './support/expectations';

interface BadField {
	key: OperationKey;
	/** Parameter that gets the bad value. */
	field: string;
	bad: unknown;
	/** How the error names the field. */
	says: RegExp;
	/** The remedy in its description. */
	advises: RegExp;
	only?: ProviderName[];
}

const text = (bad: string, more: Partial<BadField> = {}): BadField => ({
	key: 'message.send',
	field: 'text',
	bad,
	says: /text/i,
	advises: /fill in “Text”/i,
	...more,
});
const group = (bad: string, says: RegExp, more: Partial<BadField> = {}): BadField => ({
	key: 'message.send',
	field: 'group',
	bad,
	says,
	advises: /pick the group from the list/i,
	...more,
});
const subject = (bad: string, more: Partial<BadField> = {}): BadField => ({
	key: 'group.create',
	field: 'subject',
	bad,
	says: /“Group Name”/,
	advises: /“Group Name”/,
	...more,
});
const days = (bad: unknown): BadField => ({
	key: 'message.pin',
	field: 'expirationDays',
	bad,
	says: /“Pin For \(Days\)”/,
	advises: /from 1 to 30/,
});
/** Those that pass messages on to WhatsApp's own API, with its limits and forms of IDs. */
const onMeta: ProviderName[] = ['dialog360', 'oneMsg', 'metaCloud'];

const table: BadField[] = [
	text(''),
	text(' \n\t '),
	text('x'.repeat(4097), { says: /“Text” is 4097 .* 4096/, advises: /shorten/i, only: onMeta }),
	text('👋'.repeat(4097), { says: /“Text” is 4097 .* 4096/, advises: /shorten/i, only: onMeta }),
	group('', /no group is chosen/i),
	group('   ', /no group is chosen/i),
	group('+15550002222', /phone number.*group/),
	group('+1 (555) 000-2222', /phone number.*group/),
	group('15550002222@c.us', /phone number.*group/),
	group('15550002222', /phone number.*group/, { only: onMeta }),
	group('https://chat.whatsapp.com/AbCdEfGhIjK', /invite link.*group/),
	group('chat.whatsapp.com/AbCdEfGhIjK', /invite link.*group/, { key: 'inviteLink.reset' }),
	days(0),
	days(31),
	days(2.5),
	days('soon'),
	days(''),
	{
		...text(''),
		key: 'message.pin',
		field: 'messageId',
		says: /“Message ID”/,
		advises: /fill in/i,
	},
	{
		...text(' '),
		key: 'message.unpin',
		field: 'messageId',
		says: /“Message ID”/,
		advises: /fill in/i,
	},
	subject(''),
	subject('   '),
	subject('x'.repeat(129), { says: /“Group Name”.* 129 .* 128/, only: ['dialog360', 'metaCloud'] }),
	subject('', {
		field: 'participants',
		says: /“Members” is empty/,
		advises: /“Members”/,
		only: ['a1Base'],
	}),
	subject('+15550002222, Anna', {
		field: 'participants',
		says: /“Anna” in “Members”/,
		advises: /country code/,
		only: ['a1Base'],
	}),
	{
		...text(''),
		key: 'group.getMany',
		field: 'limit',
		bad: 0,
		says: /“Limit”/,
		advises: /“Limit”/,
	},
];

const sandbox = useSandbox();

const cases = providerNames.flatMap((provider) =>
	table
		.filter(({ key, only }) => (only ? only.includes(provider) : isOffered(provider, key)))
		.map((row) => ({ provider, ...row, shown: JSON.stringify(row.bad).slice(0, 40) })),
);

function isOffered(provider: ProviderName, key: OperationKey): boolean {
	return providerNamed(provider)?.calls[key] !== undefined;
}

describe.each(cases)('$provider, $key with $field $shown', (row) => {
	const { provider, key, field, bad, says, advises } = row;

	/** Three items. The second is bad. */
	const run = async (onError?: 'continueRegularOutput' | 'continueErrorOutput') => {
		const control = sandbox.control(provider);
		const setup = await setUp(provider, control);
		const base: INodeParameters = {
			...expectations[key].parameters(setup),
			// Creates without the calls before and after it.
			...(key === 'group.create'
				? { options: { waitForId: false, includeInviteLink: false } }
				: {}),
			returnAll: false,
			limit: 1,
		};
		const isGroup = field === 'group';
		const good = isGroup ? setup.group.id : base[field];
		const value = '={{ $json.value }}';
		const result = await sandbox.run(
			provider,
			key,
			{ ...base, [field]: isGroup ? groupField(value) : value },
			{ onError, input: [{ value: good }, { value: bad }, { value: good }] as IDataObject[] },
		);
		return { result, control };
	};
	const expectExplained = (error: unknown, details: Details) => {
		expect(error).toMatch(says);
		expect(details.description).toMatch(advises);
		expect(details.status).toBeUndefined();
	};

	test('only its own item fails, without a call', async () => {
		const { result, control } = await run('continueRegularOutput');

		expect(result.error).toBeUndefined();
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expectExplained(result.json[1]!.error, result.json[1]!.details as unknown as Details);
		expect([firstOf(result.json).provider, result.json[2]!.provider]).toEqual([provider, provider]);
		expect((await control.calls()).map(({ status }) => status)).toEqual([200, 200]);
	});

	test('its item goes to the error output with its details', async () => {
		const { result } = await run('continueErrorOutput');

		const [successes, failures] = result.outputs;
		expect(successes!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failures!.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 1 }]);
		const { error, details } = failures![0]!.json;
		expectExplained(error, details as unknown as Details);
	});

	test('without Continue On Fail the run stops', async () => {
		const { result, control } = await run();

		expectExplained(result.error?.message, { description: result.error?.description ?? '' });
		expect(result.error?.context?.itemIndex).toBe(1);
		// The first may be sent before the second is read. The third never is.
		const calls = await control.calls();
		expect(calls.length).toBeLessThanOrEqual(1);
		expect(result.error?.description).toContain(`${calls.length} of 3 items were done`);
	});
});
