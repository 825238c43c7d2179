import { computed, reactive } from 'vue';
import { call, groupPath } from './api.js';

/** How many calls and webhooks are shown. */
const newest = 100;

/** What the page shows. All of it but the choices comes from the sandbox, and may change at any time. */
export const state = reactive({
	isConnected: true,
	/** The sandbox's error for the last action. */
	problem: '',

	providers: [],
	groups: [],
	directMessages: [],
	calls: [],
	deliveries: [],
	webhooks: [],
	settings: {},
	tryOut: [],

	providerName: localStorage.getItem('provider') ?? 'dialog360',
	groupId: '',
	writerId: '',
	/** The part that a small screen shows. */
	part: 'chat',
});

export const provider = computed(() =>
	state.providers.find(({ name }) => name === state.providerName),
);

/** The chosen group, else the first one. */
export const group = computed(
	() => state.groups.find(({ id }) => id === state.groupId) ?? state.groups[0],
);

export const people = computed(
	() => group.value?.participants.filter(({ isBusiness }) => !isBusiness) ?? [],
);

/** The person who writes, reads and reacts. */
export const writer = computed(
	() => people.value.find(({ id }) => id === state.writerId) ?? people.value[0],
);

export async function chooseProvider(name) {
	localStorage.setItem('provider', name);
	Object.assign(state, { providerName: name, groupId: '', problem: '' });
	await refresh();
}

export function chooseGroup(id) {
	Object.assign(state, { groupId: id, problem: '', part: 'chat' });
}

/** Does something at the chosen provider. Shows an error, and returns undefined then. */
export async function act(method, path, body) {
	state.problem = '';
	try {
		const answer = await call(method, `/${state.providerName}${path}`, body);
		await refresh();
		return answer;
	} catch (error) {
		state.problem = error.message;
		return undefined;
	}
}

export const actInGroup = async (method, path, body) =>
	await act(method, groupPath(group.value.id) + path, body);

/** Keeps the page up to date, even after a restart of the sandbox. */
export async function connect() {
	const changes = new EventSource('/sandbox/changes');
	changes.onmessage = refresh;
	changes.onerror = () => (state.isConnected = false);
	state.providers = await call('GET', '/providers');
	if (!provider.value) state.providerName = state.providers[0].name;
}

let refreshing;
let isStale = false;

/** Fetches changes that arrive during a fetch together afterwards. */
async function refresh() {
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
	Object.assign(state, {
		groups,
		directMessages,
		calls,
		deliveries,
		webhooks,
		settings,
		tryOut,
	});
}
