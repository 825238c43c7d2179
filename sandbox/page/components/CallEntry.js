import { Json } from './Json.js';
import { Status } from './Status.js';

/** A call of the provider's API, and its response. */
export const CallEntry = {
	components: { Json, Status },
	props: ['call'],
	setup: () => ({ clock: (iso) => new Date(iso).toLocaleTimeString() }),
	template: `
		<details class="entry">
			<summary>
				<span class="way">API call</span>
				<span class="what">{{ call.method }} {{ call.path }}</span>
				<Status :kind="call.status < 400 ? 'good' : 'bad'">{{ call.status }}</Status>
			</summary>
			<p class="faint">{{ clock(call.at) }}</p>
			<Json v-if="Object.keys(call.query).length > 0" title="Query" :value="call.query" />
			<Json v-if="call.body" title="Body" :value="call.body" />
			<Json title="Response" :value="call.answer" />
		</details>`,
};
