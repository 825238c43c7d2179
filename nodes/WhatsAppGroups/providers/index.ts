import { a1Base } from './a1Base';
import { dialog360 } from './dialog360';
import { metaCloud } from './metaCloud';
import { oneMsg } from './oneMsg';
import type { OperationKey } from '../contract/operations';
import type { Provider } from '../contract/Provider';
import type { ProviderName } from '../contract/ProviderName';

/** The table of providers, in the order of the menus. */
export const providers: Provider[] = [dialog360, oneMsg, a1Base, metaCloud];

export function providerNamed(name: string): Provider | undefined {
	return providers.find((provider) => provider.name === name);
}

/** Returns the providers that pass `test`: `displayOptions` and the README's table are derived from it. */
export function providersWhere(test: (provider: Provider) => boolean): ProviderName[] {
	return providers.filter(test).map(({ name }) => name);
}

export function providersOffering(operation: OperationKey): ProviderName[] {
	return providersWhere(({ calls }) => calls[operation] !== undefined);
}
