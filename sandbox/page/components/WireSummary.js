import { clockOf } from '../words/time.js';
import { Icon } from './Icon.js';

/** When, in which direction, what, where, and how it went. `more` others belong to it. */
export const WireSummary = {
	components: { Icon },
	props: ['entry', 'more'],
	setup: () => ({ clockOf }),
	template: `
		<span :class="['way', entry.toN8n ? 'to' : 'from']"><Icon :name="entry.toN8n ? 'toN8n' : 'fromN8n'" /></span>
		<span class="wire-line">
			<span class="what">{{ entry.what }}</span>
			<time>{{ clockOf(entry.time) }}</time>
		</span>
		<span class="wire-line">
			<span class="where">{{ entry.toN8n ? 'Webhook to n8n' : 'API call from n8n' }}<template
				v-if="entry.where"> · {{ entry.where }}</template><template v-if="more > 0"> · {{ more }} more</template></span>
			<span :class="['outcome', entry.outcome.kind]">{{ entry.outcome.words }}</span>
		</span>`,
};
