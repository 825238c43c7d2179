import { chooseProvider } from '../acting.js';
import { state } from '../state.js';
import { Icon } from './Icon.js';

/** The choice of the provider. On small screens, also a button for the traffic with n8n. */
export const TopBar = {
	components: { Icon },
	setup: () => ({ state, chooseProvider }),
	template: `
		<header class="top">
			<h1>WhatsApp Groups <span>sandbox</span></h1>
			<fieldset class="choice">
				<legend class="hidden">Provider</legend>
				<label v-for="{ name, label } in state.providers" :key="name">
					<input type="radio" name="provider" :value="name" :checked="name === state.providerName"
						@change="chooseProvider(name)" />
					<span>{{ label }}</span>
				</label>
			</fieldset>
			<button type="button" class="round narrow-only" aria-label="Network" :aria-pressed="state.part === 'wire'"
				@click="state.part = state.part === 'wire' ? 'chat' : 'wire'"><Icon name="network" /></button>
		</header>`,
};
