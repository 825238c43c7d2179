import { computed } from 'vue';
import { act } from '../acting.js';
import { state } from '../state.js';
import { faults, slowMs, windows } from '../words/settings.js';

/** Switches for failures and for the 24-hour window. */
export const Faults = {
	setup() {
		const count = computed(
			() =>
				Object.keys(faults).filter((name) => state.settings[name]).length +
				Number(state.settings.windowClosed ?? false),
		);
		const hasWindow = computed(() => 'keepWindow' in state.settings);
		const isChosen = ({ settings }) =>
			Object.entries(settings).every(([name, value]) => state.settings[name] === value);
		const change = async (settings) => await act('PATCH', '/settings', settings);
		const setFault = async (name, isOn) =>
			await change({ [name]: name === 'answerDelayMs' ? (isOn ? slowMs : 0) : isOn });
		return { state, faults, windows, count, hasWindow, isChosen, change, setFault };
	},
	template: `
		<details class="card">
			<summary>Make something fail <em v-if="count > 0" class="tag bad">{{ count }} on</em></summary>
			<label v-for="(label, name) in faults" :key="name" class="check">
				<input type="checkbox" role="switch" :checked="Boolean(state.settings[name])"
					@change="setFault(name, $event.target.checked)" />
				{{ label }}
			</label>
			<fieldset v-if="hasWindow">
				<legend>24-hour window</legend>
				<label v-for="one in windows" :key="one.label" class="check">
					<input type="radio" name="window" :checked="isChosen(one)" @change="change(one.settings)" />
					{{ one.label }}
				</label>
			</fieldset>
		</details>`,
};
