import { computed } from 'vue';
import { clockOf } from '../words/time.js';
import { CallDetails } from './CallDetails.js';
import { DeliveryDetails } from './DeliveryDetails.js';
import { WireSummary } from './WireSummary.js';

/** A call or a webhook, or all that are about one message. */
export const WireRow = {
	components: { CallDetails, DeliveryDetails, WireSummary },
	props: ['row'],
	setup(props) {
		const entries = computed(() => props.row.entries);
		const head = computed(() => ({ ...entries.value[0], outcome: props.row.outcome }));
		return { entries, head, clockOf };
	},
	template: `
		<details class="entry">
			<summary><WireSummary :entry="head" :more="entries.length - 1" /></summary>
			<div v-for="entry in entries" :key="entry.key" class="part-of-row">
				<h4 v-if="entries.length > 1">{{ clockOf(entry.time) }} · {{ entry.what }} · {{ entry.outcome.words }}</h4>
				<CallDetails v-if="entry.call" :call="entry.call" />
				<DeliveryDetails v-else :delivery="entry.delivery" />
			</div>
		</details>`,
};
