import { templateContent } from '../../../nodes/WhatsAppGroups/providers/shared/cloudApi/templates';

const bill = {
	name: 'bill',
	language: 'en_US',
	approved: true,
	namespace: null,
	components: [{ type: 'HEADER', format: 'DOCUMENT' }],
	variables: [{ id: 'header_media', label: 'Header document (URL)' }],
	unfillable: null,
};

it.each([
	['https://shop.example/bills/4711.pdf?sig=abc', undefined, '4711.pdf'],
	['https://shop.example/my bill.pdf', 'https://shop.example/my%20bill.pdf', 'my bill.pdf'],
	['https://shop.example/', undefined, undefined],
])('gives the document of a template the name in %s', (url, link = url, filename) => {
	const { components } = templateContent({ ...bill, values: { header_media: url } });

	expect(components).toEqual([
		{ type: 'header', parameters: [{ type: 'document', document: { link, filename } }] },
	]);
});
