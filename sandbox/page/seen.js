import { watchEffect } from 'vue';
import { shownId, state } from './state.js';

/** Counts the messages of each group that have been on the screen. All are, when the group first appears. */
watchEffect(() => {
	const isShown = ({ id }) => id === shownId.value && state.part !== 'groups';
	for (const group of state.groups) {
		if (isShown(group) || !(group.id in state.seen)) state.seen[group.id] = group.messages.length;
	}
});

export const hasNews = ({ id, messages }) => messages.length > (state.seen[id] ?? 0);
