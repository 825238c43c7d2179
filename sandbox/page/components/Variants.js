import { computed } from 'vue';
import { act } from '../acting.js';
import { provider, state } from '../state.js';
import { variants } from '../words/settings.js';

/** Behavior that the provider's documentation doesn't define, and what is set in its dashboard. */
export const Variants = {
	setup() {
		const shown = computed(() =>
			Object.entries(variants).filter(([name]) => name in state.settings),
		);
		const change = async (name, { type, checked, value }) => {
			const chosen = { checkbox: checked, number: Number(value) }[type] ?? value;
			await act('PATCH', '/settings', { [name]: chosen });
		};
		const typeOf = (name) =>
			({ boolean: 'checkbox', number: 'number', string: 'text' })[typeof state.settings[name]];
		return { state, provider, shown, change, typeOf };
	},
	template: `
		<details class="card">
			<summary>Set up {{ provider.label }}</summary>
			<p class="faint">How the sandbox behaves where the documentation is silent.</p>
			<label v-for="[name, label] in shown" :key="name" :class="{ check: typeOf(name) === 'checkbox' }">
				<template v-if="typeOf(name) !== 'checkbox'">{{ label }}</template>
				<input :type="typeOf(name)" :checked="state.settings[name] === true" :value="state.settings[name]"
					@change="change(name, $event.target)" />
				<template v-if="typeOf(name) === 'checkbox'">{{ label }}</template>
			</label>
		</details>`,
};
