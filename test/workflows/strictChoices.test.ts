import { merge } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { adSet } from '../../nodes/MetaAdSet/resources/adSet';
import { targeting } from '../../nodes/MetaAdSet/resources/targeting';
import { Bench, itemsOf } from './support/bench';
import { byId, oneNode } from './support/campaigns';
import { choosingsBelow, choosingsOf, type Choosing } from './support/choices';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const CAMPAIGN = '120210000000000001';
const AD_SET = '120210000000000021';
const VALUE = '={{ $json.value }}';
const US = { geo_locations: { countries: ['US'] } };

/** What the sandbox says of a value or a member that it has never heard of. */
const UNKNOWN = /must be one of|Invalid keys|is unknown and not allowed/;

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => {
	bench.reset();
	const { seed } = bench.sandbox;
	seed.campaigns('1001', 1, { id: CAMPAIGN, lifetime_budget: 90_000 });
	seed.adSets(CAMPAIGN, 1, { id: AD_SET });
});

const added = (fields: IDataObject) => ({ additionalFields: fields });
const promoting = (object: IDataObject) => added({ promoted_object: object });
const omnichannel = (members: IDataObject) => promoting({ omnichannel_object: members });

const SHOP = { value: [{ commerce_merchant_settings_id: byId('1') }] };
const pixelFor = (event: string) => ({
	value: [{ pixel_id: byId('1'), custom_event_type: event }],
});
const EVERYTHING = {
	application_id: byId('1'),
	object_store_url: 'https://apps.apple.com/app/id1',
	page_id: byId('1'),
	pixel_id: byId('1'),
	product_set_id: byId('1'),
};
const IDENTITIES = ['taiwan_universal', 'taiwan_finserv', 'australia_finserv', 'india_finserv']
	.concat('singapore_universal', 'universal')
	.flatMap((prefix) => [`${prefix}_beneficiary`, `${prefix}_payer`]);
const NEW_CAMPAIGN = {
	campaign_id: byId(''),
	...added({ daily_budget: 1000, promoted_object: EVERYTHING }),
};
const SOMEWHERE = { custom_locations: { value: [{ address_string: '1 Main Street' }] } };

/** Parameters that a field needs beside it, or one of its values does: `<field>` or `<field> <value>`. */
const BESIDE: Record<string, IDataObject> = {
	target_countries: { targeting: null },
	'target_countries TW': {
		targeting: null,
		...added({
			regional_regulated_categories: ['TAIWAN_UNIVERSAL'],
			regional_regulation_identities: {
				taiwan_universal_beneficiary: byId('1'),
				taiwan_universal_payer: byId('1'),
			},
		}),
	},
	optimization_goal: promoting(EVERYTHING),
	'budget_schedule_specs > budget_value_type': added({
		budget_schedule_specs: {
			value: [{ time_start: '2030-01-01', time_end: '2030-01-02', budget_value: 2 }],
		},
	}),
	bid_strategy: added({ bid_amount: 100 }),
	'bid_strategy LOWEST_COST_WITH_MIN_ROAS': added({
		bid_constraints: { value: { roas_average_floor: 10_000 } },
	}),
	'adset_schedule > days': added({ pacing_type: ['day_parting'] }),
	'adset_schedule > timezone_type': added({ pacing_type: ['day_parting'] }),
	'promoted_object > omnichannel_object > app > custom_event_type': omnichannel({
		pixel: pixelFor(VALUE),
	}),
	'promoted_object > omnichannel_object > pixel > custom_event_type': merge(
		omnichannel({ onsite: SHOP }),
		added({ destination_type: 'SHOP_AUTOMATIC' }),
	),
	'destination_type SHOP_AUTOMATIC': omnichannel({ onsite: SHOP, pixel: pixelFor('PURCHASE') }),
	regional_regulated_categories: added({
		regional_regulation_identities: Object.fromEntries(IDENTITIES.map((name) => [name, byId('1')])),
	}),
	'campaign_spec > objective': NEW_CAMPAIGN,
	'campaign_spec > buying_type': NEW_CAMPAIGN,
	'targeting > detailed_targeting > people': {
		targeting: { detailed_targeting: { value: [{ traits: { college_years: '1999' } }] } },
	},
	'targeting > geo_locations > custom_locations > distance_unit': {
		targeting: { geo_locations: SOMEWHERE },
	},
	'targeting > excluded_geo_locations > custom_locations > distance_unit': {
		targeting: { excluded_geo_locations: SOMEWHERE },
	},
};

