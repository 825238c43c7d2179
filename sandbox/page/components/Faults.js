import { computed } from 'vue';
import { act, provider, state } from '../state.js';
import { wordsOf } from '../words.js';

const slowMs = 3000;

/** By the names of the sandbox's settings. */
const faults = {
	answerDelayMs: `Slow: responses after ${slowMs / 1000} seconds`,
	tooManyRequests: '429: too many requests',
	serverError: '500: server error',
	loseWebhooks: 'Webhooks get lost',
	repeatWebhooks: 'Webhooks come twice',
};

/** Switches for failures, and for behavior that the provider's documentation doesn't define. */
export const Faults = {
	setup() {
		const variants = computed(() =>
			Object.entries(state.settings).filter(([name]) => !(name in faults) && name !== 'answerNext'),
		);
		const change = async (settings) => await act('PATCH', '/settings', settings);
		const setFault = async (name, isOn) =>
			await change({ [name]: name === 'answerDelayMs' ? (isOn ? slowMs : 0) : isOn });
		const valueIn = ({ type, checked, value }) =>
			({ checkbox: checked, number: Number(value) })[type] ?? value;
		const typeOf = (value) =>
			({ boolean: 'checkbox', number: 'number', string: 'text' })[typeof value];
		return { state, provider, faults, variants, change, setFault, valueIn, typeOf, wordsOf };
	},
	template: `
		<fieldset class="faults">
			<legend>Failures</legend>
			<label v-for="(label, name) in faults" :key="name" class="check">
				<input type="checkbox" role="switch" :checked="Boolean(state.settings[name])"
					@change="setFault(name, $event.target.checked)" />
				{{ label }}
			</label>
		</fieldset>
		<details class="variants">
			<summary>Set up {{ provider.label }}</summary>
			<label v-for="[name, value] in variants" :key="name" :class="{ check: typeof value === 'boolean' }">
				<input :type="typeOf(value)" :checked="value === true" :value="value"
					@change="change({ [name]: valueIn($event.target) })" />
				{{ wordsOf(name) }}
			</label>
		</details>`,
};
