/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
import axios, { isAxiosError } from 'axios';
import { randomUUID } from 'node:crypto';
import { type Facts, factsOf, type WorldEvent } from '../world/events';
import type { Faults } from './faults';

export interface Destination {
	url: string;
	headers?: Record<string, string>;
}

export interface Attempt {
	at: string;
	status?: number;
	error?: string;
}

export interface Delivery {
	id: string;
	at: string;
	/** The event that it reports. */
	about: WorldEvent['kind'];
	facts: Facts;
	url: string;
	headers: Record<string, string>;
	body: unknown;
	attempts: Attempt[];
	state: 'pending' | 'delivered' | 'failed';
}

/** How a provider delivers webhooks. Read for each attempt, so switches apply immediately. */
export interface DeliveryPolicy {
	accepts(status: number): boolean;
	maxAttempts(): number;
	/** The wait before the second attempt, in milliseconds. Doubles with each further attempt. */
	backOffMs(): number;
	/** How long an attempt may last, in milliseconds, if the provider publishes a limit. */
	timeoutMs?: number;
	/** Headers that depend on the body and the time, such as a signature. */
	sign?(body: string): Record<string, string>;
}

/** For providers that publish no limit: a busy computer needs a while. */
const TIMEOUT_MS = 30_000;

/** Webhooks by real HTTP POSTs, retried as the provider retries them. All are recorded. */
export class Deliveries {
	readonly list: Delivery[] = [];
	private readonly closing = new AbortController();
	private readonly timers = new Set<NodeJS.Timeout>();

	/** Called whenever something new is recorded. */
	onChange = (): void => {};

	constructor(
		private readonly policy: DeliveryPolicy,
		private readonly faults: Pick<Faults, 'loseWebhooks' | 'repeatWebhooks'>,
	) {}

	/** `afterwards` is called once, when the body has been accepted. */
	send(
		{ url, headers = {} }: Destination,
		event: WorldEvent,
		body: unknown,
		afterwards?: () => void,
	): void {
		const delivery: Delivery = {
			id: randomUUID(),
			at: new Date().toISOString(),
			about: event.kind,
			facts: factsOf(event),
			url,
			headers,
			body,
			attempts: [],
			state: 'pending',
		};
		this.list.push(delivery);
		this.onChange();
		void this.persist(delivery, afterwards);
	}

	/** Sends the same body again, as if the response had been lost. */
	async repeat(delivery: Delivery): Promise<void> {
		await this.attempt(delivery);
	}

	close(): void {
		this.closing.abort();
		for (const timer of this.timers) clearTimeout(timer);
	}

	private async persist(delivery: Delivery, afterwards?: () => void): Promise<void> {
		const accepted = await this.attempt(delivery);
		if (this.closing.signal.aborted) return;
		if (accepted) {
			afterwards?.();
			if (this.faults.repeatWebhooks) await this.repeat(delivery);
			return;
		}
		const tries = delivery.attempts.length;
		if (tries >= this.policy.maxAttempts()) {
			delivery.state = 'failed';
			this.onChange();
			return;
		}
		const timer = setTimeout(
			() => {
				this.timers.delete(timer);
				void this.persist(delivery, afterwards);
			},
			this.policy.backOffMs() * 2 ** (tries - 1),
		);
		this.timers.add(timer);
	}

	private async attempt(delivery: Delivery): Promise<boolean> {
		const at = new Date().toISOString();
		const outcome = this.faults.loseWebhooks
			? { error: 'lost on the way' }
			: await this.post(delivery);
		delivery.attempts.push({ at, ...outcome });
		const accepted = outcome.status !== undefined && this.policy.accepts(outcome.status);
		if (accepted) delivery.state = 'delivered';
		this.onChange();
		return accepted;
	}

	private async post(delivery: Delivery): Promise<Omit<Attempt, 'at'>> {
		const body = JSON.stringify(delivery.body);
		const { timeoutMs = TIMEOUT_MS } = this.policy;
		delivery.headers = { ...delivery.headers, ...this.policy.sign?.(body) };
		try {
			const { status } = await axios.post(delivery.url, Buffer.from(body), {
				headers: { ...delivery.headers, 'Content-Type': 'application/json', Connection: 'close' },
				signal: AbortSignal.any([this.closing.signal, AbortSignal.timeout(timeoutMs)]),
				maxRedirects: 0,
				proxy: false,
				responseType: 'text',
				validateStatus: null,
			});
			return { status };
		} catch (error) {
			return { error: isAxiosError(error) && error.code ? error.code : String(error) };
		}
	}
}
