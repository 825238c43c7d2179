import type { ProviderRequest } from '../../contract/http';
import type { GroupLookup } from '../../editor/GroupLookup';
import type { TemplateLookup } from '../../editor/TemplateLookup';

/** What the items of a run share that use the same account. */
export interface Connection {
	request: ProviderRequest;
	groups: GroupLookup;
	templates: TemplateLookup;
}
