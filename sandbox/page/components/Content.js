import { kinds, summaryOf, textOf } from '../words/messages.js';
import { FormattedText } from './FormattedText.js';
import { Media } from './Media.js';

/** What a message says or carries. */
export const Content = {
	components: { FormattedText, Media },
	props: ['message'],
	setup: () => ({ kinds, summaryOf, textOf }),
	template: `
		<Media v-if="message.media" :message="message" />
		<a v-else-if="message.location" class="text" target="_blank" rel="noreferrer"
			:href="'https://www.openstreetmap.org/?mlat=' + message.location.latitude + '&mlon=' + message.location.longitude">
			{{ message.location.name || message.location.latitude + ', ' + message.location.longitude }}
		</a>
		<FormattedText v-else-if="['text', 'template'].includes(message.type)" :class="{ faint: message.change === 'deleted' }"
			:text="textOf(message)" />
		<p v-else class="text"><em class="tag">{{ kinds[message.type] ?? message.type }}</em>
			<template v-if="message.type !== 'unsupported'"> {{ summaryOf(message) }}</template></p>`,
};
