/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isSafeObjectProperty } from 'n8n-workflow';

const page = readFileSync(join(__dirname, '../../../docs/events-and-results.md'), 'utf8');
const fields = [...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, path = '']) => path);
/** `message.commandText` has the same value. */
const onlyInCode = ['message.arguments'];

it.each(fields.filter((path) => !onlyInCode.includes(path)))(
	'an expression may read %s',
	(path) => {
		const names = path.split(/[.[\]]+/).filter(Boolean);

		expect(names.filter((name) => !isSafeObjectProperty(name))).toEqual([]);
	},
);
