import { owner, participants } from './setUp';

/** Returns what is running where, and what to try first. */
export function welcome(workflowsUrl: string, sandboxUrl: string, notes: string[]): string {
	const [writer] = participants;
	return `
n8n is running with WhatsApp Groups. The sandbox simulates the providers, so nothing is sent to WhatsApp.

  sandbox      ${sandboxUrl}
  n8n          ${workflowsUrl}
  log in with  ${owner.email}  ${owner.password}
${notes.map((note) => `\n  Note: ${note}\n`).join('')}
Try this first: write something as ${writer!.name} on the sandbox page. The workflow answers in the group.

n8n lists the executions under Executions. Press Ctrl-C to stop.`;
}
