import { watch } from 'vue';

const key = 'sandbox';

/** What this browser tab remembers across a reload. */
export const remembered = JSON.parse(sessionStorage.getItem(key) ?? '{}');

/** Keeps what `choices` returns, from now on. */
export const remember = (choices) =>
	watch(choices, (chosen) => sessionStorage.setItem(key, JSON.stringify(chosen)), { deep: true });
