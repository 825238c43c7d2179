import { computed } from 'vue';
import { actInGroup } from '../acting.js';
import { group, state, writer } from '../state.js';

/** A button for each message that a published workflow answers in the group. */
export const TryOut = {
	setup() {
		const offered = computed(() =>
			state.tryOut.filter(({ groupId = group.value.id }) => groupId === group.value.id),
		);
		const write = async (text) =>
			await actInGroup('POST', '/messages', { from: writer.value.id, type: 'text', text });
		return { offered, write };
	},
	template: `
		<p v-if="offered.length > 0" class="try-out">
			<button v-for="{ text, example } in offered" :key="text" type="button" :title="example"
				@click="write(text)">Try it: write <em>{{ text }}</em></button>
		</p>`,
};
