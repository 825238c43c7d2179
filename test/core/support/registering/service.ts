/** A provider, other programs that use it, and what people set in its dashboard. */
import type { IDataObject } from 'n8n-workflow';

import { createA1Base } from '../../../../sandbox/providers/a1Base';
import { createDialog360 } from '../../../../sandbox/providers/dialog360';
import { createMetaCloud } from '../../../../sandbox/providers/metaCloud';
import { account as meta, defaultSettings } from '../../../../sandbox/providers/metaCloud/state';
import { createOneMsg } from '../../../../sandbox/providers/oneMsg';
import { Refusal, type Answer, type Provider } from '../../../../sandbox/server/provider';
import type { Destination } from '../../../../sandbox/server/deliveries';
import type { ProviderName } from '../../../../sandbox/providers';

const creators = {
	dialog360: createDialog360,
	oneMsg: createOneMsg,
	metaCloud: createMetaCloud,
	a1Base: createA1Base,
};

const capacities = { dialog360: 4, oneMsg: 5, metaCloud: 1, a1Base: 1 };

const operationAt: Record<string, string> = {
	'GET /v1/configs/webhook': 'getWebhook',
	'POST /v1/configs/webhook': 'setWebhook',
	'GET /multi_webhook': 'getExtraWebhooks',
	'POST /multi_webhook': 'setExtraWebhooks',
	'PUT /multi_webhook': 'addExtraWebhooks',
	'PATCH /multi_webhook': 'changeExtraWebhook',
	'GET /webhook': 'getWebhook',
	'POST /webhook': 'setWebhook',
	'GET /settings': 'getSettings',
	'POST /settings': 'setSettings',
	'GET /number': 'getNode',
	'POST /number': 'updateGroup',
	[`GET /${meta.businessAccountId}/phone_numbers`]: 'listPhoneNumbers',
	'GET /670843887433847/subscriptions': 'getSubscriptions',
	'POST /670843887433847/subscriptions': 'setSubscriptions',
	'DELETE /670843887433847/subscriptions': 'deleteSubscriptions',
};

const params = {
	group_id: meta.phoneNumberId,
	business_account_id: meta.businessAccountId,
	app_id: '670843887433847',
};

const callback = 'https://app.example/callback';

const { webhookFields } = defaultSettings;

let services = 0;

export interface Outage {
	/** Whether it does what it's asked, and only its answers get lost. */
	losesAnswers: boolean;
	status: number;
}

export class Service {
	readonly provider: Provider;

	/** What other programs registered, and still want. */
	readonly others = new Map<string, Destination>();

	/** A key or number of its own, so that no debts stay from the sequence before. */
	readonly account = `account${(services += 1)}`;

	/** Whether the owner of the Meta app has set its callback. */
	hasCallback = false;

	/** How many calls succeed before the provider is down. */
	private callsLeft = Infinity;

	/** How it is down. */
	private outage: Outage = { losesAnswers: false, status: 503 };

	constructor(readonly name: ProviderName) {
		this.provider = creators[name]();
	}

	get isUp(): boolean {
		return this.callsLeft === Infinity;
	}

	goDown(after: number, outage: Outage): void {
		this.callsLeft = after;
		this.outage = outage;
	}

	goUp(): void {
		this.callsLeft = Infinity;
	}

	/** A call of the node, which fails while the provider is down. */
	async call(call: IDataObject): Promise<Answer> {
		if (this.callsLeft > 0) {
			this.callsLeft -= 1;
			return await this.answer(call);
		}
		const { losesAnswers, status } = this.outage;
		if (losesAnswers) await this.answer(call);
		return { status, body: { error: 'down' } };
	}

	/** The address that was set in the dashboard: by a person, or by the node where nobody else did. */
	get callback(): string {
		const { webhookUrl = '' } = this.provider.settings;
		return webhookUrl === callback ? 'theirs' : String(webhookUrl);
	}

	get webhooks(): Destination[] {
		return this.provider.webhooks();
	}

	get urls(): string[] {
		return this.webhooks.map(({ url }) => url);
	}

	/** What one delivery to a webhook is answered; `undefined` if nobody answers. */
	async deliver({ url, headers = {} }: Destination): Promise<number | undefined> {
		const rest = { id: '', at: '', about: 'messageReceived', state: 'pending' } as const;
		const facts = { groupId: null, messageId: null, people: [], status: null };
		const delivery = { ...rest, facts, url, headers, body: {}, attempts: [] };
		await this.provider.deliveries.repeat(delivery);
		const [attempt] = delivery.attempts as Array<{ status?: number }>;
		return attempt?.status;
	}

	/** The owner of the app sets its callback in the dashboard, or removes it. */
	toggleCallback(): void {
		this.hasCallback = !this.hasCallback;
		const webhookUrl = this.hasCallback ? callback : '';
		Object.assign(this.provider.settings, { webhookUrl, webhookFields });
	}

	/**
	 * Another program adds its webhook behind those that are there, or takes it out. Where there is only
	 * one place, it overwrites what is there.
	 */
	async other(name: string): Promise<void> {
		const theirs = {
			url: `https://shared.example/h%6Fok//x;y=1,2?tenant=${name}&to=https://a.example/?b`,
			headers: { 'X-Kept': name },
		};
		const rest = this.webhooks.filter(({ url }) => url !== theirs.url);
		if (this.name === 'metaCloud') {
			const isTheirs = this.others.has(name);
			this.others.clear();
			if (!isTheirs) this.others.set(name, { url: theirs.url });
			if (!isTheirs || this.urls.includes(theirs.url)) await this.set(isTheirs ? [] : [theirs]);
		} else if (this.others.has(name)) {
			// 360dialog can't be left without a webhook.
			if (this.name === 'dialog360' && rest.length === 0) return;
			this.others.delete(name);
			await this.set(rest);
		} else if (rest.length < capacities[this.name]) {
			const { url } = theirs;
			this.others.set(name, this.name === 'dialog360' ? theirs : { url });
			await this.set([...rest, theirs]);
		}
	}

	private async set(webhooks: Destination[]): Promise<void> {
		const [main, ...extras] = webhooks;
		const post = async (url: string, body: object) =>
			await this.answer({ method: 'POST', url, body: body as IDataObject });
		if (this.name === 'oneMsg') {
			await post('/settings', { webhookUrl: webhooks.map(({ url }) => url) });
		} else if (this.name === 'metaCloud') {
			const override = { override_callback_uri: main?.url ?? '', verify_token: 'theirs' };
			await post('/number', { webhook_configuration: override });
		} else {
			if (main) await post('/v1/configs/webhook', main);
			await post('/multi_webhook', { enabled: false });
			if (extras.length === 0) return;
			const destinations = extras.map((one, at) => ({ name: `extra ${at}`, ...one }));
			await post('/multi_webhook', { enabled: true, destinations });
		}
	}

	private async answer(call: IDataObject): Promise<Answer> {
		const { method = 'GET', url, body = {}, qs: query = {}, headers = {} } = call;
		const { authorization = (headers as IDataObject).Authorization } = headers as IDataObject;
		const path = url === `/${this.account}` ? '/number' : String(url);
		const operation = operationAt[`${String(method)} ${path}`] ?? '';
		const request = { params, query, headers: { authorization }, body, files: {} };
		const handler = async () => await this.provider.operations[operation]?.(request as never);
		const answer = await handler().catch((error) => {
			if (error instanceof Refusal) return error.answer;
			throw error;
		});
		if (answer === undefined) throw new Error(`nothing answers ${String(method)} ${path}`);
		return JSON.parse(JSON.stringify(answer));
	}
}
