import type { IDataObject } from 'n8n-workflow';

import type { Endpoint } from '../contract/webhooks';

/** What a registration leaves in the node's static data, and deactivation needs. */
export interface Registered {
	/** Its name: by the time we leave, another one may be chosen in the node. */
	provider: string;
	url: string;
	secret: string;
	displaced: Endpoint[];
	borrowsStatuses?: boolean;
	/** We left, but the provider could not be told. */
	leftBehind?: boolean;
}

export function registeredIn(staticData: IDataObject): Registered | undefined {
	return staticData.registered as Registered | undefined;
}

/** The secret that this node's deliveries carry, where it registered itself. */
export function registeredSecret(staticData: IDataObject): string | undefined {
	return registeredIn(staticData)?.secret;
}

export function remember(staticData: IDataObject, registered: Registered): void {
	staticData.registered = registered as unknown as IDataObject;
}

export function forget(staticData: IDataObject): void {
	delete staticData.registered;
}
