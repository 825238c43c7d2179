import type { Provider } from '../server/provider';
import { createA1Base } from './a1Base';
import { createDialog360 } from './dialog360';
import { createMetaCloud } from './metaCloud';
import { createOneMsg } from './oneMsg';

/** How each provider begins: with one account and nothing in it. */
export const factories = {
	dialog360: createDialog360,
	oneMsg: createOneMsg,
	a1Base: createA1Base,
	metaCloud: createMetaCloud,
} satisfies Record<string, () => Provider>;

export type ProviderName = keyof typeof factories;

export const providerNames = Object.keys(factories) as ProviderName[];
