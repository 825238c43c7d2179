import type { IHookFunctions } from 'n8n-workflow';

import { nodeErrorOf } from '../../transport/nodeErrors';
import { filtersOf } from './filters';

/** Throws when the workflow is published if its filters can't be used, because every delivery would fail. */
export function checkFilters(hook: IHookFunctions): void {
	try {
		filtersOf((name, absent) => hook.getNodeParameter(name, absent), { plainGroupId: (id) => id });
	} catch (error) {
		throw nodeErrorOf(error, hook.getNode());
	}
}
