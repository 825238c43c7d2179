/* eslint-disable @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { providers, providerNames } from './providers';
import { SandboxClient } from './sandboxClient';
import { owner, participants, type Demo } from './setUp';

/** What is running where, and what to try first. */
export function welcome(n8nUrl: string, sandboxUrl: string, demo: Demo): string {
	const [writer] = participants;
	const conversations = providerNames.map((provider) => {
		const groupUrl = new SandboxClient(sandboxUrl, provider).groupUrl(demo.groupIds[provider]);
		return `  In the group at ${providers[provider].label}
    write:  ${writeCommand(`${groupUrl}/messages`, writer.id)}
    read:   ${groupUrl}`;
	});
	return `
n8n is running with WhatsApp Groups in it.

  n8n          ${n8nUrl}
  log in with  ${owner.email}  ${owner.password}
  sandbox      ${sandboxUrl}  (plays the providers; nothing is sent to WhatsApp)
${demo.notes.map((note) => `\n  Note: ${note}\n`).join('')}
Try this first, in another terminal: ${writer.name} writes in a group, and the workflow answers there.

${conversations.join('\n')}

The runs are under Executions in n8n. Ctrl-C stops everything.`;
}

function writeCommand(url: string, from: string): string {
	const message = JSON.stringify({ from, text: 'Hello everybody' });
	// Windows' own shell knows no single quotes.
	const quoted =
		process.platform === 'win32' ? `"${message.replaceAll('"', '\\"')}"` : `'${message}'`;
	return `curl -H "Content-Type: application/json" -d ${quoted} "${url}"`;
}
