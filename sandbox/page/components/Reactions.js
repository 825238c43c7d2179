/** The emoji that people reacted with. */
export const Reactions = {
	props: ['reactions'],
	template: `
		<p class="reactions">
			<span v-for="{ id, from, emoji } in reactions" :key="id" :title="from.name">
				{{ emoji }}<span class="hidden"> from {{ from.name }}</span>
			</span>
		</p>`,
};
