/** The fields that the editor shows for an operation, read from the node's description. */
import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { WhatsAppGroups } from '../../../nodes/WhatsAppGroups/WhatsAppGroups.node';

import { groupField } from './sandbox';

/** Fields of some choices of a menu. n8n demands all of them where an expression chooses. */
export const filledIn: INodeParameters = {
	text: 'Hi',
	mediaUrl: 'https://example.com/a.jpg',
	mediaId: '1',
	binaryPropertyName: 'data',
	template: groupField('order_update|en'),
};

const { description } = new WhatsAppGroups();

const isShown = (parameters: INodeParameters, field: INodeProperties | INodePropertyOptions) =>
	NodeHelpers.displayParameter(parameters, field, { typeVersion: 1 }, description, parameters);

/** The fields for these parameters. */
export function shownFields(parameters: INodeParameters): INodeProperties[] {
	return description.properties.filter((field) => isShown(parameters, field));
}

/** The entries of a menu for these parameters. */
export function shownOptions(
	parameters: INodeParameters,
	{ options = [] }: INodeProperties,
): INodePropertyOptions[] {
	return (options as INodePropertyOptions[]).filter((option) => isShown(parameters, option));
}

/** Every choice of the menus that other fields depend on: one set of parameters for each. */
export function situations(parameters: INodeParameters): INodeParameters[] {
	const menu = shownFields(parameters).find(
		({ name, type }) => type === 'options' && !(name in parameters) && decides(name),
	);
	if (menu === undefined) return [parameters];
	return shownOptions(parameters, menu).flatMap(({ value }) =>
		situations({ ...parameters, [menu.name]: value }),
	);
}

function decides(name: string): boolean {
	return description.properties.some(({ displayOptions }) => displayOptions?.show?.[name]);
}
