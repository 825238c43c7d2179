/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { randomUUID } from 'node:crypto';
import { EventEmitter, on } from 'node:events';

interface Message {
	data: string;
	/** How long a browser waits before it connects again to a sandbox that was stopped. */
	retry?: number;
}

/** Notifies open pages that there is something new to fetch. */
export class Changes {
	/** Another one after each start, by which a page sees that everything is new. */
	private readonly start = randomUUID();
	private readonly emitter = new EventEmitter().setMaxListeners(0);

	readonly announce = (): void => void this.emitter.emit('change', { data: this.start });

	/** One message at the start and one for each change, until the signal is aborted. */
	async *since(signal: AbortSignal): AsyncGenerator<Message> {
		yield { data: this.start, retry: 1000 };
		const changes = on(this.emitter, 'change', { signal });
		while (!signal.aborted) {
			const { value } = await changes.next().catch(() => ({ value: [] }));
			yield* value;
		}
	}
}
