import axios from 'axios';
import type { Delivery, Destination } from '../sandbox/server/deliveries';
import type {
	Group,
	GroupInput,
	Invitation,
	MediaType,
	Message,
	Person,
} from '../sandbox/world/model';
import type { ProfileChanges } from '../sandbox/world/people';
import type { Call, TryOut } from '../sandbox/server/provider';
import type { ProviderName } from './providers';

/** One provider of the sandbox: its participants' phones and its dashboard. */
export class SandboxClient {
	private readonly root: string;

	constructor(sandboxUrl: string, provider: ProviderName) {
		this.root = `${sandboxUrl}/sandbox/${provider}`;
	}

	async createGroup(input: GroupInput): Promise<Group> {
		return await this.send('post', '/groups', input);
	}

	async group(id: string): Promise<Group> {
		return await this.send('get', groupPath(id));
	}

	async write(groupId: string, from: string, text: string, replyTo?: string): Promise<Message> {
		return await this.send('post', `${groupPath(groupId)}/messages`, { from, text, replyTo });
	}

	/** Sends one of the sandbox's own files, as a participant. */
	async sendFile(
		groupId: string,
		from: string,
		type: MediaType,
		caption?: string,
	): Promise<Message> {
		return await this.send('post', `${groupPath(groupId)}/messages`, { from, type, caption });
	}

	async join(inviteLink: string, participant: Person): Promise<void> {
		await this.send('post', '/join', { inviteLink, participant });
	}

	async changePerson(groupId: string, person: string, changes: ProfileChanges): Promise<void> {
		await this.send('patch', `${groupPath(groupId)}/participants/${person}`, changes);
	}

	async askToJoin(groupId: string, participant: Person): Promise<void> {
		await this.send('post', `${groupPath(groupId)}/join-requests`, { participant });
	}

	/** The invitations that the business sent to people. */
	async invitations(): Promise<Invitation[]> {
		return await this.send('get', '/invitations');
	}

	async read(groupId: string, participant: string, messageId: string): Promise<void> {
		await this.send('post', `${groupPath(groupId)}/read`, { participant, messageId });
	}

	async groups(): Promise<Group[]> {
		return await this.send('get', '/groups');
	}

	async webhooks(): Promise<Destination[]> {
		const { webhooks } = await this.send<{ webhooks: Destination[] }>('get', '/webhook');
		return webhooks;
	}

	async changeSettings(settings: object): Promise<void> {
		await this.send('patch', '/settings', settings);
	}

	/** The page gets a button for each of these messages. */
	async offerToTry(tryOut: TryOut[]): Promise<void> {
		await this.send('put', '/try-out', tryOut);
	}

	async tryOut(): Promise<TryOut[]> {
		return await this.send('get', '/try-out');
	}

	async calls(): Promise<Call[]> {
		return await this.send('get', '/calls');
	}

	async deliveries(): Promise<Delivery[]> {
		return await this.send('get', '/deliveries');
	}

	async repeat(delivery: Delivery): Promise<void> {
		await this.send('post', `/deliveries/${delivery.id}/repeat`);
	}

	private async send<Answer>(method: string, path: string, data?: object): Promise<Answer> {
		const url = this.root + path;
		const request = { method, url, data, validateStatus: () => true };
		const { status, data: answer } = await axios.request(request);
		if (status < 400) return answer;
		throw new Error(`The sandbox answered ${status} to ${method} ${path}: ${answer?.error}`);
	}
}

/** Group ids may contain slashes. */
function groupPath(id: string): string {
	return `/groups/${encodeURIComponent(id)}`;
}
