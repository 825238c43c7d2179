import { providerInSubtitle } from '../editor/providerField';
import { operations } from './index';

const actions = Object.fromEntries(operations.map(({ key, action }) => [key, action]));

/** The text under a node on the canvas: an expression that returns the provider and the action, in words. */
export const subtitle = `=${providerInSubtitle}{{ (${JSON.stringify(actions)})[$parameter.resource + "." + $parameter.operation] }}`;
