/** The samples pinned in the examples, with which *Execute workflow* shows something at once. */
import type { IDataObject } from 'n8n-workflow';

import { moreExamples, readWorkflow, triggerType } from '../../../demo/examples';
import type { WorkflowDraft } from '../../../demo/n8nTypes';
import { providerNames } from '../../../demo/providers';
import type { GroupEvent } from '../../../nodes/WhatsAppGroups/contract/events';
import { objectIn } from '../../../nodes/WhatsAppGroups/contract/values';
import { providers } from '../../../nodes/WhatsAppGroups/providers/index';
import { filtersOf, passes } from '../../../nodes/WhatsAppGroups/trigger/receiving/filters';
import { firstOf } from '../../support/firstOf';
import { samples } from '../deliveries';

const firstExamples = providerNames.map((provider) => `answer-in-group.${provider}`);
const examples = [...moreExamples(), ...firstExamples].map(readWorkflow);
const pinned = examples.filter(({ pinData }) => pinData !== undefined);

const noteOf = ({ nodes }: WorkflowDraft) =>
	nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote')!;
const firstNodeOf = (draft: WorkflowDraft) =>
	firstOf(draft.nodes.filter((node) => node !== noteOf(draft)));

describe.each(examples.filter((draft) => firstNodeOf(draft).type === triggerType))(
	'the example “$name”',
	(draft) => {
		const { name, parameters } = firstNodeOf(draft);
		const { addGroupName } = objectIn(parameters.options);
		const provider = providers.find((one) => one.name === parameters.provider)!;

		it('has a sample of what its trigger starts with', () => {
			const [item, ...others] = draft.pinData?.[name] ?? [];
			const event = item?.json as unknown as GroupEvent;
			const filters = filtersOf((field, absent) => parameters[field] ?? absent, provider);

			expect(others).toEqual([]);
			expect(event.provider).toBe(provider.name);
			expect(passes(event, filters)).toBe(true);
			expect(event.group !== undefined).toBe(addGroupName === true);
			// n8n's editor drops files from a sample that is edited.
			expect(item?.binary).toBeUndefined();
		});
	},
);

it.each(pinned)(
	'the samples of “$name” are like real events, and its note mentions them',
	(draft) => {
		expect(noteOf(draft).parameters.content).toContain('pinned sample');
		const items = Object.values(draft.pinData!).flat();
		for (const { json } of items.filter((item) => item.json.event !== undefined)) {
			const event = { ...json };
			delete event.group; // *Add Group Name* adds it
			expect(realShapesOf(event)).toContainEqual(shapeOf(event));
		}
	},
);

/** Of all deliveries with this event that its provider documents. */
function realShapesOf({ provider, event }: IDataObject): unknown[] {
	const { name, readEvents } = providers.find((one) => one.name === provider)!;
	const real = samples[name].flatMap(({ body }) => readEvents(body));
	return real.filter((one) => one.event === event).map(shapeOf);
}

/** Which members there are, and of which type. */
function shapeOf(value: unknown): unknown {
	if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
	return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shapeOf(member)]));
}
