import { state } from '../state.js';
import { Icon } from './Icon.js';

/** On small screens, leads to another part of the page. */
export const Back = {
	components: { Icon },
	props: ['to'],
	setup: () => ({ state }),
	template: `
		<button type="button" class="round back" :aria-label="'Back to ' + to" @click="state.part = to">
			<Icon name="back" />
		</button>`,
};
