/* eslint-disable @n8n/community-nodes/no-hardcoded-secrets -- a fake key that opens nothing but the sandbox */
import { noFaults } from '../../server/faults';
import type { World } from '../../world/World';

export const account = {
	apiKey: 'sandbox-a1base-key',
	apiSecret: 'sandbox-a1base-secret',
	accountId: 'acc-000',
	agentNumber: '+15550001111',
};

export const defaultSettings = {
	...noFaults,
	answerNext: null,
	/** The name of the action that joins (a1base.md#c3). The other one is unknown. */
	joinAction: 'join',
	/** The response to a send is `{status, data}` (a1base.md#c4). */
	wrapAnswers: false,
	/** Deliveries carry `x-signature` and `x-timestamp` (a1base.md#section-5; maybe SMS only). */
	signDeliveries: false,
	/** Set in A1Base's dashboard, as the API has no call for it (a1base.md#d4). */
	webhookUrl: '',
};

export type A1BaseSettings = typeof defaultSettings;

export interface Account {
	accountId: string;
	agentNumber: string;
	world: World;
	settings: A1BaseSettings;
}
