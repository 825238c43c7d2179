import type { ProviderRequest } from './http';

/** One webhook call from outside, as it came. */
export interface Delivery {
	/** The bytes that a signature covers. */
	rawBody: Buffer;
	/** Header names in lower case. */
	headers: Record<string, string | string[] | undefined>;
}

/** A webhook address as the provider keeps it. */
export interface Endpoint {
	url: string;
	/** Sent along with each delivery. */
	headers?: Record<string, string>;
	/** What the provider knows it by, where it gives names. */
	name?: string;
	/**
	 * Written beside the address: the channel's statuses are on only for it and others marked alike.
	 * So whichever trigger goes last knows that the switch was found off.
	 */
	borrowsStatuses?: boolean;
}

/** What the provider has registered for the number. */
export interface Standing {
	/** In the order in which they are served. */
	endpoints: Endpoint[];
	/** Fewer than the documented capacity, where this account has fewer. */
	capacity?: number;
	/** Whether delivery and read statuses are sent, where that is a switch of the channel. */
	statusEvents?: boolean;
}

/** Registration by API. Absent where the webhook can only be set by hand. */
export interface Registration {
	/** How many addresses the provider delivers to. */
	capacity: number;
	/** To how few it delivers for some accounts. */
	leastCapacity: number;
	/** Whether the provider can be left without any address. */
	canClear: boolean;
	/** Every write replaces the whole list: of two at once, one is lost, and has to look. */
	canLoseWrites?: boolean;
	/** Domain of the provider's real API, whose demands on an address `faultIn` knows. */
	domain: string;
	/** Why the provider cannot deliver to this address; `undefined` where it can. */
	faultIn?(url: URL): string | undefined;
	read(request: ProviderRequest): Promise<Standing>;
	/** Makes the provider's state exactly this, in what is given. */
	write(
		request: ProviderRequest,
		change: Partial<Pick<Standing, 'endpoints' | 'statusEvents'>>,
	): Promise<void>;
}
