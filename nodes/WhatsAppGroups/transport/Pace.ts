import { RunStopped } from '../contract/errors';
import type { Rate } from '../contract/http';
import { sleep } from './sleep';

/**
 * Shares of a provider's limit that are used. A request can be delayed and arrive together with later
 * ones, and one rejection costs more time than the unused shares.
 */
const SHARE_OF_BURST = 0.85;
const SHARE_OF_RATE = 0.995;

/**
 * After a rejection, a process moves part of the way from the share that it had before to the share that
 * was too much, and stays a little below. Other processes may send from the same number, so it stays
 * there for most of the time it needs to grow, to keep rejections rare. Then it grows faster and faster:
 * a process that is alone again has its full pace within 10 seconds.
 */
const PART_OF_THE_WAY = 0.4;
const SLOWED_SHARE = 0.8;
const SLOWEST_SHARE = 0.1;
const GROW_MS = 9_900;
const GROWTH_EXPONENT = 7;

/** The longest pause. The call after it shows whether the provider still rejects. */
const MAX_PAUSE_MS = 5 * 60_000;

/** How often the queue checks whether a run was stopped. */
const CHECK_MS = 200;

interface Waiter {
	/** Ends the waiting. */
	stop?: AbortSignal;
	/** The longest pause it waits for, in ms. */
	maxWait: number;
	go(): void;
	giveUp(error: Error): void;
}

/**
 * A token bucket: lets calls through in their order, as fast as the provider allows. Without a rate,
 * only pauses delay them. All times are of the monotonic clock.
 */
export class Pace {
	private readonly line = new Set<Waiter>();
	private moving = false;
	private tokens: number;
	private countedAt = performance.now();
	private pausedUntil = 0;
	private refusal = new Error();
	private slowedAt = -Infinity;
	private slowedTo = 1;

	constructor(private readonly rate: Rate | undefined) {
		this.tokens = this.most();
	}

	/**
	 * Waits until one call may be made. Rejects with `RunStopped` once `stop` is aborted, and with the
	 * rejection that caused a pause if the pause is longer than `maxWait` ms.
	 */
	async take(stop?: AbortSignal, maxWait = Infinity): Promise<void> {
		if (stop?.aborted) throw new RunStopped();
		if (this.pause() > maxWait) throw this.refusal;
		await new Promise<void>((resolve, reject) => {
			this.line.add({ stop, maxWait, go: resolve, giveUp: reject });
			if (!this.moving) void this.move();
		});
	}

	/** Waits only for the end of a pause: for a call that already has a token of another pace. */
	async pauseEnd(stop?: AbortSignal, maxWait = Infinity): Promise<void> {
		for (let pause = this.pause(); pause > 0; pause = this.pause()) {
			if (pause > maxWait) throw this.refusal;
			await sleep(pause, stop);
			if (stop?.aborted) throw new RunStopped();
		}
	}

	/**
	 * Reports that the provider rejected a call, made at `sentAt`, because of its rate limit: no call is
	 * made for `pause` ms, and then they are slower. Rejections of calls made together count once.
	 */
	refused(refusal: Error, sentAt: number, pause: number): void {
		const now = performance.now();
		this.count();
		this.tokens = 0;
		this.refusal = refusal;
		this.pausedUntil = Math.max(this.pausedUntil, now + Math.min(pause, MAX_PAUSE_MS));
		if (sentAt >= this.slowedAt) {
			const middle = this.slowedTo + (this.share() - this.slowedTo) * PART_OF_THE_WAY;
			this.slowedTo = Math.max(middle * SLOWED_SHARE, SLOWEST_SHARE);
			this.slowedAt = now;
		}
	}

	private async move(): Promise<void> {
		this.moving = true;
		for (let [first] = this.line; first !== undefined; [first] = this.line) {
			this.dismiss();
			const wait = this.wait();
			if (wait > 0) {
				await sleep(Math.min(wait, CHECK_MS));
			} else if (this.line.delete(first)) {
				if (this.rate !== undefined) this.tokens -= 1;
				first.go();
			}
		}
		this.moving = false;
	}

	/** Rejects the waiters that were stopped, or whose longest wait is shorter than the pause. */
	private dismiss(): void {
		const pause = this.pause();
		for (const waiter of this.line) {
			if (!waiter.stop?.aborted && pause <= waiter.maxWait) continue;
			this.line.delete(waiter);
			waiter.giveUp(waiter.stop?.aborted ? new RunStopped() : this.refusal);
		}
	}

	private pause(): number {
		return Math.max(0, this.pausedUntil - performance.now());
	}

	/** Milliseconds until the next call may be made. */
	private wait(): number {
		this.count();
		const pause = this.pause();
		if (pause > 0 || this.rate === undefined || this.tokens >= 1) return pause;
		return Math.ceil(((1 - this.tokens) * 1000) / this.perSecond(this.rate));
	}

	/** Adds the tokens of the time since the last count. A pause adds none. */
	private count(): void {
		const now = performance.now();
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

	/** The share of the pace that is used: 1, or less for a while after a rejection. */
	private share(): number {
		const grown = Math.min(1, (performance.now() - this.slowedAt) / GROW_MS);
		return this.slowedTo + (1 - this.slowedTo) * grown ** GROWTH_EXPONENT;
	}
}
