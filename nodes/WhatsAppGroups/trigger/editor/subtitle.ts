import { providerInSubtitle } from '../../editor/providerField';
import { eventMenu } from './eventMenu';

const names = Object.fromEntries(eventMenu.map(({ value, name }) => [value, name]));

/** The text under a node on the canvas: an expression that returns the first two events and the provider, in words. */
export const subtitle = `={{ [$parameter.events].flat().slice(0, 2).map((event) => (${JSON.stringify(names)})[event]).join(", ") + ([$parameter.events].flat().length > 2 ? ", …" : "") }}${providerInSubtitle}`;
