/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { matrix, matrixIn } from '../../../scripts/matrix';

it('the table of the README is up to date', () => {
	const readme = readFileSync(join(__dirname, '..', '..', '..', 'README.md'), 'utf8');

	expect(matrixIn(readme)).toBe(matrix());
});
