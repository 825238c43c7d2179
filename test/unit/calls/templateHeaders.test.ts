import { templateContent } from '../../../nodes/WhatsAppGroups/providers/shared/cloudApi/filledTemplate';

const bill = {
	name: 'bill',
	language: 'en_US',
	approved: true,
	namespace: null,
	components: [{ type: 'HEADER', format: 'DOCUMENT' }],
	variables: [],
	unfillable: null,
};

const content = (values: Record<string, string>, template = bill) =>
	templateContent({ ...template, values }).components;

it.each([
	['https://shop.example/bills/4711.pdf?sig=abc', undefined, '4711.pdf'],
	['https://shop.example/my bill.pdf', 'https://shop.example/my%20bill.pdf', 'my bill.pdf'],
	['https://shop.example/', undefined, undefined],
])('gives the document of a template the name in %s', (url, link = url, filename) => {
	expect(content({ header_media: url })).toEqual([
		{ type: 'header', parameters: [{ type: 'document', document: { link, filename } }] },
	]);
});

it.each(['Bill for May.pdf', ' Bill for May.pdf\n'])('or the name “%s” of the builder', (name) => {
	const link = 'https://shop.example/bills/4711?sig=abc';

	expect(content({ header_media: link, header_filename: name })).toMatchObject([
		{ parameters: [{ document: { link, filename: 'Bill for May.pdf' } }] },
	]);
});

it('gives no name to a picture', () => {
	const template = { ...bill, components: [{ type: 'HEADER', format: 'IMAGE' }] };
	const link = 'https://shop.example/a.jpg';

	expect(content({ header_media: link, header_filename: 'b.jpg' }, template)).toEqual([
		{ type: 'header', parameters: [{ type: 'image', image: { link } }] },
	]);
});
