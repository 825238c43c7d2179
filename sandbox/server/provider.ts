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

/** A call that the contract has checked. */
export interface VendorRequest<Body = Record<string, unknown>> {
	params: Record<string, string>;
	query: Record<string, string | number | undefined>;
	headers: Record<string, string>;
	body: Body;
	/** By field name. Only multipart bodies have them; `body` then holds the other fields. */
	files: Record<string, StoredFile>;
	/** The address of this provider's API, for links in responses. */
	baseUrl: string;
}

export type Operation = (request: VendorRequest<never>) => Answer | Promise<Answer>;

/** The sandbox has an operation for each one of the contract. */
export function operationNamed(operations: Record<string, Operation>, name: string): Operation {
	const operation = operations[name];
	if (operation === undefined) throw new Error(`The sandbox has no operation ${name}`);
	return operation;
}

/** Thrown by an operation to answer with an error. */
export class Refusal extends Error {
	constructor(readonly answer: Answer) {
		super(`Refused with ${answer.status}`);
	}
}

/** A recorded call with its response. */
export interface Call {
	/** Its operationId in the contract, and what it does. */
	operation: string;
	summary: string;
	method: string;
	path: string;
	query: unknown;
	headers: unknown;
	body: unknown;
	status: number;
	answer: unknown;
	at: string;
}

/** A message that shows what a published workflow does. */
export interface TryOut {
	/** The group in which the workflow answers. Without it, every group. */
	groupId?: string;
	text: string;
	/** The name of the workflow. */
	example: string;
}

/** One provider: everything that its contract doesn't define. */
export interface Provider {
	/** Its display name. */
	label: string;
	/**
	 * Meta's groups of businesses, which people ask to join and which can be suspended, or WhatsApp's
	 * ordinary ones, into which a business can be invited.
	 */
	groups: 'official' | 'ordinary';
	/** Whether only the provider's dashboard sets the webhook, and no call. */
	webhookByHand?: boolean;
	/** Path under which the sandbox serves it, without what belongs to the contract's own paths. */
	basePath: string;
	/** The path of files outside `basePath`, because the real API has another host for them. */
	mediaHost?: string;
	/** Its file in contracts/. */
	contract: string;
	account: Record<string, string>;
	world: World;
	deliveries: Deliveries;
	calls: Call[];
	/** The page has a button for each. */
	tryOut: TryOut[];
	/** The messages participants may write: those whose webhooks the provider documents. */
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
	/** Throws if the switches can't be set like this. */
	beforeSetting?: (change: Partial<Settings>) => Promise<void>;
	/** The current addresses of its webhooks. */
	webhooks: () => Destination[];
}

/** Switches of the sandbox, not of the vendor. */
export interface Settings extends Faults {
	/** The response to the next API call, which has no effect. */
	answerNext: Answer | null;
	[name: string]: unknown;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });

export const unixSeconds = (time: string) => Math.floor(Date.parse(time) / 1000);
