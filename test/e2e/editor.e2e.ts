import assert from 'node:assert/strict';
import { adSetEditorChecks } from './adsetEditor.e2e';
import { Editor, findChromium } from './browser';
import type { Check } from './checks';
import { setUpOwner } from './owner';
import { exampleWorkflows, firstStepsChecks } from './firstSteps.e2e';
import { say } from './shell';
import type { Stage } from './stage';

/** A campaign that none of the executed workflows made. */
const CAMPAIGN = 'Seen in the editor';

/** What people type who look for a node, and one that has to be found. */
const TYPED: Array<[string, string]> = [
	['facebook ads', 'Meta Campaign'],
	['instagram ads', 'Meta Ad Set'],
	['ads manager', 'Meta Campaign'],
	['ads insights', 'Meta Insights'],
	['reporting', 'Meta Insights'],
	['marketing', 'Meta Campaign'],
];

/** What a user sees: n8n's editor in Chromium, with screenshots left in test/.artifacts. */
export function editorChecks(stage: Stage): Check[] {
	const { n8n, sandbox } = stage;
	const campaigns = () => sandbox.store.children('act_1001', 'campaigns');
	let editor: Editor | undefined;
	const opened = () => {
		assert.ok(editor, 'the editor did not open');
		return editor;
	};
	return [
		{
			name: 'n8n starts with the package',
			run: async () => {
				sandbox.seed.campaigns('1001', 3, { name: 'One of many' });
				sandbox.seed.campaigns('1001', 1, { name: CAMPAIGN, status: 'ACTIVE' });
				sandbox.seed.videos('act_1001', 3);
				await n8n.importWorkflows(exampleWorkflows());
				await n8n.start();
				await setUpOwner(n8n.url);
			},
		},
		{
			name: 'the editor opens in Chromium',
			run: async () => {
				const chromium = await findChromium();
				assert.ok(chromium, 'Chromium is missing and can only be installed with apt-get by root');
				editor = await Editor.open(chromium, n8n.url);
				await editor.openNewWorkflow();
			},
		},
		{
			name: 'the node is found in the panel and added with an action',
			run: async () => {
				for (const [typed, name] of TYPED) await opened().searchNodes(typed, name);
				assert.ok((await opened().searchNodes('Meta Campaign')).includes('Meta Campaign'));
				await opened().screenshot('nodes-panel');
				await opened().addNode('Meta Campaign', 'Pause a campaign');
				await opened().pickCredential('meta-ads-api');
				await opened().screenshot('node-opened');
			},
		},
		{
			name: 'a picker lists the ad accounts',
			run: async () => {
				const names = await opened().openPicker('ad_account');
				assert.ok(
					names.some((name) => name.includes('Example Shop Europe')),
					names.join(),
				);
				await opened().screenshot('ad-account-picker');
				await opened().pick('1001');
			},
		},
		{
			name: 'a picker searches the campaigns of the ad account',
			run: async () => {
				const names = await opened().openPicker('campaign_id');
				assert.ok(names.length > 1, names.join());
				await opened().screenshot('campaign-picker');
				const found = await opened().searchPicker(CAMPAIGN, CAMPAIGN);
				assert.equal(found.length, 1, found.join());
				assert.ok(found[0].startsWith(CAMPAIGN), found[0]);
				await opened().screenshot('campaign-picker-search');
				await opened().pick(CAMPAIGN);
			},
		},
		{
			name: 'the node runs in the editor',
			run: async () => {
				await opened().executeNode('PAUSED');
				await opened().screenshot('node-output');
				const [campaign] = campaigns().filter(({ values }) => values.name === CAMPAIGN);
				assert.equal(campaign.values.status, 'PAUSED');
			},
		},
		...adSetEditorChecks(stage, opened),
		{
			name: 'a picker lists the videos of the ad account',
			run: async () => {
				await opened().openNewWorkflow();
				await opened().searchNodes('Meta Video Upload');
				await opened().addNode('Meta Video Upload', 'Get a video');
				await opened().pickCredential('meta-ads-api');
				await opened().openPicker('ad_account');
				await opened().pick('1001');
				const names = await opened().openPicker('video_id');
				await opened().screenshot('video-picker');
				assert.ok(names.length >= 3, names.join());
				await opened().pick(names[0]);
			},
		},
		...firstStepsChecks(stage, opened),
		{
			name: 'the editor closes',
			run: async () => {
				await editor?.close();
				say('screenshots are in test/.artifacts/screenshots');
			},
		},
	];
}

/** Whether the part in the browser can run here at all. */
export async function canShowEditor(): Promise<boolean> {
	return (await findChromium()) !== undefined;
}
