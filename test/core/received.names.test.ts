/** Names of received files, which everybody in a group can choose. */
import { randomUUID } from 'node:crypto';

import { a1Message } from '../unit/deliveries/a1Base';
import { firstOf } from '../support/firstOf';
import { signedCall, triggerWithSecret } from './support/signedCalls';

async function fileNamed(filename: unknown) {
	const options = { downloadMedia: true };
	const trigger = triggerWithSecret('a1Base', randomUUID(), { options });
	const data = Buffer.from('%PDF').toString('base64');
	const body = a1Message({ message_type: 'document', message_content: { data, filename } });
	const { files } = await trigger.receive(signedCall('a1Base', JSON.stringify(body)));
	return firstOf(files ?? [])?.data;
}

test.each([
	['report.pdf', 'report.pdf'],
	['Grüße 👨‍👩‍👧 v1.2.pdf', 'Grüße 👨‍👩‍👧 v1.2.pdf'],
	['../../etc/cron.d/job.pdf', 'job.pdf'],
	['/etc/passwd', 'passwd'],
	['..\\..\\Windows\\system.ini', 'system.ini'],
	['a\u0000b\r\nSet-Cookie: c.pdf', 'abSet-Cookie: c.pdf'],
	['invoice\u202Efdp.exe', 'invoicefdp.exe'],
	[' padded.pdf\t', 'padded.pdf'],
	[`${'x'.repeat(500)}.pdf`, `${'x'.repeat(251)}.pdf`],
	[`${'ü'.repeat(500)}.pdf`, `${'ü'.repeat(125)}.pdf`],
	[`.${'x'.repeat(500)}`, `.${'x'.repeat(254)}`],
])('%j is saved as %j', async (given, name) => {
	const file = await fileNamed(given);

	expect(file).toMatchObject({ fileName: name });
	expect(file).not.toHaveProperty('directory');
});

test.each(['..', '.', '../', 'a/..', '\u0000', '', '   ', null])(
	'%j is a file without a name',
	async (given) => {
		const file = await fileNamed(given);

		expect(file).toMatchObject({ data: Buffer.from('%PDF').toString('base64') });
		expect(file).not.toHaveProperty('fileName');
	},
);
