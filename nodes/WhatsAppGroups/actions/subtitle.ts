import { operations } from './index';

const actions = Object.fromEntries(operations.map(({ key, action }) => [key, action]));

/** The text under a node on the canvas: an expression that returns the action, in words. */
export const subtitle = `={{ (${JSON.stringify(actions)})[$parameter.resource + "." + $parameter.operation] }}`;
