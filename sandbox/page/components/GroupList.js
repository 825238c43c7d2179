import { computed, ref } from 'vue';
import { groups, provider, state } from '../state.js';
import { GroupRow } from './GroupRow.js';
import { Icon } from './Icon.js';
import { Invite } from './Invite.js';
import { NewGroup } from './NewGroup.js';

/** The groups of the chosen provider, and forms for new ones. */
export const GroupList = {
	components: { GroupRow, Icon, Invite, NewGroup },
	setup() {
		const search = ref('');
		const found = computed(() => {
			const words = search.value.trim().toLowerCase();
			return groups.value.filter(({ subject }) => subject.toLowerCase().includes(words));
		});
		const isOpen = computed(() => state.isNewGroupOpen || state.groups.length === 0);
		const isOrdinary = computed(() => provider.value.groups === 'ordinary');
		return { state, search, found, isOpen, isOrdinary };
	},
	template: `
		<header class="list-head">
			<h2>Groups</h2>
			<button type="button" class="quiet" :aria-expanded="isOpen"
				@click="state.isNewGroupOpen = !state.isNewGroupOpen"><Icon name="plus" /> New group</button>
		</header>
		<NewGroup v-if="isOpen" />
		<Invite v-if="isOrdinary" />
		<label v-if="state.groups.length > 0" class="search">
			<Icon name="search" /><span class="hidden">Search groups</span>
			<input v-model="search" type="search" placeholder="Search" />
		</label>
		<ul class="rows">
			<li v-for="one in found" :key="one.id"><GroupRow :group="one" /></li>
			<li v-if="state.directMessages.length > 0 && search === ''"><GroupRow /></li>
		</ul>
		<p v-if="search && found.length === 0" class="empty">No group's name contains “{{ search }}”.</p>`,
};
