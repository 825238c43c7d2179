/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** The README's support matrix, generated from the table of providers. `npm run matrix` writes it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { operations } from '../nodes/WhatsAppGroups/actions/index';
import { providers } from '../nodes/WhatsAppGroups/providers/index';
import type { Provider } from '../nodes/WhatsAppGroups/contract/Provider';
import { eventMenu } from '../nodes/WhatsAppGroups/trigger/editor/eventMenu';

const README = join(__dirname, '..', 'README.md');
const BETWEEN_MARKS = /(?<=<!-- matrix -->\n)[\s\S]*(?=<!-- \/matrix -->)/;

export function matrix(): string {
	const row = (name: string, offered: (provider: Provider) => boolean) =>
		`| ${name} | ${providers.map((provider) => (offered(provider) ? 'yes' : '–')).join(' | ')} |`;
	const heading = (name: string) => `| **${name}** |${' |'.repeat(providers.length)}`;
	return [
		`| | ${providers.map(({ displayName }) => displayName).join(' | ')} |`,
		`|---|${':-:|'.repeat(providers.length)}`,
		heading('Actions'),
		...operations.map(({ call, action }) => row(action, ({ calls }) => calls[call] !== undefined)),
		heading('Trigger'),
		...eventMenu.map(({ name, value }) =>
			row(name, ({ events }) => events.some((event) => event === value)),
		),
		row('Registers its webhook itself', ({ registration }) => registration !== undefined),
		'',
	].join('\n');
}

export function matrixIn(readme: string): string | undefined {
	return BETWEEN_MARKS.exec(readme)?.[0];
}

if (require.main === module) {
	writeFileSync(README, readFileSync(README, 'utf8').replace(BETWEEN_MARKS, matrix()));
}
