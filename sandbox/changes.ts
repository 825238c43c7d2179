import { EventEmitter, on } from 'node:events';

/** Tells whoever looks at the sandbox that there is something new to be fetched. */
export class Changes {
	private readonly emitter = new EventEmitter().setMaxListeners(0);

	readonly announce = (): void => void this.emitter.emit('change');

	/** One message for each change until the signal is aborted. */
	async *since(signal: AbortSignal): AsyncGenerator<{ data: string }> {
		yield { data: 'connected' };
		try {
			for await (const _change of on(this.emitter, 'change', { signal })) yield { data: 'changed' };
		} catch (error) {
			if (!signal.aborted) throw error;
		}
	}
}
