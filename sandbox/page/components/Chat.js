import { computed, ref } from 'vue';
import { actInGroup, group, people, writer } from '../state.js';
import { summaryOf, timeOf } from '../words.js';
import { Composer } from './Composer.js';
import { GroupInfo } from './GroupInfo.js';
import { Message } from './Message.js';
import { TryOut } from './TryOut.js';

/** One group as WhatsApp shows it: pins at the top, messages, and notices about changes. */
export const Chat = {
	components: { Composer, GroupInfo, Message, TryOut },
	setup() {
		const isInfoOpen = ref(false);
		/** The message that the next one replies to or edits. */
		const about = ref({});

		const messages = computed(() =>
			group.value.messages.filter(({ type }) => !['reaction', 'edit', 'delete'].includes(type)),
		);
		const lines = computed(() =>
			[
				...messages.value.map((message) => ({ id: message.id, time: message.time, message })),
				...group.value.notices.map((notice, index) => ({ id: index, time: notice.time, notice })),
			].sort((one, other) => one.time.localeCompare(other.time)),
		);
		const messageOf = (id) => group.value.messages.find((message) => message.id === id);
		const pins = computed(() => group.value.pins.map(messageOf).filter(Boolean));
		const names = computed(() => group.value.participants.map(({ name }) => name).join(', '));
		/** The latest reaction of each person. */
		const reactionsTo = (id) => {
			const all = group.value.messages.filter(
				({ type, replyTo }) => type === 'reaction' && replyTo === id,
			);
			return [...new Map(all.map((reaction) => [reaction.from.id, reaction])).values()];
		};

		const read = async ({ id }) =>
			await actInGroup('POST', '/read', { participant: writer.value.id, messageId: id });
		const react = async ({ id }, emoji) => {
			const reaction = { from: writer.value.id, type: 'reaction', emoji, replyTo: id };
			await actInGroup('POST', '/messages', reaction);
		};

		/** The writer deletes one of their own messages. */
		const remove = async ({ id }) =>
			await actInGroup('POST', '/messages', { from: writer.value.id, type: 'delete', replyTo: id });

		const shown = { group, people, writer, lines, pins, names, isInfoOpen, about };
		return { ...shown, messageOf, reactionsTo, read, react, remove, summaryOf, timeOf };
	},
	template: `
		<header class="chat-head">
			<div>
				<h2>{{ group.subject }} <em v-if="group.suspended" class="tag bad">suspended</em></h2>
				<p class="faint">{{ names }}</p>
			</div>
			<button type="button" :aria-expanded="isInfoOpen" @click="isInfoOpen = !isInfoOpen">Group info</button>
		</header>
		<GroupInfo v-if="isInfoOpen" />
		<ul v-if="pins.length > 0" class="pins">
			<li v-for="pin in pins" :key="pin.id"><strong>Pinned</strong> {{ summaryOf(pin) }}</li>
		</ul>
		<div class="scroll" tabindex="0"><div class="lines" role="log" aria-label="Messages">
			<template v-for="{ id, message, notice } in lines" :key="id">
				<p v-if="notice" class="notice">{{ notice.text }} · {{ timeOf(notice.time) }}</p>
				<Message v-else :message="message" :quoted="messageOf(message.replyTo)" :people="people"
					:reactions="reactionsTo(message.id)" :reader="writer"
					@reply="about = { replyTo: message }" @edit="about = { edits: message }" @read="read(message)" @react="react(message, $event)" @remove="remove(message)" />
			</template>
		</div></div>
		<TryOut v-if="writer" />
		<Composer v-if="writer" v-bind="about" @done="about = {}" />
		<p v-else class="empty">Only the business is in this group. Open “Group info” to let somebody join.</p>`,
};
