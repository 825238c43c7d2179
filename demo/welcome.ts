import { owner, participants } from './setUp';

/** What is running where, and what to try first. */
export function welcome(workflowsUrl: string, sandboxUrl: string, notes: string[]): string {
	const [writer] = participants;
	return `
n8n is running with WhatsApp Groups in it, and the sandbox plays the providers: nothing is sent to WhatsApp.

  sandbox      ${sandboxUrl}
  n8n          ${workflowsUrl}
  log in with  ${owner.email}  ${owner.password}
${notes.map((note) => `\n  Note: ${note}\n`).join('')}
Try this first: on the sandbox's page, write something as ${writer.name}. The workflow answers in the group.

The runs are under Executions in n8n. Ctrl-C stops everything.`;
}
