import { providerInSubtitle } from '../../editor/providerField';
import { eventMenu } from './eventMenu';

const names = Object.fromEntries(eventMenu.map(({ value, name }) => [value, name]));

/** The text under a node on the canvas: an expression that returns the provider and the first two events, in words. */
export const subtitle = `=${providerInSubtitle}{{ [$parameter.events].flat().slice(0, 2).map((event) => (${JSON.stringify(names)})[event]).join(", ") + ([$parameter.events].flat().length > 2 ? ", …" : "") }}`;
