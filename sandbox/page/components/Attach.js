import { computed } from 'vue';
import { provider } from '../state.js';
import { kinds } from '../words/messages.js';
import { Icon } from './Icon.js';

/** Samples for the kinds that need more than their name. */
const samples = {
	location: { location: { latitude: 52.5163, longitude: 13.3777, name: 'Brandenburg Gate' } },
	contacts: { contacts: [{ name: 'Ben', phone: '+14155550102' }] },
	button: { text: 'Yes', payload: 'yes' },
	listReply: { text: 'Tomorrow', payload: 'tomorrow' },
};

/** Sends a sample of another kind than text, of those that the provider reports. */
export const Attach = {
	components: { Icon },
	emits: ['send'],
	setup(_props, { emit }) {
		const offered = computed(() =>
			Object.entries(kinds).filter(([type]) => provider.value.inbound.includes(type)),
		);
		function choose(event) {
			const type = event.target.value;
			event.target.value = '';
			emit('send', { type, ...samples[type] });
		}
		return { offered, choose };
	},
	template: `
		<label class="attach round">
			<Icon name="attach" /><span class="hidden">Attach</span>
			<select title="Attach" @change="choose">
				<option value="">Attach …</option>
				<option v-for="[type, label] in offered" :key="type" :value="type">{{ label }}</option>
			</select>
		</label>`,
};
