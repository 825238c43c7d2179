import { state } from '../state.js';
import { OpenN8n } from './OpenN8n.js';

/** Where the provider delivers. */
export const Webhooks = {
	components: { OpenN8n },
	setup: () => ({ state }),
	template: `
		<section class="card webhooks">
			<p v-if="state.webhooks.length === 0" class="faint">
				No webhook is set, so n8n gets no events. Publish a workflow that starts with the trigger.
			</p>
			<template v-else>
				<p class="faint">Webhooks go to</p>
				<p v-for="{ url } in state.webhooks" :key="url" class="address">{{ url }}</p>
				<OpenN8n />
			</template>
		</section>`,
};
