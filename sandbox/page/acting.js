import { call, groupPath } from './api.js';
import { refresh } from './refreshing.js';
import { group, state } from './state.js';

/** What is open at a message or beside the chat belongs to one group. */
const closed = { problem: '', openMessageId: '', about: {}, isNewGroupOpen: false };

export async function chooseProvider(name) {
	Object.assign(state, { ...closed, providerName: name, groupId: '', groupName: '' });
	await refresh();
}

/** @param id `direct` for messages outside groups */
export function chooseGroup(id) {
	const groupName = state.groups.find((one) => one.id === id)?.subject ?? '';
	Object.assign(state, { ...closed, groupId: id, groupName, part: 'chat' });
}

/** Does something at the chosen provider. Shows an error, and returns undefined then. */
export async function act(method, path, body) {
	state.problem = '';
	try {
		const answer = await call(method, `/${state.providerName}${path}`, body);
		await refresh();
		return answer;
	} catch (error) {
		// Without a response, the page says so by itself.
		state.problem = error instanceof TypeError ? '' : error.message;
		return undefined;
	}
}

export const actInGroup = async (method, path, body) =>
	await act(method, groupPath(group.value.id) + path, body);

/** Closes what was opened last. */
export function closeOne() {
	if (state.openMessageId) state.openMessageId = '';
	else if (state.about.message) state.about = {};
	else if (state.isNewGroupOpen) state.isNewGroupOpen = false;
	else if (state.part !== 'groups') state.part = 'chat';
}
