import { state } from '../state.js';
import { Icon } from './Icon.js';

/** What went wrong, across the whole page. */
export const Banners = {
	components: { Icon },
	setup: () => ({ state }),
	template: `
		<p v-if="!state.isConnected" class="banner bad" role="alert">
			The sandbox doesn't respond. Is it still running? The page continues once it is back.
		</p>
		<p v-if="state.hasRestarted" class="banner" role="status">
			<span>The sandbox has restarted, so its earlier groups and messages are gone. Your choices and unsent texts
			are still here. n8n keeps its workflows and executions.</span>
			<button type="button" class="round" aria-label="Close" @click="state.hasRestarted = false"><Icon name="close" /></button>
		</p>
		<p v-if="state.problem" class="banner bad" role="alert">
			<span>{{ state.problem }}</span>
			<button type="button" class="round" aria-label="Close" @click="state.problem = ''"><Icon name="close" /></button>
		</p>`,
};
