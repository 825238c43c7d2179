import { computed, reactive } from 'vue';
import { lastActivity } from './chat.js';
import { remember, remembered } from './remembered.js';

/** What the page shows. All of it but the choices comes from the sandbox, and may change at any time. */
export const state = reactive({
	isConnected: true,
	/** The sandbox's error for the last action. */
	problem: '',
	/** Whether the sandbox has started again, without its groups. */
	hasRestarted: false,

	providers: [],
	/** The provider that the following is about. Another than the chosen one while its data is fetched. */
	loaded: '',
	groups: [],
	directMessages: [],
	calls: [],
	deliveries: [],
	webhooks: [],
	settings: {},
	tryOut: [],

	/** Which start of the sandbox it is about. */
	start: '',
	providerName: 'dialog360',
	groupId: '',
	/** Finds the group after a restart, which gives it another ID. */
	groupName: '',
	writerId: '',
	/** Unsent texts by provider and group name. */
	drafts: {},
	/** The number of messages that have been on the screen, by the group's ID. */
	seen: {},

	/** The part of the page in front, for small screens: `groups`, `chat`, `wire` or `info`. */
	part: 'chat',
	/** The message whose actions are shown. */
	openMessageId: '',
	/** The message that the next one replies to, or edits. */
	about: {},
	isNewGroupOpen: false,

	...remembered,
});

remember(() => {
	const { start, providerName, groupId, groupName, writerId, drafts, seen } = state;
	return { start, providerName, groupId, groupName, writerId, drafts, seen };
});

export const provider = computed(() =>
	state.providers.find(({ name }) => name === state.providerName),
);

export const isLoading = computed(() => state.loaded !== state.providerName);

/** The groups, the latest activity first. */
export const groups = computed(() =>
	[...state.groups].sort((one, other) => lastActivity(other).localeCompare(lastActivity(one))),
);

/** The chosen group, else the first one. */
export const group = computed(
	() =>
		state.groups.find(({ id }) => id === state.groupId) ??
		groups.value.find(({ subject }) => subject === state.groupName) ??
		groups.value[0],
);

/** What the middle of the page shows: the ID of a group, or `direct`. */
export const shownId = computed(() => (state.groupId === 'direct' ? 'direct' : group.value?.id));

export const people = computed(
	() => group.value?.participants.filter(({ isBusiness }) => !isBusiness) ?? [],
);

/** The person who writes, reads and reacts. */
export const writer = computed(
	() => people.value.find(({ id }) => id === state.writerId) ?? people.value[0],
);

const draftKey = computed(() => `${state.providerName} ${group.value?.subject}`);

/** The unsent text of the chosen group. */
export const draft = computed({
	get: () => state.drafts[draftKey.value] ?? '',
	set: (text) => (state.drafts[draftKey.value] = text),
});
