import { actInGroup } from '../acting.js';
import { state, writer } from '../state.js';

/** A button for each message that a published workflow answers. */
export const TryOut = {
	setup() {
		const write = async (text) =>
			await actInGroup('POST', '/messages', { from: writer.value.id, type: 'text', text });
		return { state, write };
	},
	template: `
		<p v-if="state.tryOut.length > 0" class="try-out">
			<button v-for="{ text, example } in state.tryOut" :key="text" type="button" :title="example"
				@click="write(text)">Try it: write <em>{{ text }}</em></button>
		</p>`,
};
