import { factories, type ProviderName } from './providers';
import { createServer } from './server/server';

type Account<Keys extends string> = Record<Keys | 'baseUrl', string>;

export interface Sandbox {
	url: string;
	/** The values for a client's credential. */
	accounts: {
		dialog360: Account<'apiKey'>;
		oneMsg: Account<'apiKey' | 'channelId'>;
		a1Base: Account<'apiKey' | 'apiSecret' | 'accountId' | 'agentNumber'>;
		metaCloud: Account<
			'accessToken' | 'phoneNumberId' | 'businessAccountId' | 'appSecret' | 'verifyToken'
		>;
	};
	close(): Promise<void>;
}

/** Starts the providers on loopback; without a port on any free one. */
export async function startSandbox({ port = 0 }: { port?: number } = {}): Promise<Sandbox> {
	const app = await createServer();
	let url: string;
	try {
		url = await app.listen({ port, host: '127.0.0.1' });
	} catch (error) {
		await app.close();
		throw (error as { code?: string }).code === 'EADDRINUSE'
			? new Error(`Port ${port} is in use. Choose another one, or stop the program that uses it.`)
			: error;
	}
	const accountOf = (name: ProviderName) => {
		const { account, basePath } = factories[name]();
		return { ...account, baseUrl: url + basePath };
	};
	return {
		url,
		accounts: {
			dialog360: accountOf('dialog360'),
			oneMsg: accountOf('oneMsg'),
			a1Base: accountOf('a1Base'),
			metaCloud: accountOf('metaCloud'),
		} as Sandbox['accounts'],
		close: async () => await app.close(),
	};
}
