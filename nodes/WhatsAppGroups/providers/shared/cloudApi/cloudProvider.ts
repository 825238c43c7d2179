import type { Provider } from '../../../contract/Provider';
import { CLOUD_EVENTS } from './eventNames';
import { readCloudEvents } from './events';
import { CLOUD_GROUP_ID_EXAMPLE, CLOUD_GROUPS_LISTED } from './groups';
import { CLOUD_INPUTS } from './inputs';
import { CLOUD_RATES } from './rates';
import { echoesIn } from './statusEvents';

/** Returns what is the same at every provider that offers Meta's Cloud API itself. */
export function cloudProvider(name: Provider['name']) {
	return {
		name,
		numericGroupIds: false,
		plainGroupId: (id) => id,
		groupsListed: CLOUD_GROUPS_LISTED,
		groupIdExample: CLOUD_GROUP_ID_EXAMPLE,
		createsLater: true,
		rates: CLOUD_RATES,
		optionalInputs: CLOUD_INPUTS,
		events: CLOUD_EVENTS,
		readEvents: (body) => readCloudEvents(name, CLOUD_EVENTS, body),
		readEchoes: echoesIn,
	} satisfies Partial<Provider>;
}