/** Values of a list that are not chosen alone. */
const WITH: Record<string, string[]> = {
	'execution_options include_recommendations': ['validate_only'],
	'targeting > facebook_positions marketplace': ['feed'],
	'targeting > facebook_positions notification': ['feed'],
	'targeting > facebook_positions profile_feed': ['feed'],
	'targeting > facebook_positions search': ['feed'],
	'targeting > instagram_positions explore': ['stream'],
	'targeting > instagram_positions explore_home': ['stream', 'explore'],
	'targeting > instagram_positions ig_search': ['stream'],
	'targeting > publisher_platforms audience_network': ['facebook'],
	'targeting > publisher_platforms threads': ['instagram'],
	'publisher_platforms audience_network': ['facebook'],
	'publisher_platforms threads': ['instagram'],
};

/** What was refused without being sent, or for being unknown; one item per value. */
async function unknownOf(what: string, base: IDataObject, choosing: Choosing): Promise<string[]> {
	const { title, values, several, withValue } = choosing;
	const isAlone = (value: string) => BESIDE[`${title} ${value}`] !== undefined;
	const runs = [
		values.filter((value) => !isAlone(value)),
		...values.filter(isAlone).map((v) => [v]),
	];
	const unknown: string[] = [];
	for (const together of runs.filter(({ length }) => length > 0)) {
		const beside = BESIDE[`${title} ${together[0]}`] ?? BESIDE[title];
		const parameters = merge({}, base, withValue(VALUE), beside);
		const items = together.map((value) => ({
			value: several ? [value, ...(WITH[`${title} ${value}`] ?? [])] : value,
		}));
		const node = {
			type: 'n8n-nodes-meta-ads.metaAdSet',
			onError: 'continueRegularOutput',
		} as const;
		const answers = itemsOf(await bench.run(oneNode(what, parameters, node), { items }));
		expect(answers).toHaveLength(together.length);
		answers.forEach(({ error, details }, index) => {
			const isKnown = Object(details).code !== undefined && !UNKNOWN.test(String(error));
			if (error !== undefined && !isKnown) unknown.push(`${together[index]}: ${String(error)}`);
		});
	}
	return unknown;
}

const FORMS: Array<[what: string, base: IDataObject, choosings: Choosing[]]> = [
	[
		'adSet.create',
		{
			ad_account: byId('1001'),
			campaign_id: byId(CAMPAIGN),
			name: 'Choice',
			optimization_goal: '',
			billing_event: '',
			targeting: US,
			status: 'PAUSED',
		},
		outsideOfTargeting(choosingsOf(adSet.operations.create)),
	],
	[
		'adSet.update',
		{ adset_id: byId(AD_SET), optimization_goal: '', billing_event: '' },
		outsideOfTargeting(choosingsOf(adSet.operations.update)),
	],
	[
		// The same targeting as that of an ad set, of which many fit into a batch.
		'targeting.getReachEstimate',
		{ ad_account: byId('1001'), targeting: US },
		choosingsBelow(targeting.operations.getReachEstimate, 'targeting'),
	],
];

function outsideOfTargeting(choosings: Choosing[]): Choosing[] {
	return choosings.filter(({ title }) => !title.startsWith('targeting > '));
}

describe.each(FORMS)('every choice of %s is known to a strict server', (what, base, choosings) => {
	test.each(choosings.map((choosing) => [choosing.title, choosing] as const))(
		'%s',
		async (_title, choosing) => {
			expect(await unknownOf(what, base, choosing)).toEqual([]);
		},
	);
});

test('the targeting of an ad set offers what that of an estimate does', () => {
	const valuesBelow = (name: string, choosings: Choosing[]) =>
		choosings
			.filter(({ title }) => title.startsWith(`${name} > `))
			.map(({ title, values }) => [title.slice(name.length), values]);
	const [create, update] = [adSet.operations.create, adSet.operations.update].map(choosingsOf);
	const estimate = valuesBelow('targeting', FORMS[2][2]);
	expect(estimate.length).toBeGreaterThan(25);
	expect(valuesBelow('targeting', create)).toEqual(estimate);
	expect(valuesBelow('targeting', update)).toEqual(estimate);
});
