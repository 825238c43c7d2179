import { shared } from './running';

export default async function globalTeardown(): Promise<void> {
	await shared.e2eN8n?.stop();
}
