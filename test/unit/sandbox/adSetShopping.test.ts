import { ASSET_IDS } from '../../sandbox';
import {
	blamed,
	PIXEL,
	US,
	describeRules,
	type Rules,
	type Form,
	openAdSets,
} from './adSetSupport';

const sets = openAdSets();
const { bench } = sets;

const sales = { objective: 'OUTCOME_SALES' };
const shopping = { ...sales, smart_promotion_type: 'AUTOMATED_SHOPPING_ADS' };
const asc = { promoted_object: PIXEL };
const platforms = (spec: Form) => ({ targeting: { ...US, ...spec } });

const RULES: Rules = {
	'more than a place for a shopping campaign': {
		bad: { ...asc, ...platforms({ age_min: 20 }) },
		good: asc,
		campaign: shopping,
		blames: ['targeting', 'age_min'],
	},
	'cities for a shopping campaign': {
		bad: { ...asc, targeting: { geo_locations: { cities: [{ key: '777934' }] } } },
		good: { ...asc, targeting: { geo_locations: { regions: [{ key: '3847' }] } } },
		campaign: shopping,
		blames: ['targeting', 'geo_locations'],
	},
	'another goal for a shopping campaign': {
		bad: { ...asc, optimization_goal: 'REACH' },
		good: { ...asc, optimization_goal: 'VALUE' },
		campaign: shopping,
		blames: ['optimization_goal'],
	},
	'a shopping campaign without pixel': {
		bad: { promoted_object: { product_set_id: ASSET_IDS.productSet } },
		good: asc,
		campaign: shopping,
		blames: ['promoted_object', 'pixel_id'],
	},
	'value of another event than purchases': {
		bad: {
			optimization_goal: 'VALUE',
			promoted_object: { ...PIXEL, custom_event_type: 'ADD_TO_CART' },
		},
		good: { promoted_object: { ...PIXEL, custom_event_type: 'ADD_TO_CART' } },
		campaign: shopping,
		blames: ['promoted_object', 'custom_event_type'],
	},
	'an event that shopping campaigns do not have': {
		bad: { promoted_object: { ...PIXEL, custom_event_type: 'RATE' } },
		good: { promoted_object: { ...PIXEL, custom_event_type: 'SEARCH' } },
		campaign: shopping,
		blames: ['promoted_object', 'custom_event_type'],
	},
	'a cost cap for value in a shopping campaign': {
		bad: { ...asc, optimization_goal: 'VALUE', bid_strategy: 'COST_CAP', bid_amount: 100 },
		good: { ...asc, bid_strategy: 'COST_CAP', bid_amount: 100 },
		campaign: shopping,
		blames: ['bid_strategy'],
	},
	'a share for existing customers elsewhere': {
		bad: { existing_customer_budget_percentage: 20 },
		good: {},
		blames: ['existing_customer_budget_percentage'],
	},
	'a share above 100': {
		bad: { ...asc, existing_customer_budget_percentage: 101 },
		good: { ...asc, existing_customer_budget_percentage: 100 },
		campaign: shopping,
		blames: ['existing_customer_budget_percentage'],
	},
	'Taiwan without its identities': {
		bad: { targeting: { geo_locations: { countries: ['TW'] } } },
		good: {
			targeting: { geo_locations: { countries: ['TW'] } },
			regional_regulated_categories: ['TAIWAN_UNIVERSAL'],
			regional_regulation_identities: { taiwan_universal_payer: '1' },
		},
		blames: ['regional_regulated_categories'],
	},
};

describeRules(sets, RULES);

it('takes one ad set per shopping campaign, billed by impressions, before v25.0', async () => {
	const id = await bench.campaign(shopping);
	const form = { ...asc, campaign_id: id, existing_customer_budget_percentage: 20 };
	expect(blamed(await sets.refusal(form, {}, 'v25.0'))).toEqual([
		'existing_customer_budget_percentage',
	]);
	expect(
		blamed(await sets.refusal({ ...asc, campaign_id: id, billing_event: 'PURCHASE' })),
	).toEqual(['billing_event']);
	await sets.make(form);
	expect(blamed(await sets.refusal(form))).toEqual(['campaign_id']);
});
