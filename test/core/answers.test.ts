/** Answers that no document promises, and answers that never come. */
import type { OperationKey } from '../../nodes/WhatsAppGroups/providers/Provider';
import type { ProviderName } from '../../sandbox/providers';
import { displayNames, failureIn, names, useHouse } from './support/house';
import { deadAddress, startServer } from './support/servers';
import { setScene } from './support/scene';
import { trials } from './support/trials';

const house = useHouse();
const onError = 'continueRegularOutput';

/** Reads leave nothing in doubt; the others may have taken effect. */
const calls = names.flatMap((provider) =>
	(
		[
			['message.send', 'unknown'],
			['group.create', 'unknown'],
			['group.getMany', undefined],
			...(provider === 'a1Base'
				? []
				: [
						['inviteLink.get', undefined],
						['inviteLink.reset', 'unknown'],
					]),
			...(provider === 'dialog360' ? [['message.pin', 'unknown']] : []),
		] as Array<[OperationKey, 'unknown' | undefined]>
	).map(([key, inDoubt]) => ({ provider, key, inDoubt })),
);

async function fail(provider: ProviderName, key: OperationKey, baseUrl?: string) {
	const scene = await setScene(provider, house.control(provider));
	return failureIn(
		await house.run(provider, key, trials[key].parameters(scene), {
			...(baseUrl ? { account: { baseUrl } } : {}),
			onError,
		}),
	);
}

const html = '<html><body>Welcome to the router</body></html>';

describe.each(calls)('$provider, $key', ({ provider, key, inDoubt }) => {
	const name = displayNames[provider];
	const answer = async (status: number, body: unknown = '', headers = {}) => {
		await house.control(provider).set({ answerNext: { status, body, headers } });
	};

	test.each([200, 502])('an HTML page with status %i', async (status) => {
		await answer(status, html, { 'content-type': 'text/html' });

		const { error, details } = await fail(provider, key);

		expect(error).toContain(name);
		expect(details.description).toContain('Welcome to the router');
		expect(details.httpStatus).toBe(status);
		expect(details.status).toBe(inDoubt);
		expect(await house.control(provider).calls()).toHaveLength(1);
	});

	test('a redirect to another host is not followed, so the key stays here', async () => {
		const elsewhere = await startServer((_request, response) => void response.end('{}'));
		await answer(307, '', { location: `${elsewhere.url}/collect` });

		const { error, details } = await fail(provider, key);

		expect(elsewhere.seen).toEqual([]);
		expect(error).toContain(name);
		expect(details.description).toMatch(/Base URL/);
		expect(details.status).toBeUndefined();
		expect(await house.control(provider).calls()).toHaveLength(1);
	});

	test('a refused connection sent nothing, so nothing is in doubt', async () => {
		const { error, details } = await fail(provider, key, await deadAddress());

		expect(error).toBe(`${name} could not be reached`);
		expect(details.description).toMatch(/Base URL/);
		expect(details.status).toBeUndefined();
	});

	test.each(['reset', 'closed'])('a connection %s after the request', async (how) => {
		const silent = await startServer((_request, { socket }) => {
			if (how === 'reset') socket?.resetAndDestroy();
			else socket?.end();
		});

		const { error, details } = await fail(provider, key, silent.url);

		expect(silent.seen).toHaveLength(1);
		expect(error).toContain(name);
		expect(details.status).toBe(inDoubt);
		if (inDoubt) expect(details.description).toMatch(/not known.*before you run it again/i);
	});

	test('too many requests', async () => {
		await answer(429, tooMany[provider], {});

		const { error, details } = await fail(provider, key);

		expect(`${error}\n${details.description}`).toContain(name);
		expect(details.description).toMatch(/\bwait\b/i);
		expect(details.httpStatus).toBe(429);
		expect(details.status).toBeUndefined();
		expect(await house.control(provider).calls()).toHaveLength(1);
	});

	test('a failure on the other side leaves what may have been done in doubt', async () => {
		await answer(500, tooMany[provider], {});

		const { details } = await fail(provider, key);

		expect(details.httpStatus).toBe(500);
		expect(details.status).toBe(inDoubt);
		expect(await house.control(provider).calls()).toHaveLength(1);
	});
});

/** The plain error form of each provider's documents. */
const tooMany: Record<ProviderName, object> = {
	dialog360: { error: 'Too much' },
	oneMsg: { error: 'Too much' },
	a1Base: { status: 'error', message: 'Too much' },
	metaCloud: { error: { code: 130429, message: 'Too much' } },
};

test('the budget of group operations (131208) says to wait, and nothing is in doubt', async () => {
	await house.control('dialog360').set({ tooManyGroupOperations: true });

	const { error, details } = await fail('dialog360', 'group.create');

	expect(error).toMatch(/too many group operations/i);
	expect(details.description).toMatch(/\bwait\b[^]*131208/i);
	expect(details.status).toBeUndefined();
});
