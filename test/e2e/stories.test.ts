/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- development only, never published */
import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { providersFor } from '../../demo/capabilities';
import { moreExamples, readWorkflow } from '../../demo/examples';
import { findN8n } from '../../demo/n8nInstall';
import { hasNodesOf, nodesOf } from '../../demo/n8nNodes';
import { providerNames, providers } from '../../demo/providers';
import { firstOf } from '../support/firstOf';
import { takeGalleryPictures, takesPictures } from './support/gallery';
import { slipsIn } from './support/slips';
import { Stage } from './support/stage';
import type { Story } from './support/story';

jest.setTimeout(120_000);

const n8nNodes = nodesOf(findN8n()!);
const folder = join(__dirname, 'stories');
const names = readdirSync(folder).map((file) => parse(file).name);

it('has a story for every example, and no other', () => {
	expect(names.sort()).toEqual(moreExamples());
});

describe.each(names)('the example %s', (name) => {
	const draft = readWorkflow(name);
	const able = providersFor(draft);
	// Nodes such as n8n's data tables have versions that only n8n 2 has.
	const itRuns = hasNodesOf(n8nNodes, draft) ? it : it.skip;

	it('says on a note how to set it up and what to change', () => {
		const notes = draft.nodes.filter(({ type }) => type === 'n8n-nodes-base.stickyNote');
		expect(notes).toHaveLength(1);
		const content = String(firstOf(notes).parameters.content);
		expect(content).toMatch(/\*\*Set up\*\*/);
		if (draft.nodes.some(({ type }) => type === 'n8n-nodes-base.webhook')) {
			// Otherwise anybody who has its address can write in the groups.
			expect(content).toMatch(/choose an authentication/);
		}
		for (const provider of able.length === providerNames.length ? [] : able) {
			expect(content).toMatch(new RegExp(`Runs on .*${providers[provider].label}`));
		}
		expect(able.length).toBeGreaterThanOrEqual(2);
	});

	describe('does what it says', () => {
		const { story } = jest.requireActual<{ story: Story }>(join(folder, name));
		// One is enough for the pictures.
		const played = takesPictures ? able.slice(0, 1) : able;
		const plays = new Map<string, Promise<void>>();
		let stage: Stage;

		/** At the same time, because the providers' accounts are independent. */
		beforeAll(async () => {
			stage = await Stage.create();
			for (const provider of played) {
				const play = story(stage, provider);
				plays.set(provider, play);
				// Its own test reports a failure.
				play.catch(() => {});
			}
		});
		afterAll(async () => {
			await Promise.allSettled(plays.values());
			await takeGalleryPictures(stage, firstOf(played), name);
			const leaked = await stage.secretsInLog();
			await stage.close();
			expect(leaked).toEqual([]);
		});

		itRuns.each(played)('on %s', async (provider) => {
			await plays.get(provider);
			expect(await slipsIn(stage, provider)).toEqual([]);
		});
	});
});
