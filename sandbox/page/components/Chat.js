import { computed } from 'vue';
import { isWindowOpen, linesOf } from '../chat.js';
import { group, state, writer } from '../state.js';
import { dayOf, timeOf } from '../words/time.js';
import { ChatHead } from './ChatHead.js';
import { Composer } from './Composer.js';
import { Failure } from './Failure.js';
import { FirstSteps } from './FirstSteps.js';
import { Message } from './Message.js';
import { Pins } from './Pins.js';
import { TryOut } from './TryOut.js';

/** One group as WhatsApp shows it: pins at the top, messages, and notices about changes. */
export const Chat = {
	components: { ChatHead, Composer, Failure, FirstSteps, Message, Pins, TryOut },
	setup() {
		const lines = computed(() => linesOf(group.value, state.calls, state.groups));
		const isClosed = computed(
			() => !isWindowOpen(group.value, { keepWindow: false, ...state.settings }),
		);
		const isNew = computed(() => group.value.messages.length === 0);
		return { group, writer, lines, isClosed, isNew, dayOf, timeOf };
	},
	template: `
		<ChatHead />
		<Pins v-if="group.pins.length > 0" />
		<p v-if="isClosed" class="strip">
			The 24-hour window is closed: only templates get through until somebody writes.
		</p>
		<div class="scroll" tabindex="0"><div class="lines" role="log" aria-label="Messages">
			<template v-for="{ id, time, message, notice, failure, newDay, continues } in lines" :key="id">
				<p v-if="newDay" class="notice day">{{ dayOf(time) }}</p>
				<p v-if="notice" class="notice">{{ notice.text }} <time>{{ timeOf(time) }}</time></p>
				<Failure v-else-if="failure" :failure="failure" :time="time" />
				<Message v-else :message="message" :continues="continues" />
			</template>
			<FirstSteps v-if="isNew" />
		</div></div>
		<TryOut v-if="writer" />
		<Composer v-if="writer" />
		<p v-else class="strip">Only the business is in this group. Open <em>Group info</em> to let somebody join.</p>`,
};
