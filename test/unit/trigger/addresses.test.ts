import { shown } from '../../../nodes/WhatsAppGroups/trigger/addresses';

it.each([
	'https://n8n.example/webhook/1?secret=hidden',
	'https://n8n.example:5678/webhook/1?a=b&token=hidden#hidden',
	'https://user:hidden@n8n.example/webhook/1',
	'n8n.example/webhook/1?secret=hidden',
	'//n8n.example/webhook/1?secret=hidden',
])('%s is shown without what may be a secret', (url) => {
	expect(shown(url)).toContain('n8n.example');
	expect(shown(url)).toContain('/webhook/1');
	expect(shown(url)).not.toContain('hidden');
});
