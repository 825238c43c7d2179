/** Drawn on 24 by 24 units. */
const paths = {
	attach: 'M16.5 6v10a4.5 4.5 0 0 1-9 0V5.5a3 3 0 0 1 6 0V15a1.5 1.5 0 0 1-3 0V6',
	back: 'M15 5l-7 7 7 7',
	check: 'M4 12.5l5 5L20 6.5',
	checks: 'M1.5 12.5l5 5L17 6.5M11 16l1.5 1.5L23 6.5',
	close: 'M6 6l12 12M18 6L6 18',
	fromN8n: 'M19 12H5m6-6l-6 6 6 6',
	more: 'M6 9.5l6 6 6-6',
	network: 'M7 20V5m0 0L3.5 8.5M7 5l3.5 3.5M17 4v15m0 0l3.5-3.5M17 19l-3.5-3.5',
	pin: 'M9 3.5h6M10 3.5v6L7.5 13v1.5h9V13L14 9.5v-6M12 14.5V21',
	plus: 'M12 5v14M5 12h14',
	search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5L21 21',
	send: 'M4 12l16-7.5-5 15-3.5-6z',
	toN8n: 'M5 12h14m-6-6l6 6-6 6',
	warning: 'M12 4L2.5 20h19zM12 10v5M12 17.2v.3',
};

export const Icon = {
	props: ['name'],
	setup: () => ({ paths }),
	template: `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path :d="paths[name]" /></svg>`,
};
