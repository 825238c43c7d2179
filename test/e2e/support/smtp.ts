/* eslint-disable @n8n/community-nodes/no-restricted-imports -- development only, never published */
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

export interface MailServer {
	port: number;
	/** Each received mail, with its headers. */
	mails: string[];
	close(): void;
}

/** A mail server that accepts and stores every mail, with the part of SMTP that a client needs. */
export async function startMailServer(): Promise<MailServer> {
	const mails: string[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		converse(socket, mails);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const close = () => {
		server.close();
		sockets.forEach((socket) => socket.destroy());
	};
	return { port: (server.address() as AddressInfo).port, mails, close };
}

function converse(socket: Socket, mails: string[]): void {
	let mail: string[] | undefined;
	const say = (line: string) => socket.write(`${line}\r\n`);
	socket.on('error', () => socket.destroy());
	say('220 ready');
	createInterface({ input: socket }).on('line', (line) => {
		if (mail && line !== '.') {
			mail.push(line);
		} else if (mail) {
			mails.push(mail.join('\n'));
			mail = undefined;
			say('250 kept');
		} else if (line === 'DATA') {
			mail = [];
			say('354 go on');
		} else if (line === 'QUIT') {
			say('221 bye');
			socket.end();
		} else {
			say('250 fine');
		}
	});
}
