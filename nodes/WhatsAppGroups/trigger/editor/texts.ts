import type { INodeTypeDescription } from 'n8n-workflow';

const STEPS = `<b>While you build</b>, click “Listen for test event” and write in a group as one of its participants. Where you set the webhook by hand, set the Test URL for as long, as it is shown under “Webhook URLs”.`;

/** What the editor says beside the trigger while it has no event yet. */
export const panel: Pick<
	INodeTypeDescription,
	'triggerPanel' | 'eventTriggerDescription' | 'activationMessage'
> = {
	triggerPanel: {
		header: '',
		executionsHelp: {
			inactive: `${STEPS}<br /><br /><b>To run by itself</b>, the workflow has to be active. Where you set the webhook by hand, set the Production URL then.`,
			active: `${STEPS}<br /><br /><b>The active workflow</b> runs by itself. Its runs are in the <a data-key="executions">executions list</a>.`,
		},
		activationHint:
			'Once the workflow is built, activate it: events then start it without a click here.',
	},
	eventTriggerDescription: 'Waiting for something to happen in your groups',
	activationMessage:
		'Events of your WhatsApp groups now start this workflow. If you set the webhook by hand, the provider needs the Production URL.',
};
