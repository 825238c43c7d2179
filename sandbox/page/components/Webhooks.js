import { computed } from 'vue';
import { provider, state } from '../state.js';
import { OpenN8n } from './OpenN8n.js';

/** Where the provider delivers. Several addresses are folded: they fill the screen. */
export const Webhooks = {
	components: { OpenN8n },
	setup() {
		const count = computed(() => state.webhooks.length);
		return { provider, state, count };
	},
	template: `
		<section class="card webhooks">
			<p v-if="count === 0" class="faint">
				No webhook is set, so n8n gets no events. Publish a workflow that starts with the trigger<template
					v-if="provider.webhookByHand">, and enter its URL under <em>Set up {{ provider.label }}</em></template>.
			</p>
			<template v-else>
				<details :open="count === 1">
					<summary class="faint">Webhooks go to {{ count === 1 ? 'one address' : count + ' addresses' }}</summary>
					<p v-for="{ url } in state.webhooks" :key="url" class="address">{{ url }}</p>
				</details>
				<OpenN8n />
			</template>
		</section>`,
};
