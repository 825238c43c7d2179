import { computed } from 'vue';
import { people } from '../state.js';
import { Icon } from './Icon.js';

const order = ['failed', 'sent', 'delivered', 'read'];

/** The status of a message of the business: for all members together, and for each if opened. */
export const Ticks = {
	components: { Icon },
	props: ['statuses'],
	setup(props) {
		const nameOf = (id) => people.value.find((one) => one.id === id)?.name ?? id;
		const all = computed(() =>
			Object.entries(props.statuses).map(([id, status]) => ({ id, name: nameOf(id), status })),
		);
		const least = computed(
			() => order.find((status) => all.value.some((one) => one.status === status)) ?? 'sent',
		);
		const missed = computed(() =>
			all.value.filter(({ status }) => status === 'failed').map(({ name }) => name),
		);
		const reads = computed(() => all.value.filter(({ status }) => status === 'read').length);
		return { all, least, missed, reads };
	},
	template: `
		<details class="ticks">
			<summary :class="least">
				<span v-if="missed.length > 0" class="bad">Not delivered to {{ missed.join(', ') }}</span>
				<span>{{ reads }} of {{ all.length }} read</span>
				<Icon v-if="least !== 'failed'" :name="least === 'sent' ? 'check' : 'checks'" />
			</summary>
			<ul><li v-for="{ id, name, status } in all" :key="id">{{ name }}: {{ status }}</li></ul>
		</details>`,
};
