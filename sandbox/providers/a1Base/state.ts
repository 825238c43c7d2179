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
	/** Which name the action of joining has (A1Base C3): the other one is unknown. */
	joinAction: 'join',
	/** Sends are answered as `{status, data}` (A1Base C4). */
	wrapAnswers: false,
	/** Deliveries carry `x-signature` and `x-timestamp` (A1Base section 5; maybe SMS only). */
	signDeliveries: false,
	/** What is set in A1Base's dashboard: there is no call for it (A1Base D4). */
	webhookUrl: '',
};

export type A1BaseSettings = typeof defaultSettings;

export interface Account {
	accountId: string;
	agentNumber: string;
	world: World;
	settings: A1BaseSettings;
}
