import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Provider } from '../contract/Provider';
import { providers } from '../providers';

/**
 * Returns a menu, with a notice for each entry that only some providers offer. n8n keeps a chosen entry
 * that is hidden, for example after a change of the provider, and its panel of actions chooses entries
 * without a provider.
 */
export function withNotices(menu: INodeProperties): INodeProperties[] {
	return [menu, ...(menu.options as INodePropertyOptions[]).flatMap(noticeFor(menu))];
}

const noticeFor =
	({ name: menu, displayOptions }: INodeProperties) =>
	({ name, value, action = name, displayOptions: shown }: INodePropertyOptions) => {
		const offered = shown?.show?.provider ?? shown?.show?.['/provider'];
		const can = providers.filter((provider) => offered?.includes(provider.name));
		const cannot = providers.filter((provider) => !can.includes(provider));
		if (can.length === 0 || cannot.length === 0) return [];
		const notice: INodeProperties = {
			displayName: `This provider doesn't offer “${action}”. ${namesOf(can)} ${can.length === 1 ? 'does' : 'do'}.`,
			name: `${String(value).replace('.', '_')}_notOffered`,
			type: 'notice',
			default: '',
			displayOptions: {
				show: {
					...displayOptions?.show,
					'/provider': cannot.map((provider) => provider.name),
					[menu]: [value],
				},
			},
		};
		return [notice];
	};

/** Without Intl: its first use takes as long as loading all of this package. */
function namesOf(some: Provider[]): string {
	const names = some.map(({ displayName }) => displayName);
	const last = names.pop();
	return names.length > 1 ? `${names.join(', ')}, and ${last}` : [...names, last].join(' and ');
}
