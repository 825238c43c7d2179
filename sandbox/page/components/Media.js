import { computed } from 'vue';
import { state } from '../state.js';
import { FormattedText } from './FormattedText.js';

/** A file: from the sandbox if the provider stores it, otherwise from its own URL. */
export const Media = {
	components: { FormattedText },
	props: ['message'],
	setup(props) {
		const media = computed(() => props.message.media);
		const source = computed(() =>
			media.value.id ? `/sandbox/${state.providerName}/media/${media.value.id}` : media.value.link,
		);
		const name = computed(() => media.value.filename ?? props.message.type);
		const caption = computed(() => props.message.text || media.value.caption);
		return { source, name, caption };
	},
	template: `
		<figure>
			<img v-if="['image', 'sticker'].includes(message.type)" :class="message.type" :src="source" :alt="caption || name" />
			<audio v-else-if="message.type === 'audio'" :src="source" :aria-label="name" controls preload="none"></audio>
			<video v-else-if="message.type === 'video'" :src="source" :aria-label="name" controls preload="none"></video>
			<a v-else class="file" :href="source" :download="name">{{ name }}</a>
			<figcaption v-if="caption"><FormattedText :text="caption" /></figcaption>
		</figure>`,
};
