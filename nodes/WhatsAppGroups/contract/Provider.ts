import type { IDataObject } from 'n8n-workflow';

import type { BusinessNumber, EventName, GroupEvent } from './events';
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
 * The seam between the product and the providers. A provider is a folder that fills in this interface.
 * An absent member is something it does not offer: menus, refusals and the README's table are derived
 * from what is present.
 */
export interface Provider {
	name: ProviderName;
	displayName: string;
	/** Credential type. */
	credential: string;
	/** Domain of the provider's real API, which a base URL elsewhere, such as a sandbox, doesn't have. */
	domain: string;
	/** Identifies the number of a credential: all credentials of one number share its limits. */
	numberOf(account: Account): unknown;
	/** Whether a group id may be a plain number, which elsewhere is more likely a phone number. */
	numericGroupIds: boolean;
	/** The one form in which events give a group id, where the provider has several. */
	plainGroupId?(id: string): string;
	calls: ProviderCalls;
	/** The known limits of a number. One that is not here is found out by refusals. */
	rates: Partial<Record<Budget, Rate>>;
	/** Which inputs beyond the ones all providers share an operation takes. */
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
	/** Reads an answer. `undefined`: nothing to say beyond the HTTP status. */
	explain(status: number, body: unknown): Problem | undefined;

	/** The events that this provider is documented to deliver. */
	events: EventName[];
	/** Unfolds a delivery. Whatever is not about a group is left out; the unknown is `other`. */
	readEvents(body: IDataObject): GroupEvent[];
	/**
	 * The credential's number as events name it, so that those of another number can be left out.
	 * Absent: the credential doesn't say, or its webhooks belong to a single number.
	 */
	ownNumber?(account: Account): BusinessNumber;
	/** Whether events say that a message mentions this number. */
	mentions?: true;
	/** The file of a message; `undefined` where it has none. Absent: files come in no delivery. */
	media?(
		request: MediaRequest,
		event: GroupEvent,
		delivery: IDataObject,
	): Promise<ReceivedFile | undefined>;
	/** Where the trigger's secret travels. Absent: deliveries are proved by their signature alone. */
	secretIn?: 'header' | 'query';
	/** Checks a signature; `undefined` where the delivery carries none. */
	verifySignature?(delivery: Delivery, account: Account, now: number): boolean | undefined;
	/**
	 * The word that the provider sends when it checks by a GET whether an address is ours. All triggers
	 * of an account share it, so that one can write another's address back. Absent: it never checks.
	 */
	verifyToken?(account: Account): string | undefined;
	registration?: Registration;
	/** Credential fields, with their labels, that a webhook set by hand is verified with. */
	manualFields: Record<string, string>;
	/** How to set the webhook by hand, as plain text for the editor. */
	manualSetup: string;
}
