import { parse, View } from 'vega';
import { compile } from 'vega-lite';

/** The outcome of the messages for each way of sending, and the time it needed, as SVG. */
export async function chartOf(sendings, leastSeconds) {
	const values = sendings.flatMap((sending) => {
		const { name, lost, outOfOrder, delivered, seconds } = sending;
		const sender = `${name} – ${seconds.toFixed(1)} s`;
		return [
			{ sender, fate: 'in order', messages: delivered - outOfOrder, rank: 0 },
			{ sender, fate: 'out of order', messages: outOfOrder, rank: 1 },
			{ sender, fate: 'lost', messages: lost, rank: 2 },
		];
	});
	const spec = {
		background: 'white',
		padding: 16,
		width: 460,
		height: { step: 30 },
		title: {
			text: '1,000 messages to 20 groups, through a provider that accepts 80 a second',
			subtitle: `Their outcome, and the time it needed. The minimum is ${leastSeconds.toFixed(1)} s.`,
			anchor: 'start',
			offset: 14,
		},
		data: { values },
		mark: { type: 'bar', height: 18 },
		encoding: {
			y: { field: 'sender', type: 'nominal', sort: null, title: null, axis: { labelLimit: 300 } },
			x: { field: 'messages', type: 'quantitative', title: 'messages', axis: { grid: false } },
			color: {
				field: 'fate',
				type: 'nominal',
				title: null,
				scale: {
					domain: ['in order', 'out of order', 'lost'],
					range: ['#1f9d62', '#e0a526', '#c8412f'],
				},
			},
			order: { field: 'rank' },
		},
		config: { font: 'sans-serif', view: { stroke: null } },
	};
	return await new View(parse(compile(spec).spec), { renderer: 'none' }).toSVG();
}
