import { computed } from 'vue';
import { actInGroup } from '../acting.js';
import { provider, state, writer } from '../state.js';

const emojis = ['👍', '👎', '❤️', '😂', '🙏'];

/** What the chosen person can do with a message. */
export const MessageActions = {
	props: ['message'],
	setup(props) {
		/** Whether it is the writer's own message, and the provider reports such a change. */
		const canChange = (how) =>
			provider.value.inbound.includes(how) && props.message.from.id === writer.value?.id;
		const canReact = computed(() => provider.value.inbound.includes('reaction'));
		const canEdit = computed(() => canChange('edit') && props.message.type === 'text');
		const canDelete = computed(() => canChange('delete'));
		const canRead = computed(() => {
			const status = props.message.statuses[writer.value?.id];
			return status !== undefined && status !== 'read';
		});
		const may = { canReact, canEdit, canDelete, canRead };

		const close = () => (state.openMessageId = '');
		const answer = (isEdit) => {
			state.about = { message: props.message, isEdit };
			close();
		};
		const write = async (content) => {
			close();
			const from = writer.value.id;
			await actInGroup('POST', '/messages', { from, replyTo: props.message.id, ...content });
		};
		const react = async (emoji) => await write({ type: 'reaction', emoji });
		const remove = async () => await write({ type: 'delete' });
		const read = async () => {
			close();
			const participant = writer.value.id;
			await actInGroup('POST', '/read', { participant, messageId: props.message.id });
		};
		return { ...may, writer, emojis, answer, react, remove, read };
	},
	template: `
		<div v-if="writer" class="actions">
			<template v-if="canReact">
				<button v-for="emoji in emojis" :key="emoji" type="button" :aria-label="'React ' + emoji"
					@click="react(emoji)">{{ emoji }}</button>
			</template>
			<button type="button" @click="answer(false)">Reply</button>
			<button v-if="canEdit" type="button" @click="answer(true)">Edit</button>
			<button v-if="canDelete" type="button" @click="remove">Delete</button>
			<button v-if="canRead" type="button" @click="read">Read as {{ writer.name }}</button>
		</div>`,
};
