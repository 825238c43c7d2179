/** The trigger in the editor: which fields are shown for which provider, and their texts. */
import type { INodeProperties } from 'n8n-workflow';

import { properties } from '../../../nodes/WhatsAppGroups/trigger/editor/properties';
import { WhatsAppGroupsTrigger } from '../../../nodes/WhatsAppGroups/WhatsAppGroupsTrigger.node';
import { providers } from '../../../nodes/WhatsAppGroups/providers/index';
import { firstOf } from '../../support/firstOf';

const { description } = new WhatsAppGroupsTrigger();

function inner(field: string, name: string): INodeProperties {
	const collection = properties.find((property) => property.name === field);
	return (collection?.options as INodeProperties[]).find(
		(option) => option.name === name,
	) as INodeProperties;
}

const shownFor = ({ displayOptions }: INodeProperties) =>
	displayOptions?.show?.provider ?? displayOptions?.show?.['/provider'];

it('offers mentions where a provider reports them, and signatures where they may be missing', () => {
	const ways = inner('filters', 'addressed').options as INodeProperties[];

	expect(ways.map((way) => [way.name, shownFor(way)])).toEqual([
		['Commands', undefined],
		['Mentions', ['a1Base']],
		['Replies', undefined],
	]);
	expect(shownFor(inner('options', 'requireSignature'))).toEqual(['a1Base']);
	for (const name of ['addressed', 'emojis', 'ignoreOwn', 'keywords', 'messageTypes', 'senders']) {
		expect(shownFor(inner('filters', name))).toBeUndefined();
	}
});

it('asks for statuses where their event is selected, and accepts all by default', () => {
	const statuses = properties.find(({ name }) => name === 'statuses');

	expect(statuses?.displayOptions?.show).toEqual({ events: ['message.status'] });
	expect(statuses?.default).toEqual(['sent', 'delivered', 'read', 'failed']);
});

it('says where production may receive nothing while the editor listens', () => {
	const notices = properties.filter(({ displayName }) => /one address only/.test(displayName));

	expect(notices.map(shownFor)).toEqual([['dialog360'], ['metaCloud']]);
	expect(firstOf(notices).displayOptions?.show?.registration).toEqual(['automatic']);
});

it.each(providers)('$displayName, set by hand: how to, with the address to set', ({ name }) => {
	const notice = firstOf(properties.filter((property) => property.name === `${name}Setup`));

	expect(notice.type).toBe('notice');
	expect(notice.displayName).toContain('Production URL');
});

it('the address is shown once, and both moments of it are explained', () => {
	const shown = (description.webhooks ?? []).filter(({ ndvHideUrl }) => ndvHideUrl !== true);
	const { triggerPanel, activationMessage, eventTriggerDescription } = description;

	expect(shown.map(({ httpMethod }) => httpMethod)).toEqual(['POST']);
	expect(triggerPanel).toMatchObject({
		executionsHelp: {
			inactive: expect.stringMatching(/Test URL.*Production URL/s),
			active: expect.stringContaining('executions'),
		},
	});
	expect(activationMessage).toContain('Production URL');
	expect(eventTriggerDescription).toMatch(/\w/);
});
