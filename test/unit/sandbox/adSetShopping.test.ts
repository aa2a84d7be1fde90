import { ASSET_IDS } from '../../sandbox';
import { aimed, blamed, describeRules, openAdSets, PIXEL, promoting } from './adSetSupport';

const sets = openAdSets();
const { bench } = sets;

const SHOPPING = { objective: 'OUTCOME_SALES', smart_promotion_type: 'AUTOMATED_SHOPPING_ADS' };
const ASC = promoting(PIXEL);
const VALUE = { optimization_goal: 'VALUE' };
const CAPPED = { ...ASC, bid_strategy: 'COST_CAP', bid_amount: 100 };

const event = (custom_event_type: string) => promoting({ ...PIXEL, custom_event_type });
const located = (member: string, key: string) => ({
	...ASC,
	targeting: { geo_locations: { [member]: [{ key }] } },
});
const shareOf = (existing_customer_budget_percentage: number) => ({
	...ASC,
	existing_customer_budget_percentage,
});

describeRules(sets, SHOPPING, [
	[{ ...ASC, ...aimed({ age_min: 20 }) }, ASC, 'targeting.age_min'],
	[located('cities', '777934'), located('regions', '3847'), 'targeting.geo_locations'],
	[{ ...ASC, optimization_goal: 'REACH' }, { ...ASC, ...VALUE }, 'optimization_goal'],
	[promoting({ product_set_id: ASSET_IDS.productSet }), ASC, 'promoted_object.pixel_id'],
	[
		{ ...VALUE, ...event('ADD_TO_CART') },
		event('ADD_TO_CART'),
		'promoted_object.custom_event_type',
	],
	[event('RATE'), event('SEARCH'), 'promoted_object.custom_event_type'],
	[{ ...CAPPED, ...VALUE }, CAPPED, 'bid_strategy'],
	[shareOf(101), shareOf(100), 'existing_customer_budget_percentage'],
]);

const TAIWAN = { targeting: { geo_locations: { countries: ['TW'] } } };
describeRules(sets, {}, [
	[{ existing_customer_budget_percentage: 20 }, {}, 'existing_customer_budget_percentage'],
	[
		TAIWAN,
		{
			...TAIWAN,
			regional_regulated_categories: ['TAIWAN_UNIVERSAL'],
			regional_regulation_identities: { taiwan_universal_payer: '1' },
		},
		'regional_regulated_categories',
	],
]);

it('takes one ad set per shopping campaign, billed by impressions, before v25.0', async () => {
	const id = await bench.campaign(SHOPPING);
	const form = { ...ASC, campaign_id: id, existing_customer_budget_percentage: 20 };
	expect(blamed(await sets.refusal(form, {}, 'v25.0'))).toBe('existing_customer_budget_percentage');
	expect(blamed(await sets.refusal({ ...ASC, campaign_id: id, billing_event: 'PURCHASE' }))).toBe(
		'billing_event',
	);
	await sets.make(form);
	expect(blamed(await sets.refusal(form))).toBe('campaign_id');
});
