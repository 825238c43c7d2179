import { computed } from 'vue';
import { state } from '../state.js';
import { CallEntry } from './CallEntry.js';
import { DeliveryEntry } from './DeliveryEntry.js';
import { Faults } from './Faults.js';

/** All traffic between the provider and n8n, the newest first. */
export const Wire = {
	components: { CallEntry, DeliveryEntry, Faults },
	setup() {
		const entries = computed(() =>
			[
				...state.calls.map((call, index) => ({ key: `${call.at} ${index}`, time: call.at, call })),
				...state.deliveries.map((delivery) => ({ key: delivery.id, time: delivery.at, delivery })),
			].sort((one, other) => other.time.localeCompare(one.time)),
		);
		const siteOf = ({ url }) => new URL(url);
		return { state, entries, siteOf };
	},
	template: `
		<h2>Network</h2>
		<p v-if="state.webhooks.length === 0" class="faint">
			No webhook is set, so n8n gets no events. Publish a workflow that starts with the trigger.
		</p>
		<p v-for="webhook in state.webhooks" :key="webhook.url" class="faint webhook">
			Webhooks go to {{ webhook.url }}
			<a :href="siteOf(webhook).origin" target="_blank">Open {{ siteOf(webhook).host }}</a>
		</p>
		<Faults />
		<h3 class="hidden">API calls and webhooks</h3>
		<ol class="entries" aria-label="Calls and webhooks, the newest first" tabindex="0">
			<li v-for="{ key, call, delivery } in entries" :key="key">
				<CallEntry v-if="call" :call="call" />
				<DeliveryEntry v-else :delivery="delivery" />
			</li>
		</ol>
		<p v-if="entries.length === 0" class="empty">
			Nothing yet. Write in the group, or run a workflow.
		</p>`,
};
