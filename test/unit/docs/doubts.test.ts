/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
/** Nobody has settled the doubts in docs/facts/ yet: each says how somebody with an account can. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { operations } from '../../../nodes/WhatsAppGroups/actions';
import { eventMenu } from '../../../nodes/WhatsAppGroups/trigger/editor/eventMenu';

const root = join(__dirname, '../../..');
const check: { nodes: Array<{ name: string; type: string }> } = JSON.parse(
	readFileSync(join(root, 'examples/check-my-number.json'), 'utf8'),
);

/** What a person can run: a step of *Check my number*, an action, or a trigger with an event. */
const runnable = new Set([
	...check.nodes.filter(({ type }) => type.endsWith('.whatsAppGroups')).map(({ name }) => name),
	...operations.map(({ action }) => action),
	...eventMenu.map(({ name }) => name),
]);

describe.each(['1msg', '360dialog', 'a1base', 'meta-groups'])('%s', (sheet) => {
	const text = readFileSync(join(root, `docs/facts/${sheet}.md`), 'utf8');
	const [, section = ''] = text.split(/^## .*Conflicts and doubts$/m);
	const doubts = [...section.matchAll(/^\| <a id="(\w+)">.*\| ([^|]+) \|$/gm)];

	test.each(doubts.map(([, id = '', settledBy = '']) => [id, settledBy] as const))(
		'%s: %s',
		(_, settledBy) => {
			const [, name] = /^\*([^*]+)\*/.exec(settledBy) ?? [];
			expect(name !== undefined ? runnable.has(name) : settledBy.startsWith('Ask ')).toBe(true);
		},
	);

	test('every row of the table is read', () => {
		expect(doubts).toHaveLength(section.match(/^\| <a id=/gm)?.length ?? 0);
	});
});
