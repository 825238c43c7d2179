import { computed } from 'vue';
import { state } from '../state.js';

/** A link to the executions of the n8n that gets the webhooks. */
export const OpenN8n = {
	setup() {
		const url = computed(() => {
			const [webhook] = state.webhooks;
			return webhook && `${new URL(webhook.url).origin}/home/executions`;
		});
		return { url };
	},
	template: `<a v-if="url" :href="url" target="_blank">Open n8n's executions</a>`,
};
