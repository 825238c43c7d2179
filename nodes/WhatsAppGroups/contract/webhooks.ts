import type { Account, ProviderRequest } from './http';

/** The `path` of the trigger's webhooks: the last part of each of their URLs. */
export const WEBHOOK_PATH = 'whatsapp-groups';

/** One webhook request, unchanged. */
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
	/** The webhook's name, at providers that name webhooks. */
	name?: string;
	/**
	 * Stored with the address: this endpoint and others with the same mark are the only reason why the
	 * channel's statuses are on. The last of them to be released turns the statuses off again.
	 */
	borrowsStatuses?: boolean;
}

/** What is registered for the number. */
export interface RegisteredWebhooks {
	/** In the order in which the provider calls them. */
	endpoints: Endpoint[];
	/** Set if this account can have fewer webhooks than the documented capacity. */
	capacity?: number;
	/** Whether delivery and read statuses are on, at providers with a switch for the channel. */
	statusEvents?: boolean;
}

/** Registration by API. Absent if the webhook can only be set by hand. */
export interface Registration {
	/** How many addresses the provider delivers to. */
	capacity: number;
	/** The capacity of the accounts with the fewest addresses. */
	leastCapacity: number;
	/** Whether all addresses can be removed. */
	canClear: boolean;
	/** Whether addresses of other programs can be restored after they were replaced. */
	canRestoreOthers: boolean;
	/** Whether the provider turns failing addresses off until the list is written again. */
	switchesOff?: boolean;
	/** Credential field that the node's webhook secret is derived from. */
	keyField: string;
	/** Other credential fields, with their labels, that are required to verify deliveries. */
	requiredFields: Record<string, string>;
	/** Identifies the number or channel: credentials with the same name share one list of webhooks. */
	accountName(account: Account): string;
	/** Returns why the provider can't deliver to this address; `undefined` if it can. */
	faultIn?(url: URL): string | undefined;
	/** Fails if the provider wouldn't send `events`, whatever the address. */
	check?(request: ProviderRequest, events: string[]): Promise<void>;
	read(request: ProviderRequest): Promise<RegisteredWebhooks>;
	/** Sets the provider's state to exactly this. Idempotent. */
	write(
		request: ProviderRequest,
		change: Partial<Pick<RegisteredWebhooks, 'endpoints' | 'statusEvents'>>,
	): Promise<void>;
}
