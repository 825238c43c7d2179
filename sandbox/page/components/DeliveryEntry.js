import { computed } from 'vue';
import { act } from '../state.js';
import { wordsOf } from '../words.js';
import { Json } from './Json.js';
import { Status } from './Status.js';

/** A webhook, with each attempt to deliver it and n8n's response. */
export const DeliveryEntry = {
	components: { Json, Status },
	props: ['delivery'],
	setup(props) {
		const outcome = computed(() => {
			const { attempts, state } = props.delivery;
			const last = attempts.at(-1);
			const result = last ? String(last.status ?? last.error) : 'in progress';
			const tries = attempts.length > 1 ? `${attempts.length} attempts, ` : '';
			const next = state === 'pending' && last ? ', retrying' : '';
			return tries + result + next;
		});
		const repeat = async () => await act('POST', `/deliveries/${props.delivery.id}/repeat`);
		const clock = (iso) => new Date(iso).toLocaleTimeString();
		const kinds = { delivered: 'good', failed: 'bad' };
		return { outcome, kinds, repeat, clock, wordsOf };
	},
	template: `
		<details class="entry">
			<summary>
				<span class="way in">Webhook</span>
				<span class="what">{{ wordsOf(delivery.about) }}</span>
				<Status :kind="kinds[delivery.state]">{{ outcome }}</Status>
			</summary>
			<p class="faint">{{ delivery.url }}</p>
			<ol class="attempts">
				<li v-for="(attempt, index) in delivery.attempts" :key="index">
					{{ clock(attempt.at) }}: {{ attempt.status ?? attempt.error }}
				</li>
			</ol>
			<Json title="Body" :value="delivery.body" />
			<button type="button" @click="repeat">Deliver again</button>
		</details>`,
};
