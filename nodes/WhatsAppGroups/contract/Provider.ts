import type { IDataObject } from 'n8n-workflow';

import type { BusinessNumber, Echo, EventName, GroupEvent } from './events';
import type {
	Account,
	Budget,
	MediaRequest,
	Problem,
	ProviderRequest,
	Rate,
	ReceivedFile,
} from './http';
import type {
	GroupChanges,
	MessageOption,
	NewGroup,
	Page,
	ProviderCalls,
	Template,
} from './operations';
import type { ProviderName } from './ProviderName';
import type { Delivery, Registration } from './webhooks';

/**
 * The interface between the product and the providers. Each provider is a folder that implements it.
 * If an optional member is absent, the provider doesn't offer it: menus, errors and the README's table
 * are derived from the members that are present.
 */
export interface Provider {
	name: ProviderName;
	displayName: string;
	/** What a number must have for groups, for the menu of providers. */
	needs: string;
	/** Credential type. */
	credential: string;
	/** Domain of the provider's real API. A base URL outside it is a sandbox or a proxy. */
	domain: string;
	/** Credential field of the API key. Both nodes derive the same secret from it. */
	apiKeyField: string;
	/** Identifies the number of a credential. All credentials of one number share its rate limits. */
	numberOf(account: Account): unknown;
	/** Whether a group id may be a plain number, which elsewhere is more likely a phone number. */
	numericGroupIds: boolean;
	/** Normalizes a group id to the form used in events. The same id if the provider has only one form. */
	plainGroupId(id: string): string;
	calls: ProviderCalls;
	/** Which groups the list has, as a sentence for builders. */
	groupsListed: string;
	/** What a group ID looks like, for builders. */
	groupIdExample: string;
	/** Which messages *Get Many* can return, as a sentence for builders. */
	messagesKept?: string;
	/** Whether a new group may get its ID only after the response to creating it. */
	createsLater?: true;
	/** The known rate limits of a number. A limit that isn't listed is discovered from rejections. */
	rates: Partial<Record<Budget, Rate>>;
	/** Which inputs an operation accepts beyond the ones that all providers share. */
	optionalInputs: {
		'message.send'?: MessageOption[];
		'group.create'?: Array<keyof NewGroup>;
		'group.update'?: Array<keyof GroupChanges>;
	};
	/** The templates of the account. If absent, the provider can't send templates. */
	templates?(
		request: ProviderRequest,
		page: { search?: string; cursor?: string },
	): Promise<Page<Template>>;
	/** Explains a response. Returns `undefined` if it says nothing beyond the HTTP status. */
	explain(status: number, body: unknown): Problem | undefined;

	/** The events that this provider is documented to deliver. */
	events: EventName[];
	/** Returns the events of a delivery. Omits what isn't about a group; an unknown event is `other`. */
	readEvents(body: IDataObject): GroupEvent[];
	/**
	 * Returns what a delivery repeats of own messages, beyond its events. Triggers find open questions by
	 * it.
	 */
	readEchoes?(body: IDataObject): Echo[];
	/**
	 * Returns the text of the message that a delivery replies to, empty if it is unknown; `undefined` for
	 * no reply. Absent if events have the ID of the message that somebody replies or reacts to.
	 */
	readQuote?(body: IDataObject): string | undefined;
	/**
	 * Returns the credential's number as events name it, so that events of other numbers can be omitted.
	 * Absent if the credential doesn't contain it, or if webhooks belong to a single number.
	 */
	ownNumber?(account: Account): BusinessNumber;
	/** Whether events report that a message mentions this number. */
	mentions?: true;
	/** Returns the file of a message; `undefined` if it has none. Absent if messages never have files. */
	media?(
		request: MediaRequest,
		event: GroupEvent,
		delivery: IDataObject,
	): Promise<ReceivedFile | undefined>;
	/** Where deliveries carry the trigger's secret. Absent if only a signature verifies them. */
	secretIn?: 'header' | 'query';
	/** Verifies a delivery's signature; `undefined` if it has none. `now` is in ms. */
	verifySignature?(delivery: Delivery, account: Account, now: number): boolean | undefined;
	/**
	 * Returns the token that the provider sends in a GET to check that an address is ours. All triggers
	 * of an account share it, so that one can restore another's address. Absent if it never checks.
	 */
	verifyToken?(account: Account): string | undefined;
	registration?: Registration;
	/** Credential fields, with their labels, that verify deliveries to a webhook set by hand. */
	manualFields: Record<string, string>;
	/** How to set the webhook by hand, as plain text for the editor. */
	manualSetup: string;
}
