import { computed, nextTick, ref, watch } from 'vue';
import { actInGroup, people, provider, state, writer } from '../state.js';
import { summaryOf, wordsOf } from '../words.js';

/** Samples for the types that need more than their name. */
const samples = {
	location: { location: { latitude: 52.5163, longitude: 13.3777, name: 'Brandenburg Gate' } },
	contacts: { contacts: [{ name: 'Ben', phone: '+14155550102' }] },
	button: { text: 'Yes', payload: 'yes' },
	listReply: { text: 'Tomorrow', payload: 'tomorrow' },
};

/** A box to write as any participant. */
export const Composer = {
	props: ['replyTo', 'edits'],
	emits: ['done'],
	setup(props, { emit }) {
		const text = ref('');
		const box = ref(null);
		watch(
			() => props.edits,
			(edited) => (text.value = edited?.text ?? ''),
		);
		const about = computed(() => props.replyTo ?? props.edits);
		watch(about, async (message) => {
			if (!message) return;
			await nextTick();
			box.value.focus();
		});

		/** Message types that can be sent without typing. */
		const extras = computed(() =>
			provider.value.inbound.filter(
				(type) => !['text', 'reaction', 'edit', 'delete'].includes(type),
			),
		);

		async function send(message) {
			const sent = await actInGroup('POST', '/messages', {
				from: writer.value.id,
				...(props.replyTo && { replyTo: props.replyTo.id }),
				...message,
			});
			if (!sent) return;
			text.value = '';
			emit('done');
		}

		async function sendText() {
			if (text.value.trim() === '') return;
			const edit = props.edits && { type: 'edit', replyTo: props.edits.id };
			await send({ type: 'text', text: text.value, ...edit });
		}

		async function sendExtra(event) {
			const type = event.target.value;
			event.target.value = '';
			await send({ type, ...samples[type] });
		}

		const sends = { sendText, sendExtra, extras };
		return { state, people, writer, text, box, about, summaryOf, wordsOf, ...sends };
	},
	template: `
		<form class="composer" @submit.prevent="sendText">
			<p v-if="about" class="replying">
				{{ edits ? 'Editing' : 'Replying to ' + replyTo.from.name }}: {{ summaryOf(about) }}
				<button type="button" class="quiet" @click="$emit('done')">Cancel</button>
			</p>
			<label>
				<span>Write as</span>
				<select :value="writer.id" @change="state.writerId = $event.target.value">
					<option v-for="{ id, name } in people" :key="id" :value="id">{{ name }}</option>
				</select>
			</label>
			<label>
				<span class="hidden">Send something else</span>
				<select @change="sendExtra">
					<option value="">Attach …</option>
					<option v-for="type in extras" :key="type" :value="type">{{ wordsOf(type) }}</option>
				</select>
			</label>
			<label class="wide">
				<span class="hidden">Message</span>
				<input ref="box" v-model="text" placeholder="Message" autocomplete="off" />
			</label>
			<button type="submit" class="main">Send</button>
		</form>`,
};
