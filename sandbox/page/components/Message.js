import { computed } from 'vue';
import { colourOf } from '../people.js';
import { provider, state } from '../state.js';
import { splitAtLinks, summaryOf, timeOf } from '../words.js';
import { Media } from './Media.js';
import { Ticks } from './Ticks.js';

/** A bubble, and what the chosen participant can do with it. */
export const Message = {
	components: { Media, Ticks },
	props: ['message', 'quoted', 'people', 'reactions', 'reader'],
	emits: ['reply', 'read', 'react', 'edit', 'remove'],
	setup(props) {
		const canReact = computed(() => provider.value.inbound.includes('reaction'));
		/** Whether it is the reader's own message, and the provider reports such a change. */
		const canChange = (how) =>
			provider.value.inbound.includes(how) && props.message.from.id === props.reader?.id;
		const canEdit = computed(() => canChange('edit') && props.message.type === 'text');
		const canDelete = computed(() => canChange('delete'));
		const canRead = computed(() => {
			const status = props.message.statuses[props.reader?.id];
			return status !== undefined && status !== 'read';
		});
		const may = { canReact, canEdit, canDelete, canRead };
		return { state, ...may, colourOf, splitAtLinks, summaryOf, timeOf };
	},
	template: `
		<article :class="['bubble', { own: message.fromBusiness }]">
			<h3 :class="colourOf(message.from)">{{ message.from.name }}</h3>
			<blockquote v-if="quoted">
				<strong>{{ quoted.from.name }}</strong> {{ summaryOf(quoted) }}
			</blockquote>
			<p v-else-if="message.replyTo" class="faint">A reply to a message that isn't in this chat</p>
			<Media v-if="message.media" :message="message" />
			<a v-else-if="message.location" target="_blank" rel="noreferrer"
				:href="'https://www.openstreetmap.org/?mlat=' + message.location.latitude + '&mlon=' + message.location.longitude">
				{{ message.location.name || message.location.latitude + ', ' + message.location.longitude }}
			</a>
			<p v-else-if="message.type === 'text'" :class="['text', { faint: message.change === 'deleted' }]"><template
				v-for="(part, index) in splitAtLinks(message.text)"><a v-if="index % 2" :href="part" target="_blank" rel="noreferrer">{{ part }}</a><template v-else>{{ part }}</template></template></p>
			<p v-else class="text"><em class="tag">{{ message.type }}</em> {{ summaryOf(message) }}</p>
			<p v-if="reactions.length > 0" class="reactions">
				<span v-for="{ id, from, emoji } in reactions" :key="id" :title="from.name">
					{{ emoji }}<span class="hidden"> from {{ from.name }}</span>
				</span>
			</p>
			<footer>
				<span v-if="message.change === 'edited'">Edited</span>
				<time :datetime="message.time">{{ timeOf(message.time) }}</time>
				<Ticks v-if="message.fromBusiness" :statuses="message.statuses" :people="people" />
				<span v-if="reader && message.change !== 'deleted'" class="doings">
					<button type="button" class="quiet" @click="$emit('reply')">Reply</button>
					<template v-if="canReact">
						<button v-for="emoji in ['👍', '👎', '❤️']" :key="emoji" type="button" class="quiet"
							:aria-label="'React ' + emoji" @click="$emit('react', emoji)">{{ emoji }}</button>
					</template>
					<button v-if="canEdit" type="button" class="quiet" @click="$emit('edit')">Edit</button>
					<button v-if="canDelete" type="button" class="quiet" @click="$emit('remove')">Delete</button>
					<button v-if="canRead" type="button" class="quiet" @click="$emit('read')">
						Read as {{ reader.name }}
					</button>
				</span>
			</footer>
		</article>`,
};
