import { act } from '../acting.js';
import { attemptWords } from '../words/deliveries.js';
import { clockOf } from '../words/time.js';
import { Json } from './Json.js';

/** A webhook, with each attempt to deliver it and n8n's response. */
export const DeliveryDetails = {
	components: { Json },
	props: ['delivery'],
	setup(props) {
		const repeat = async () => await act('POST', `/deliveries/${props.delivery.id}/repeat`);
		return { repeat, attemptWords, clockOf };
	},
	template: `
		<p class="address">{{ delivery.url }}</p>
		<ol class="attempts">
			<li v-for="(attempt, index) in delivery.attempts" :key="index">
				{{ clockOf(attempt.at) }}: {{ attemptWords(attempt) }}
			</li>
		</ol>
		<Json title="Body" :value="delivery.body" />
		<button type="button" @click="repeat">Deliver again</button>`,
};
