/** Filters and duplicates: which genuine deliveries start a run. */
import { saved, triggerOf } from './support/webhooks';
import { providerNames } from '../../sandbox/providers';
import { firstOf } from '../support/firstOf';
import { useSandbox } from './support/sandbox';
import {
	asCall,
	asNewMessage,
	inNewProcess,
	liveTrigger,
	loadedAgain,
	newestDelivery,
	useN8n,
} from './support/liveTrigger';

const sandbox = useSandbox();
const server = useN8n();

const accepted = { status: 200, body: { success: true } };

describe.each(providerNames)('%s', (provider) => {
	test('an event that is not chosen is accepted and starts nothing', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		await liveTrigger(sandbox, server.n8n, provider, { events: ['other', 'message.reaction'] });

		await control.write(group, 'Hi');

		expect(await server.n8n.items(1)).toEqual([]);
		expect(server.n8n.receptions).toEqual([accepted]);
	});

	test.each([
		['an array', (ids: string[]) => ids],
		['an expression for an array', (ids: string[]) => `={{ ${JSON.stringify(ids)} }}`],
		['text with commas', (ids: string[]) => `={{ ${JSON.stringify(ids.join(' , '))} }}`],
		['text with new lines', (ids: string[]) => `={{ ${JSON.stringify(ids.join('\n'))} }}`],
	])('of the groups given as %s', async (_form, groups) => {
		const control = sandbox.control(provider);
		const wanted = [await control.seed(1), await control.seed(1)];
		const other = await control.seed(1);
		await liveTrigger(sandbox, server.n8n, provider, {
			groups: groups(wanted.map(({ id }) => id)),
		});

		await control.write(other, 'Not for us');
		await server.n8n.items(1);
		await control.write(wanted[1]!, 'For us');

		const items = await server.n8n.items(2);
		expect(items.map(({ groupId }) => groupId)).toEqual([wanted[1]!.id]);
		expect(server.n8n.receptions[0]).toEqual(accepted);
	});

	test('the same delivery again starts no second run', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		await liveTrigger(sandbox, server.n8n, provider);
		await control.write(group, 'Only once');
		await server.n8n.items(1);
		const { id } = await newestDelivery(sandbox, provider);

		await control.http.post(`/deliveries/${id}/repeat`);

		expect(await server.n8n.items(2)).toHaveLength(1);
		expect(server.n8n.receptions[1]).toEqual(accepted);
		// A new message still starts a run.
		await control.write(group, 'Only once');
		expect(await server.n8n.items(3)).toHaveLength(2);
	});

	test('the same delivery several times at the same moment starts one run', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		const trigger = await liveTrigger(sandbox, server.n8n, provider);
		await control.write(group, 'Known already');
		await server.n8n.items(1);
		const call = asNewMessage(sandbox, asCall(await newestDelivery(sandbox, provider)));

		const answers = await Promise.all(
			// Each reads static data before another has saved it.
			Array.from({ length: 5 }, () => loadedAgain(sandbox, provider, trigger)).map(
				async (loaded) => await loaded.receive(call),
			),
		);

		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
		expect(answers.flatMap(({ items = [] }) => items)).toHaveLength(1);
	});

	test('a delivery writes nothing to static data, which others write at the same time', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		const trigger = await liveTrigger(sandbox, server.n8n, provider);
		const before = saved(trigger);

		await control.write(group, 'Only once');
		await server.n8n.items(1);

		expect(saved(trigger)).toEqual(before);
	});

	test('a new process of n8n starts a run for a delivery that only the old one has received', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		const trigger = await liveTrigger(sandbox, server.n8n, provider);
		await control.write(group, 'Once for each process');
		await server.n8n.items(1);
		const call = asCall(await newestDelivery(sandbox, provider));

		const restarted = inNewProcess(sandbox, provider, trigger);

		expect((await restarted.receive(call)).items).toHaveLength(1);
		expect(await restarted.receive(call)).toEqual(accepted);
	});

	test('two triggers that get the same delivery start one run each', async () => {
		const control = sandbox.control(provider);
		const group = await control.seed(1);
		const trigger = await liveTrigger(sandbox, server.n8n, provider);
		await control.write(group, 'For both');
		await server.n8n.items(1);
		const call = asCall(await newestDelivery(sandbox, provider));
		const second = loadedAgain(sandbox, provider, trigger, {
			webhookId: '99999999-2222-4333-8444-555555555555',
		});

		expect((await second.receive(call)).items).toHaveLength(1);
		expect((await second.receive(call)).items).toBeUndefined();
	});
});

test('1MSG: a group can be chosen by its ID with and without @g.us', async () => {
	const control = sandbox.control('oneMsg');
	const [one, two, three] = [await control.seed(1), await control.seed(1), await control.seed(1)];
	await liveTrigger(sandbox, server.n8n, 'oneMsg', { groups: [`${one.id}@g.us`, two.id] });

	for (const [index, group] of [three, two, one].entries()) {
		await control.write(group, 'Hi');
		await server.n8n.items(index + 1);
	}

	expect((await server.n8n.items(3)).map(({ groupId }) => groupId)).toEqual([two.id, one.id]);
});

test('360dialog: a rejected delivery that is repeated starts a run', async () => {
	const control = sandbox.control('dialog360');
	await control.set({ redeliveryBaseMs: 10 });
	const group = await control.seed(1);
	const trigger = await liveTrigger(sandbox, server.n8n, 'dialog360');
	const { webhookId } = trigger;
	const place = { webhookId, n8nUrl: server.n8n.url };
	const withOtherSecret = triggerOf(sandbox, 'dialog360', {}, place, {
		webhookSecret: 'x'.repeat(32),
	});
	server.n8n.attach(withOtherSecret);
	await control.write(group, 'Sent again');
	await server.n8n.items(1);
	expect(firstOf(server.n8n.receptions).status).toBe(401);

	server.n8n.attach(trigger);

	const [item] = await server.n8n.started(1);
	expect(item).toMatchObject({ message: { text: 'Sent again' } });
});
