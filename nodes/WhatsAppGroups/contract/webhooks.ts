import type { Account, ProviderRequest } from './http';

/** One webhook request from outside, unchanged. */
export interface Delivery {
	/** The bytes that a signature covers. */
	rawBody: Buffer;
	/** Header names in lower case. */
	headers: Record<string, string | string[] | undefined>;
}

/** A webhook address as the provider stores it. */
export interface Endpoint {
	url: string;
	/** Sent with each delivery. */
	headers?: Record<string, string>;
	/** The provider's name for it, at providers that name webhooks. */
	name?: string;
	/**
	 * Stored with the address: the channel's statuses are on only because of it and others marked
	 * alike. The last marked endpoint to go turns the statuses off again.
	 */
	borrowsStatuses?: boolean;
}

/** What is registered for the number. */
export interface RegisteredWebhooks {
	/** In the order in which the provider calls them. */
	endpoints: Endpoint[];
	/** Set if this account has fewer places than the documented capacity. */
	capacity?: number;
	/** Whether delivery and read statuses are sent, at providers with a switch for the channel. */
	statusEvents?: boolean;
}

/** Registration by API. Absent if the webhook can only be set by hand. */
export interface Registration {
	/** How many addresses the provider delivers to. */
	capacity: number;
	/** How many it delivers to for the accounts with the fewest. */
	leastCapacity: number;
	/** Whether the provider can be left without any address. */
	canClear: boolean;
	/** Whether others' addresses can be written back once they were replaced. */
	canRestoreOthers: boolean;
	/** Whether the provider switches failing addresses off until the list is written again. */
	switchesOff?: boolean;
	/** Credential field that the node's webhook secret is derived from. */
	keyField: string;
	/** Further credential fields that deliveries can't be verified without, with their labels. */
	requiredFields: Record<string, string>;
	/** Names the number or channel: credentials with the same name share one list of webhooks. */
	accountName(account: Account): string;
	/** Why the provider can't deliver to this address; `undefined` if it can. */
	faultIn?(url: URL): string | undefined;
	/** Checks, and if possible completes, what deliveries need besides the address. */
	prepare?(request: ProviderRequest, url: string, events: string[]): Promise<void>;
	read(request: ProviderRequest): Promise<RegisteredWebhooks>;
	/** Makes the provider's state exactly this. Repeating it does no harm. */
	write(
		request: ProviderRequest,
		change: Partial<Pick<RegisteredWebhooks, 'endpoints' | 'statusEvents'>>,
	): Promise<void>;
}
