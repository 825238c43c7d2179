import { providers } from '../../../nodes/WhatsAppGroups/providers';
import { takeChatPicture } from '../support/gallery';
import { ana } from '../support/stage';
import { addRows, hasWindow, inTemplate, nodeNamed, run, type Story } from '../support/story';

const name = 'countdown-to-a-date';
const table = 'WhatsApp group dates';
/** The days until each. Nothing reminds of the parents' evening today. */
const events = {
	'the summer camp': 30,
	"the parents' evening": 12,
	'the canoe trip': 7,
	'the barbecue': 1,
	'the hike': -1,
};

export const story: Story = async (stage, provider) => {
	const sandbox = stage.at(provider);
	const camp = { subject: 'Summer camp', participants: [ana], writtenBefore: null };
	const { id } = await sandbox.createGroup(camp);
	const workflow = await stage.importNamed(name, provider);
	await run(stage, workflow, 'Every Evening', 'Dates Table');
	const pdf = `${stage.sandbox.url}/sandbox/files/paper.pdf`;
	const dates = Object.entries(events).map(([event, days]) => ({
		date: inDays(days),
		event,
		time: days === 30 ? '' : '9:00',
		group: camp.subject,
		pdf: days === 7 ? pdf : '',
	}));
	await addRows(stage, provider, table, dates);
	const reminders = [
		`30 days until the summer camp: ${inWords(inDays(30))}`,
		`7 days until the canoe trip: ${inWords(inDays(7))} at 9:00`,
		'Tomorrow at 9:00: the barbecue',
		'Thank you for yesterday: the hike was great with you',
	];

	const textsOf = async () => {
		const { messages } = await sandbox.group(id);
		const written = messages.filter(
			({ fromBusiness, type }) => fromBusiness && type !== 'document',
		);
		return written.map(({ text }) => text);
	};

	await run(stage, workflow, 'Every Evening', 'Send the Reminder');
	expect(await textsOf()).toEqual(hasWindow(provider) ? reminders.map(inTemplate) : reminders);
	const { messages, pins } = await sandbox.group(id);
	const texts = pins.map((pin) => messages.find((message) => message.id === pin)?.text);
	const canPin = 'message.pin' in providers.find((one) => one.name === provider)!.calls;
	expect(texts).toEqual(canPin ? reminders.slice(1).map(inTemplate) : []);

	const talkative = await stage.importNamed(name, provider, (draft) => {
		delete Object(nodeNamed(draft, 'Send the Reminder').parameters.options).lastMessageAt;
	});
	await sandbox.write(id, ana.id, 'I look forward to it');
	await run(stage, talkative, 'Every Evening', 'Send the Reminder');
	expect((await textsOf()).slice(4)).toEqual(reminders);
	const files = (await sandbox.group(id)).messages.filter(({ type }) => type === 'document');
	// A1Base has no field for the name of a file.
	const named = provider === 'a1Base' ? {} : { filename: 'paper.pdf' };
	expect(files.pop()).toMatchObject({ media: { link: pdf, ...named }, fromBusiness: true });
	await takeChatPicture(stage, provider, name);

	await addRows(stage, provider, table, [
		{ event: 'the fair', date: 'soon', group: camp.subject },
		{ event: 'the concert', date: inDays(30), group: 'Nowhere' },
	]);
	const execution = await stage.n8n.run(talkative.id, 'Every Evening');
	const { error } = (await stage.n8n.finishedExecution(execution)).data.resultData;
	expect(error?.message).toMatch(
		/^No reminder for the concert in Nowhere\. No group is named “Nowhere”/,
	);
	expect((await textsOf()).slice(8)).toEqual(reminders);
};

/** The date in n8n's default time zone. */
function inDays(days: number): string {
	const time = Date.now() + days * 24 * 60 * 60 * 1000;
	return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(time);
}

/** “2026-07-04” as “July 4, 2026”. */
function inWords(date: string): string {
	const format = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
	return new Intl.DateTimeFormat('en-US', format).format(new Date(date));
}
