import { computed } from 'vue';
import { state } from '../state.js';

/** A file: from the sandbox if the provider stores it, otherwise from its own URL. */
export const Media = {
	props: ['message'],
	setup(props) {
		const media = computed(() => props.message.media);
		const source = computed(() =>
			media.value.id ? `/sandbox/${state.providerName}/media/${media.value.id}` : media.value.link,
		);
		const name = computed(() => media.value.filename ?? props.message.type);
		return { media, source, name };
	},
	template: `
		<figure>
			<img v-if="['image', 'sticker'].includes(message.type)" :src="source" :alt="media.caption || name" />
			<audio v-else-if="message.type === 'audio'" :src="source" :aria-label="name" controls preload="none"></audio>
			<video v-else-if="message.type === 'video'" :src="source" :aria-label="name" controls preload="none"></video>
			<a v-else :href="source" :download="name">{{ name }}</a>
			<figcaption v-if="message.text || media.caption">{{ message.text || media.caption }}</figcaption>
		</figure>`,
};
