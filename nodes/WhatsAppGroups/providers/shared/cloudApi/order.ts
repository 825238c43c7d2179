/** A cart that somebody sent in. Source: Meta “Webhooks › messages › order”. */
import type { IDataObject } from 'n8n-workflow';

import type { Message, OrderedProduct } from '../../../contract/events';
import { numberIn, objectsIn, textIn } from '../../../contract/values';

/** Without words of its own, the text of an order is its products, one per line. */
export function orderIn(content: IDataObject): Pick<Message, 'text' | 'order'> {
	const products = objectsIn(content.product_items).map(productIn);
	return {
		text: textIn(content.text) ?? textIn(products.map(lineOf).join('\n')),
		order: { catalogId: textIn(content.catalog_id), products },
	};
}

function productIn(item: IDataObject): OrderedProduct {
	return {
		id: textIn(item.product_retailer_id),
		quantity: numberIn(item.quantity),
		price: numberIn(item.item_price),
		currency: textIn(item.currency),
	};
}

/** `3 × HAMBURGER` */
function lineOf({ id, quantity }: OrderedProduct): string {
	return `${quantity ?? 1} × ${id ?? '?'}`;
}
