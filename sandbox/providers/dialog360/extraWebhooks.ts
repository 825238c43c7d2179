import type { Destination } from '../../server/deliveries';
import { ok, type Operation, Refusal, type VendorRequest } from '../../server/provider';
import { plainError } from './errors';
import type { Extra, Number360 } from './state';
import { faultIn } from './webhook';

/** 360dialog.md#p7. The document does not say whether the main URL counts. Here it does not. */
const MAX_EXTRAS = 3;

/**
 * Webhooks besides the main one (360dialog.md#g2, 360dialog.md#p7): enabled with the first ones by POST, then added by
 * PUT and changed by PATCH. Inferred: the conflicts (a name or URL used twice, too many of them, an
 * unknown name, enabling twice, a change before enabling), that disabling removes them, and every wording.
 */
export function extraWebhookOperations(number: Number360): Record<string, Operation> {
	const { extras, settings } = number;

	const replace = (destinations: Extra[]) => {
		for (const { url, headers = {} } of destinations) {
			const fault = faultIn(url, headers, settings.strictWebhookUrls);
			if (fault) throw new Refusal(plainError(400, fault));
		}
		if (destinations.length > MAX_EXTRAS) throw conflict(`At most ${MAX_EXTRAS} webhooks`);
		for (const member of ['name', 'url'] as const) {
			const values = new Set(destinations.map((destination) => destination[member]));
			if (values.size < destinations.length) throw conflict(`Each ${member} may occur once`);
		}
		extras.destinations = destinations;
	};

	const mustBeEnabled = () => {
		if (!extras.enabled) throw conflict('Enable it first');
	};

	return {
		getExtraWebhooks: () => ok(extras),

		setExtraWebhooks: ({ body }: VendorRequest<{ enabled: boolean; destinations?: Extra[] }>) => {
			const { enabled, destinations = [] } = body;
			if (enabled && extras.enabled) throw conflict('It is already enabled');
			replace(enabled ? destinations : []);
			extras.enabled = enabled;
			return ok({ message: enabled ? 'Enabled' : 'Disabled' });
		},

		addExtraWebhooks: ({ body }: VendorRequest<{ destinations: Extra[] }>) => {
			mustBeEnabled();
			replace([...extras.destinations, ...body.destinations]);
			return ok({ message: 'Added' });
		},

		changeExtraWebhook: ({ body }: VendorRequest<Partial<Extra>>) => {
			mustBeEnabled();
			if (!extras.destinations.some(({ name }) => name === body.name)) {
				throw conflict(`No webhook has the name ${body.name}`);
			}
			replace(
				extras.destinations.map((one) => (one.name === body.name ? { ...one, ...body } : one)),
			);
			return ok({ message: 'Changed' });
		},
	};
}

const conflict = (message: string) => new Refusal(plainError(409, message));

/** Where copies go once the main webhook has accepted (360dialog.md#p7). */
export const extraDestinations = ({ extras }: Number360): Destination[] =>
	extras.enabled ? extras.destinations.map(({ url, headers }) => ({ url, headers })) : [];
