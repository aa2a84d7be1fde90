import assert from 'node:assert/strict';
import { pick } from 'lodash';
import type { Check } from './checks';
import { execute, pairs, successful } from './execution';
import type { Stage } from './stage';
import { workflowFile } from './stage';

const LIFE = 'ad-sets';
const BAD_ITEMS = 'ad-sets-bad-items';
/** Its currency has cents. */
const AD_ACCOUNT = 'act_1002';

/** What the workflow makes of its three rows, as the sandbox keeps it. */
const MADE = [
	{ name: 'Neighbors', countries: ['DE', 'FR'], age_min: 21, daily_budget: 1999 },
	{ name: 'Overseas', countries: ['US'], age_min: 25, daily_budget: 550 },
	{ name: 'Islands', countries: ['JP', 'GB'], age_min: 30, daily_budget: 123_450 },
];
const PLACEMENTS = {
	publisher_platforms: ['facebook', 'instagram'],
	facebook_positions: ['feed', 'story'],
	instagram_positions: ['stream', 'story'],
};

/** Ad sets with their targeting in a real n8n: workflow files in, items and sandbox state out. */
export function adSetChecks({ n8n, sandbox }: Stage): Check[] {
	const adSets = () =>
		sandbox.store
			.children(AD_ACCOUNT, 'adsets')
			.map(({ id, values }): Record<string, unknown> => ({ id, ...values }));
	return [
		{
			name: 'ad sets are made from a targeting form, read, and estimated; an audience is made',
			run: async () => {
				await n8n.importWorkflows([LIFE, BAD_ITEMS].map(workflowFile));
				const execution = await execute(n8n, LIFE);
				const [campaign] = successful(execution, 'Campaign');
				const [interest] = successful(execution, 'Search');
				assert.equal(interest.json.name, 'Running');

				const created = successful(execution, 'Create');
				assert.deepEqual(pairs(created), [0, 1, 2]);
				const expected = MADE.map(({ name, countries, age_min, daily_budget }, index) => ({
					id: created[index].json.id,
					campaign_id: campaign.json.id,
					name,
					daily_budget,
					status: 'PAUSED',
					targeting: {
						geo_locations: { countries },
						age_min,
						age_max: 50,
						interests: [{ id: '6003397425735', name: 'Tennis' }, { id: interest.json.id }],
						...PLACEMENTS,
						targeting_automation: { advantage_audience: 0 },
					},
				}));
				const kept = adSets().map((adSet) => pick(adSet, Object.keys(expected[0])));
				assert.deepEqual(kept, expected);

				const read = successful(execution, 'Get');
				assert.deepEqual(
					read.map(({ json }) => [json.id, json.daily_budget]),
					expected.map(({ id, daily_budget }) => [id, String(daily_budget)]),
				);

				const reach = successful(execution, 'Reach').map(({ json }) => json);
				assert.equal(reach.length, MADE.length);
				for (const { users_lower_bound: least, users_upper_bound: most } of reach) {
					assert.ok(Number(least) > 0 && Number(most) > Number(least), JSON.stringify(reach));
				}

				const [audience, ...others] = successful(execution, 'Audience');
				assert.deepEqual(others, []);
				const values = sandbox.store.get(String(audience.json.id))?.values;
				assert.equal(values?.name, 'Customers of the spring');
				assert.equal(values.subtype, 'CUSTOM');
				assert.equal(values.customer_file_source, 'USER_PROVIDED_ONLY');
			},
		},
		{
			name: 'bad ad sets fail alone when the node continues',
			run: async () => {
				const execution = await execute(n8n, BAD_ITEMS);
				const items = successful(execution, 'Errors in Line');
				assert.deepEqual(pairs(items), [0, 1, 2, 3, 4, 5]);
				const issues = items.map(({ json }) => String(json.error ?? ''));
				assert.equal(issues[0], '');
				assert.match(issues[1], /^Daily Budget .*at most 2 digits .*EUR/);
				assert.match(issues[2], /^Targeting > Minimum Age /);
				assert.match(issues[3], /budget/i);
				assert.equal(issues[4], '');
				assert.match(issues[5], /^Targeting > Locations > Country Names or IDs /);
				const made = adSets().slice(MADE.length);
				assert.deepEqual(
					made.map(({ name }) => name),
					['Good one', 'Good two'],
				);
			},
		},
	];
}
