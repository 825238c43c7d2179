/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { withExactIds } from '../../../nodes/WhatsAppGroups/trigger/receiving/withExactIds';

it.each<[string, unknown]>([
	['{"a":120363046942338209}', { a: '120363046942338209' }],
	[
		'{"a":-120363046942338209 , "b" : [12036304694233820901]}',
		{
			a: '-120363046942338209',
			b: ['12036304694233820901'],
		},
	],
	['{"a":9007199254740991,"b":1755548877000}', { a: 9007199254740991, b: 1755548877000 }],
	[
		'{"a":0.12345678901234567,"b":1.0000000000000000e21}',
		{ a: Number('0.12345678901234567'), b: 1e21 },
	],
	[
		'{"a":"x,120363046942338209,","120363046942338209":1}',
		{
			a: 'x,120363046942338209,',
			'120363046942338209': 1,
		},
	],
	[
		'{"a":"\\",120363046942338209\\\\","b":120363046942338209}',
		{
			a: '",120363046942338209\\',
			b: '120363046942338209',
		},
	],
])('%s', (json, value) => {
	expect(JSON.parse(withExactIds(json))).toEqual(value);
});

it.each([
	['texts that end nowhere', `{"a":"${'\\"'.repeat(8_000_000)}`],
	['many digits', `{"a":${'1'.repeat(16_000_000)}}`],
	['many escapes', `{"a":"${'\\n'.repeat(8_000_000)}"}`],
])('%s cost little time', (_what, json) => {
	const before = process.cpuUsage().user;

	withExactIds(json);

	expect((process.cpuUsage().user - before) / 1000).toBeLessThan(2000);
});
