import type { Deliveries, Destination } from './deliveries';
import type { Faults } from './faults';
import type { StoredFile } from '../world/files';
import type { WrittenType } from '../world/model';
import type { Problem } from './problems';
import type { World } from '../world/World';

export interface Answer {
	status: number;
	body: unknown;
	headers?: Record<string, string>;
}

/** A call that its contract allows. What a handler reads from it, the contract has checked. */
export interface VendorRequest<Body = Record<string, unknown>> {
	params: Record<string, string>;
	query: Record<string, string | number | undefined>;
	headers: Record<string, string>;
	body: Body;
	/** By field name; only multipart bodies have them, and then `body` holds the other fields. */
	files: Record<string, StoredFile>;
	/** Where this provider's API begins, for links in answers. */
	baseUrl: string;
}

export type Operation = (request: VendorRequest<never>) => Answer | Promise<Answer>;

/** Thrown by an operation to answer with an error. */
export class Refusal extends Error {
	constructor(readonly answer: Answer) {
		super(`Refused with ${answer.status}`);
	}
}

/** A call as it was received, and what it got. */
export interface Call {
	method: string;
	path: string;
	query: unknown;
	headers: unknown;
	body: unknown;
	status: number;
	answer: unknown;
	at: string;
}

/** One provider: what its contract leaves open is answered here. */
export interface Provider {
	/** As it calls itself. */
	label: string;
	/**
	 * Meta's groups of businesses, which people ask to join and which can be suspended, or WhatsApp's
	 * ordinary ones, into which a business can be invited.
	 */
	groups: 'official' | 'ordinary';
	/** Path under which the sandbox serves it, without what belongs to the contract's own paths. */
	basePath: string;
	/** Where files are fetched besides `basePath`, as the real API has another host for them. */
	mediaHost?: string;
	/** Its file in contracts/. */
	contract: string;
	account: Record<string, string>;
	world: World;
	deliveries: Deliveries;
	calls: Call[];
	/** What participants may write, as far as its documents say how it is told. */
	inbound: WrittenType[];
	settings: Settings;
	/** By operationId. */
	operations: Record<string, Operation>;
	/** By the contract's name of the security scheme. */
	authentication: Record<string, (request: VendorRequest) => boolean>;
	errors: {
		unauthorized: () => Answer;
		notFound: () => Answer;
		invalid: (problems: Problem[], operationId: string) => Answer;
		tooManyRequests: () => Answer;
		serverError: () => Answer;
	};
	/** Throws when the switches may not be set like this. */
	beforeSetting?: (change: Partial<Settings>) => Promise<void>;
	/** Where its webhooks go now. */
	webhooks: () => Destination[];
}

/** Switches of the sandbox, not of the vendor. */
export interface Settings extends Faults {
	/** Answer the next API call with this instead of doing it. */
	answerNext: Answer | null;
	[name: string]: unknown;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

export const unixSeconds = (time: string) => Math.floor(Date.parse(time) / 1000);
