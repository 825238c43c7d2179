import { timeOf } from '../words/time.js';
import { FormattedText } from './FormattedText.js';
import { Icon } from './Icon.js';
import { OpenN8n } from './OpenN8n.js';

/** A message that a workflow wanted to send, and why the group didn't get it. */
export const Failure = {
	components: { FormattedText, Icon, OpenN8n },
	props: ['failure', 'time'],
	setup: () => ({ timeOf }),
	template: `
		<article class="message own failure">
			<div class="bubble">
				<h3 class="bad"><Icon name="warning" /> Not sent</h3>
				<FormattedText v-if="failure.text" :text="failure.text" />
				<p class="faint">{{ failure.reason }}.
					<template v-if="failure.attempts > 1">The workflow tried {{ failure.attempts }} times.</template></p>
				<footer><OpenN8n /> <time :datetime="time">{{ timeOf(time) }}</time></footer>
			</div>
		</article>`,
};
