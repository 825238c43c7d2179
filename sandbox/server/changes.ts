/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { EventEmitter, on } from 'node:events';

interface Message {
	data: string;
	/** How long a browser waits before it connects again to a sandbox that was stopped. */
	retry?: number;
}

/** Notifies open pages that there is something new to fetch. */
export class Changes {
	private readonly emitter = new EventEmitter().setMaxListeners(0);

	readonly announce = (): void => void this.emitter.emit('change', { data: 'changed' });

	/** One message at the start and one for each change, until the signal is aborted. */
	async *since(signal: AbortSignal): AsyncGenerator<Message> {
		yield { data: 'connected', retry: 1000 };
		const changes = on(this.emitter, 'change', { signal });
		while (!signal.aborted) {
			const { value } = await changes.next().catch(() => ({ value: [] }));
			yield* value;
		}
	}
}
