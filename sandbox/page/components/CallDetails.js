import { Json } from './Json.js';

/** A call of the provider's API, and its response. */
export const CallDetails = {
	components: { Json },
	props: ['call'],
	template: `
		<p class="address">{{ call.method }} {{ call.path }} · {{ call.status }}</p>
		<Json v-if="Object.keys(call.query).length > 0" title="Query" :value="call.query" />
		<Json v-if="call.body" title="Body" :value="call.body" />
		<Json title="Response" :value="call.answer" />`,
};
