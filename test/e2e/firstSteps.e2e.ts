import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { seedWorld } from '../sandbox/world';
import type { WorkflowJson } from '../support/engine';
import type { Editor } from './browser';
import type { Check } from './checks';
import { dayBefore } from './insights.e2e';
import type { Stage } from './stage';

const EXAMPLES = path.join(__dirname, '..', '..', 'examples');
const CAMPAIGN = 'My first campaign';
const AD_SET = 'Germany';

/** All examples; the name of the file is the ID of the workflow. */
export function exampleWorkflows(): Array<WorkflowJson & { id: string }> {
	return readdirSync(EXAMPLES)
		.filter((name) => name.endsWith('.json'))
		.map((name) => ({
			...(JSON.parse(readFileSync(path.join(EXAMPLES, name), 'utf8')) as WorkflowJson),
			id: path.basename(name, '.json'),
		}));
}

/** The first ten minutes of a newcomer, with the pictures that the documentation shows. */
export function firstStepsChecks({ sandbox }: Stage, opened: () => Editor): Check[] {
	const begin = async (node: string, action: string) => {
		await opened().openNewWorkflow();
		await opened().searchNodes(node);
		await opened().addNode(node, action);
		await opened().pickCredential('meta-ads-api');
		await opened().openPicker('ad_account');
		await opened().pick('1001');
	};
	const named = (edge: string, name: string) => {
		const found = sandbox.store.children('act_1001', edge);
		return found.filter(({ values }) => values.name === name).map(({ values }) => values);
	};
	return [
		{
			name: 'a field that is missing is named',
			run: async () => {
				await begin('Meta Campaign', 'Create a campaign');
				await opened().tryNode(/"?Name"? is required/);
				await opened().screenshot('missing-field');
			},
		},
		{
			name: 'a first campaign is made',
			run: async () => {
				await opened().fill('name', CAMPAIGN);
				await opened().executeNode('PAUSED');
				await opened().screenshot('campaign-created');
				assert.deepEqual(
					named('campaigns', CAMPAIGN).map(({ status }) => status),
					['PAUSED'],
				);
			},
		},
		{
			name: 'an ad set in it, with a country',
			run: async () => {
				await begin('Meta Ad Set', 'Create an ad set');
				await opened().openPicker('campaign_id');
				await opened().searchPicker(CAMPAIGN, CAMPAIGN);
				await opened().pick(CAMPAIGN);
				await opened().fill('name', AD_SET);
				await opened().choose('optimization_goal', 'Link Clicks');
				await opened().choose('billing_event', 'Impressions');
				await opened().choose('budget', 'Daily');
				await opened().fill('daily_budget', '5000');
				await opened().choose('target_countries', 'Germany (DE)');
				await opened().executeNode('PAUSED');
				await opened().screenshot('ad-set-created');
				const [adSet] = named('adsets', AD_SET);
				assert.deepEqual(Object(adSet.targeting).geo_locations, { countries: ['DE'] });
			},
		},
		{
			name: 'a report shows figures',
			run: async () => {
				sandbox.seed.insightsTree('1001', {
					campaigns: 2,
					adSetsPerCampaign: 1,
					adsPerAdSet: 2,
					days: { since: dayBefore(30), until: dayBefore(1) },
				});
				await begin('Meta Insights', 'Run a report');
				await opened().executeNode('impressions');
				await opened().screenshot('insights');
			},
		},
		{
			name: 'every example runs unchanged in the world to learn in',
			run: async () => {
				sandbox.reset();
				seedWorld(sandbox);
				for (const { id } of exampleWorkflows()) {
					await opened().openWorkflow(id);
					await opened().executeWorkflow();
					await opened().screenshot(id);
				}
			},
		},
	];
}
