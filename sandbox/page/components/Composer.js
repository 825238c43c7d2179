import { computed, nextTick, onMounted, ref, watch } from 'vue';
import { actInGroup } from '../acting.js';
import { draft, group, people, state, writer } from '../state.js';
import { Attach } from './Attach.js';
import { Icon } from './Icon.js';
import { ReplyBar } from './ReplyBar.js';

/** A box to write as any participant. */
export const Composer = {
	components: { Attach, Icon, ReplyBar },
	setup() {
		const box = ref(null);
		/** The text while a message is edited, which leaves the draft alone. */
		const edited = ref('');
		const text = computed({
			get: () => (state.about.isEdit ? edited.value : draft.value),
			set: (words) => (state.about.isEdit ? (edited.value = words) : (draft.value = words)),
		});
		watch(
			() => state.about.message,
			async (message) => {
				if (!message) return;
				if (state.about.isEdit) edited.value = message.text;
				await nextTick();
				box.value.focus();
			},
		);
		// On a phone, the focus would open the keyboard.
		onMounted(() => {
			if (group.value.messages.length === 0 && matchMedia('(hover: hover)').matches)
				box.value.focus();
		});

		async function send(content) {
			const { message, isEdit } = state.about;
			const sent = await actInGroup('POST', '/messages', {
				from: writer.value.id,
				...(message && { replyTo: message.id }),
				...content,
				...(isEdit && { type: 'edit' }),
			});
			if (sent && state.about.message === message) state.about = {};
			return sent;
		}

		/** The box is free for the next text at once, and gets this one back if it can't be sent. */
		async function sendText() {
			const words = text.value;
			if (words.trim() === '') return;
			text.value = '';
			if (!(await send({ type: 'text', text: words })) && text.value === '') text.value = words;
		}

		/** Shift and Enter begin a new line. */
		const onEnter = (event) => {
			if (event.shiftKey || event.isComposing) return;
			event.preventDefault();
			void sendText();
		};
		return { state, people, writer, box, text, send, sendText, onEnter };
	},
	template: `
		<form class="composer" @submit.prevent="sendText">
			<ReplyBar v-if="state.about.message" v-bind="state.about" />
			<label class="as">
				<span class="hidden">Write as</span>
				<select :value="writer.id" @change="state.writerId = $event.target.value">
					<option v-for="{ id, name } in people" :key="id" :value="id">{{ name }}</option>
				</select>
			</label>
			<Attach @send="send" />
			<label class="wide">
				<span class="hidden">Message</span>
				<textarea ref="box" v-model="text" rows="1" :placeholder="'Write as ' + writer.name" autocomplete="off"
					@keydown.enter="onEnter"></textarea>
			</label>
			<button type="submit" class="round main" aria-label="Send"><Icon name="send" /></button>
		</form>`,
};
