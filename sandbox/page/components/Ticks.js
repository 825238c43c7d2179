import { computed } from 'vue';

const order = ['sent', 'delivered', 'read'];

/** The status of a message of the business: for all members together, and for each if opened. */
export const Ticks = {
	props: ['statuses', 'people'],
	setup(props) {
		const all = computed(() => Object.entries(props.statuses));
		const least = computed(
			() => order.find((status) => all.value.some(([, one]) => one === status)) ?? 'sent',
		);
		const nameOf = (id) => props.people.find((one) => one.id === id)?.name ?? id;
		const count = (status) => all.value.filter(([, one]) => one === status).length;
		return { all, least, nameOf, count };
	},
	template: `
		<details class="ticks">
			<summary :class="least">
				<span aria-hidden="true">{{ least === 'sent' ? '✓' : '✓✓' }}</span>
				<span class="hidden">{{ least }}:</span> {{ count('read') }} of {{ all.length }} read
			</summary>
			<ul>
				<li v-for="[id, status] in all" :key="id">{{ nameOf(id) }}: {{ status }}</li>
			</ul>
		</details>`,
};
