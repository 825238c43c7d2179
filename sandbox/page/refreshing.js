import { call } from './api.js';
import { provider, state } from './state.js';

/** How many calls and webhooks are shown. */
const newest = 100;

/** Keeps the page up to date, even after a restart of the sandbox. */
export async function connect() {
	const changes = new EventSource('/sandbox/changes');
	changes.onmessage = ({ data: start }) => {
		if (state.start && state.start !== start) state.hasRestarted = true;
		state.start = start;
		void refresh();
	};
	changes.onerror = () => (state.isConnected = false);
	state.providers = await call('GET', '/providers');
	if (!provider.value) state.providerName = state.providers[0].name;
}

let refreshing;
let isStale = false;

/** Fetches changes that arrive during a fetch together afterwards. */
export async function refresh() {
	isStale = true;
	refreshing ??= fetchUntilFresh().finally(() => (refreshing = undefined));
	await refreshing;
}

async function fetchUntilFresh() {
	while (isStale) {
		isStale = false;
		try {
			await fetchAll();
			state.isConnected = true;
		} catch {
			state.isConnected = false;
		}
	}
}

async function fetchAll() {
	const name = state.providerName;
	const get = async (path) => await call('GET', `/${name}${path}`);
	const [groups, directMessages, calls, deliveries, { webhooks }, settings, tryOut] =
		await Promise.all([
			get('/groups'),
			get('/direct-messages'),
			get(`/calls?newest=${newest}`),
			get(`/deliveries?newest=${newest}`),
			get('/webhook'),
			get('/settings'),
			get('/try-out'),
		]);
	if (name !== state.providerName) return;
	const fetched = { groups, directMessages, calls, deliveries, webhooks, settings, tryOut };
	Object.assign(state, fetched, { loaded: name });
}
