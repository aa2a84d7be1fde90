import { range, shuffle } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { runBareBatches, runFacebookNode, runNode } from './contestants';
import { median, ROUNDS, setRace, type Say } from './race';

const ACCOUNT = '1001';
const CAMPAIGNS = 30;
const AD_SETS_PER_CAMPAIGN = 10;
const SERVER_LATENCY_MS = 50;

const TARGETING = {
	geo_locations: { countries: ['US'] },
	age_min: 25,
	age_max: 45,
	publisher_platforms: ['facebook', 'instagram'],
	targeting_automation: { advantage_audience: 0 },
};
const SAME_FOR_ALL = {
	optimization_goal: 'LINK_CLICKS',
	billing_event: 'IMPRESSIONS',
	status: 'PAUSED',
};
const DAILY_BUDGET = 1_000;

/** The orders in which rows of a table may come. */
const ORDERS: Record<string, (campaigns: string[]) => string[]> = {
	'campaign by campaign': (campaigns) =>
		campaigns.flatMap((id) => range(AD_SETS_PER_CAMPAIGN).map(() => id)),
	'campaigns in turn': (campaigns) => range(AD_SETS_PER_CAMPAIGN).flatMap(() => campaigns),
	'campaigns mixed': (campaigns) => shuffle(range(AD_SETS_PER_CAMPAIGN).flatMap(() => campaigns)),
};

/**
 * Ad sets made under many campaigns. No batch may hold two of one campaign (Batch Requests,
 * Limitations), so that as many calls as a campaign has ad sets are the least there can be.
 * `npm run bench -- adSets`
 */
export async function adSets(say: Say): Promise<void> {
	const { sandbox, front, facebookNode, close } = await setRace(SERVER_LATENCY_MS);
	const rowsIn = (order: string) =>
		ORDERS[order](sandbox.seed.campaigns(ACCOUNT, CAMPAIGNS)).map((campaign, index) => ({
			campaign,
			name: `Ad set ${index}`,
		}));

	// The first run of a process loads n8n's engine.
	await runNode('metaAdSet', front.url, {
		resource: 'adSet',
		operation: 'getMany',
		ad_account: { __rl: true, mode: 'id', value: ACCOUNT },
	});

	const inTurn = 'campaigns in turn';
	const bare = await median(
		async () => await runBareBatches(front.url, rowsIn(inTurn).map(toStep), CAMPAIGNS),
	);
	const facebook = await runFacebookNode(
		facebookNode,
		front.host,
		{
			httpRequestMethod: 'POST',
			node: `act_${ACCOUNT}`,
			edge: 'adsets',
			options: { queryParametersJson: '={{ JSON.stringify($json) }}' },
		},
		rowsIn(inTurn).map(toParameters),
	);
	for (const order of Object.keys(ORDERS)) {
		const before = sandbox.requests.length;
		const ours = await median(async () => {
			const rows = rowsIn(order);
			const run = await runNode('metaAdSet', front.url, FORM, { items: rows });
			run.outputs.Node[0].forEach(({ json }, index) => {
				const { name, campaign_id: campaign } = sandbox.store.get(String(json.id))?.values ?? {};
				if (name === rows[index].name && campaign === rows[index].campaign) return;
				throw new Error(`Item ${index} has another ad set: ${String(name)} in ${String(campaign)}`);
			});
			return run;
		});
		const log = sandbox.requests.slice(before);
		const refused = log.filter(({ status }) => status !== 200).length;
		const calls = log.filter(({ batch }) => batch === undefined).length / ROUNDS;
		say(
			`${CAMPAIGNS * AD_SETS_PER_CAMPAIGN} ad sets under ${CAMPAIGNS} campaigns, ${order}, ${SERVER_LATENCY_MS} ms per HTTP answer: ` +
				`ours ${ours.seconds.toFixed(2)} s in ${calls.toFixed(1)} HTTP requests (${AD_SETS_PER_CAMPAIGN} at least: a batch takes one ad set per campaign), ${refused} throttled or refused, ` +
				`bare batches ${bare.seconds.toFixed(2)} s, n8n's Facebook node ${facebook.seconds.toFixed(2)} s; ` +
				`${(facebook.seconds / ours.seconds).toFixed(1)} times as fast as the Facebook node, ${(ours.seconds / bare.seconds).toFixed(2)} times the bare batches`,
		);
	}
	await close();
}

interface Row {
	campaign: string;
	name: string;
}

/** The node's form, filled from the row. */
const FORM: IDataObject = {
	resource: 'adSet',
	operation: 'create',
	ad_account: { __rl: true, mode: 'id', value: ACCOUNT },
	campaign_id: { __rl: true, mode: 'id', value: '={{ $json.campaign }}' },
	name: '={{ $json.name }}',
	...SAME_FOR_ALL,
	targeting: TARGETING,
	additionalFields: { daily_budget: DAILY_BUDGET },
};

function toParameters({ campaign, name }: Row): Record<string, string> {
	return {
		...SAME_FOR_ALL,
		campaign_id: campaign,
		name,
		targeting: JSON.stringify(TARGETING),
		daily_budget: String(DAILY_BUDGET),
	};
}

function toStep(row: Row) {
	return {
		method: 'POST',
		relative_url: `act_${ACCOUNT}/adsets`,
		body: new URLSearchParams(toParameters(row)).toString(),
	};
}
