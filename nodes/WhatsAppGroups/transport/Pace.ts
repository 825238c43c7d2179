import { sleep } from 'n8n-workflow';

import type { Rate } from '../contract/http';
import { RunStopped } from '../contract/errors';

/**
 * Shares of a provider's limit that are used. A request may be held up on its way and arrive together
 * with later ones, and one refusal costs more time than the shares left over.
 */
const SHARE_OF_BURST = 0.85;
const SHARE_OF_RATE = 0.995;

/** After a refusal: this share of the pace, but not less than the slowest; it grows back in this time. */
const SLOWED_SHARE = 0.9;
const SLOWEST_SHARE = 0.1;
const RECOVERY_MS = 20_000;

/** How long a waiting call may take to notice that its run was stopped. */
const SLICE_MS = 200;

interface Waiter {
	/** Ends the waiting. */
	stop?: AbortSignal;
	/** How long a pause it sits through, in ms. */
	patience: number;
	go(): void;
	giveUp(error: Error): void;
}

/**
 * A token bucket: calls leave in the order they came, as fast as the provider allows and no faster.
 * Without a rate there is no pace of its own, but pauses are kept all the same.
 */
export class Pace {
	private readonly line: Waiter[] = [];
	private moving = false;
	private tokens: number;
	private countedAt = Date.now();
	private pausedUntil = 0;
	private refusal = new Error();
	private slowedAt = -Infinity;
	private slowedTo = 1;

	constructor(private rate: Rate | undefined) {
		this.tokens = this.most();
	}

	/** From now on this rate holds. */
	follow(rate: Rate | undefined): void {
		if (rate?.perSecond === this.rate?.perSecond && rate?.burst === this.rate?.burst) return;
		this.count();
		this.rate = rate;
		this.tokens = Math.min(this.tokens, this.most());
	}

	/**
	 * Waits for the turn of one call. Rejects with `RunStopped` when `stop` is aborted before, and with
	 * the refusal that caused it when the pause is longer than `patience`.
	 */
	async take(stop?: AbortSignal, patience = Infinity): Promise<void> {
		await new Promise<void>((go, giveUp) => {
			this.line.push({ stop, patience, go, giveUp });
			if (!this.moving) void this.move();
		});
	}

	/**
	 * The provider refused a call that left at `sentAt`, because too much came at once: nothing leaves for
	 * `pause` ms, and then more slowly. Refusals of calls that were under way together slow down once.
	 */
	refused(refusal: Error, sentAt: number, pause: number): void {
		const now = Date.now();
		this.count();
		this.tokens = 0;
		this.refusal = refusal;
		this.pausedUntil = Math.max(this.pausedUntil, now + pause);
		if (sentAt >= this.slowedAt) {
			this.slowedTo = Math.max(this.share() * SLOWED_SHARE, SLOWEST_SHARE);
			this.slowedAt = now;
		}
	}

	private async move(): Promise<void> {
		this.moving = true;
		for (let [first] = this.line; first !== undefined; [first] = this.line) {
			this.dismiss();
			const wait = this.wait();
			if (wait > 0) {
				await sleep(Math.min(wait, SLICE_MS));
			} else if (this.line.length > 0) {
				if (this.rate !== undefined) this.tokens -= 1;
				this.line.shift()?.go();
			}
		}
		this.moving = false;
	}

	/** Lets those go who need not or would not wait. */
	private dismiss(): void {
		const pause = this.pausedUntil - Date.now();
		for (const waiter of [...this.line]) {
			const { stop, patience, giveUp } = waiter;
			if (!stop?.aborted && pause <= patience) continue;
			this.line.splice(this.line.indexOf(waiter), 1);
			giveUp(stop?.aborted ? new RunStopped() : this.refusal);
		}
	}

	/** Milliseconds until the next call may leave. */
	private wait(): number {
		this.count();
		const pause = this.pausedUntil - Date.now();
		if (pause > 0 || this.rate === undefined || this.tokens >= 1) return Math.max(pause, 0);
		return Math.ceil(((1 - this.tokens) * 1000) / this.perSecond(this.rate));
	}

	/** Adds the tokens of the time since the last count; a pause earns none. */
	private count(): void {
		const now = Date.now();
		const elapsed = Math.max(0, now - Math.max(this.countedAt, this.pausedUntil));
		if (this.rate !== undefined) {
			const earned = (elapsed * this.perSecond(this.rate)) / 1000;
			this.tokens = Math.min(this.most(), this.tokens + earned);
		}
		this.countedAt = now;
	}

	private most(): number {
		return Math.max(1, (this.rate?.burst ?? 1) * SHARE_OF_BURST);
	}

	private perSecond({ perSecond }: Rate): number {
		return perSecond * SHARE_OF_RATE * this.share();
	}

	/** The share of the pace that is kept: 1, or less for a while after a refusal. */
	private share(): number {
		const recovered = Math.min(1, (Date.now() - this.slowedAt) / RECOVERY_MS);
		return this.slowedTo + (1 - this.slowedTo) * recovered;
	}
}
