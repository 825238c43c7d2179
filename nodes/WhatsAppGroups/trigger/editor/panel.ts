import type { INodeTypeDescription } from 'n8n-workflow';

const STEPS = `<b>While you build</b>, click “Execute step” and write in a group as one of its members. If you set the webhook by hand, use the Test URL while you build (see “Webhook URLs”).`;

/** What the editor shows next to the trigger while it has no event yet. */
export const panel: Pick<
	INodeTypeDescription,
	'triggerPanel' | 'eventTriggerDescription' | 'activationMessage'
> = {
	triggerPanel: {
		header: '',
		executionsHelp: {
			inactive: `${STEPS}<br /><br /><b>To run automatically</b>, publish the workflow (in n8n 1: activate it). If you set the webhook by hand, switch to the Production URL then.`,
			active: `${STEPS}<br /><br /><b>The published workflow</b> runs automatically. Its executions are in the <a data-key="executions">executions list</a>.`,
		},
		activationHint:
			'Once the workflow is built, publish it (in n8n 1: activate it): events then start it automatically.',
	},
	eventTriggerDescription: 'Waiting for an event in your groups',
	activationMessage:
		'Events in your WhatsApp groups now start this workflow. If you set the webhook by hand, set the Production URL at the provider.',
};
