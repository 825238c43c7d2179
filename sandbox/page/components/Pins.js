import { computed } from 'vue';
import { group } from '../state.js';
import { summaryOf } from '../words/messages.js';
import { Icon } from './Icon.js';
import { jumpTo } from '../jumping.js';

/** The pinned messages, the newest first. Each leads to its place in the chat. */
export const Pins = {
	components: { Icon },
	setup() {
		const pins = computed(() =>
			group.value.pins
				.map((id) => group.value.messages.find((message) => message.id === id))
				.filter(Boolean)
				.reverse(),
		);
		return { pins, summaryOf, jumpTo };
	},
	template: `
		<ul class="pins" aria-label="Pinned messages">
			<li v-for="pin in pins" :key="pin.id">
				<button type="button" @click="jumpTo(pin.id)"><Icon name="pin" /><span>{{ summaryOf(pin) }}</span></button>
			</li>
		</ul>`,
};
