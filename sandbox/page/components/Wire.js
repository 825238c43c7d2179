import { computed } from 'vue';
import { state } from '../state.js';
import { rowsOf } from '../wire.js';
import { Back } from './Back.js';
import { Faults } from './Faults.js';
import { Variants } from './Variants.js';
import { Webhooks } from './Webhooks.js';
import { WireRow } from './WireRow.js';

/** All traffic between the provider and n8n, the newest first. */
export const Wire = {
	components: { Back, Faults, Variants, Webhooks, WireRow },
	setup: () => ({ rows: computed(() => rowsOf(state)) }),
	template: `
		<header class="head"><Back to="chat" /><h2>Network</h2></header>
		<div class="side-scroll">
			<Webhooks />
			<Faults />
			<Variants />
			<h3 class="hidden">API calls and webhooks</h3>
			<ol class="wire-rows" aria-label="API calls and webhooks, the newest first">
				<li v-for="row in rows" :key="row.key"><WireRow :row="row" /></li>
			</ol>
			<p v-if="rows.length === 0" class="empty">
				Nothing yet. Write in the group, or run a workflow.
			</p>
		</div>`,
};
