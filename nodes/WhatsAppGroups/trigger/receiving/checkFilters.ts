import type { IHookFunctions } from 'n8n-workflow';

import { nodeErrorOf } from '../../transport/nodeErrors';
import { filtersOf } from './filters';

/** Refuses at activation what would refuse every delivery later, such as a keyword that cannot be used. */
export function checkFilters(hook: IHookFunctions): void {
	try {
		filtersOf((name, absent) => hook.getNodeParameter(name, absent), {});
	} catch (error) {
		throw nodeErrorOf(error, hook.getNode());
	}
}
