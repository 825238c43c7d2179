import { oneAtATime } from '../../../nodes/WhatsAppGroups/trigger/registering/oneAtATime';

const order: string[] = [];
beforeEach(() => order.splice(0));

/** Work whose end the test decides. */
function work(name: string) {
	let end: (error?: Error) => void = () => {};
	const done = new Promise<void>((resolve, reject) => {
		end = (error) => (error ? reject(error) : resolve());
	});
	const run = async () => {
		order.push(`${name} begins`);
		await done;
		order.push(`${name} ends`);
		return name;
	};
	return { run, end };
}

it('begins the second of one name when the first has ended, and returns the result of each', async () => {
	const [first, second] = [work('first'), work('second')];
	const results = Promise.all([oneAtATime('a', first.run), oneAtATime('a', second.run)]);
	second.end();
	await Promise.resolve();
	first.end();

	expect(await results).toEqual(['first', 'second']);
	expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

it('begins the next also after one that failed', async () => {
	const [first, second] = [work('first'), work('second')];
	const failing = oneAtATime('a', first.run);
	const next = oneAtATime('a', second.run);
	first.end(new Error('No'));
	second.end();

	await expect(failing).rejects.toThrow('No');
	await expect(next).resolves.toBe('second');
});

it('lets another name run at the same time', async () => {
	const [first, other] = [work('first'), work('other')];
	const waiting = oneAtATime('a', first.run);
	other.end();

	expect(await oneAtATime('b', other.run)).toBe('other');
	first.end();
	await waiting;
});
