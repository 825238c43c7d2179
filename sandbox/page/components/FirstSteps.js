import { computed } from 'vue';
import { provider, state, writer } from '../state.js';
import { OpenN8n } from './OpenN8n.js';

/** What to do in a group in which nobody has written. */
export const FirstSteps = {
	components: { OpenN8n },
	setup() {
		const listens = computed(() => state.webhooks.length > 0);
		return { listens, provider, writer };
	},
	template: `
		<section class="first" aria-label="First steps">
			<template v-if="listens">
				<h3>Write something<template v-if="writer"> as {{ writer.name }}</template></h3>
				<p>A workflow in n8n gets the message. If it answers, the answer appears here about a second later.</p>
			</template>
			<template v-else>
				<h3>No workflow listens yet</h3>
				<p>In n8n, publish a workflow that starts with <em>WhatsApp Groups Trigger</em>.
					<template v-if="provider.webhookByHand">Enter its URL in <em>Network</em>, under <em>Set up {{ provider.label }}</em>.</template>
					Then write something here.</p>
			</template>
			<ul>
				<li>You write for everybody on the left. Choose who writes next to the message box.</li>
				<li>On the right, in green, is what your workflow sends.</li>
				<li><em>Network</em> shows each API call and webhook. There you can also let something fail.</li>
			</ul>
			<OpenN8n />
		</section>`,
};
