import { ASSET_IDS } from '../../sandbox';
import { PIXEL, describeRules, type Rules, type Form, openAdSets } from './adSetSupport';

const sets = openAdSets();
const { bench } = sets;

const END = '2026-03-20';
const sales = { objective: 'OUTCOME_SALES' };
const daily = { daily_budget: 5000 };
const lifetime = { lifetime_budget: 50000, stop_time: '2026-04-01' };
const conversions = { optimization_goal: 'OFFSITE_CONVERSIONS', promoted_object: PIXEL };
const value = {
	optimization_goal: 'VALUE',
	promoted_object: PIXEL,
	bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS',
};
const omnichannel = (object: Form, more: Form = {}) => ({
	optimization_goal: 'OFFSITE_CONVERSIONS',
	promoted_object: { omnichannel_object: object },
	...more,
});
const SHOP = [{ commerce_merchant_settings_id: ASSET_IDS.shop }];

const RULES: Rules = {
	'a budget of the ad set under a campaign with budget': {
		bad: {},
		good: { daily_budget: null },
		campaign: daily,
		code: 1885621,
		blames: ['daily_budget'],
	},
	'two budgets': {
		bad: { lifetime_budget: 9000, end_time: END },
		good: {},
		code: 1885621,
		blames: ['lifetime_budget'],
	},
	'no budget at all': {
		bad: { daily_budget: null },
		good: { daily_budget: null, lifetime_budget: 9000, end_time: END },
		blames: ['daily_budget'],
	},
	'a budget that is too low': {
		bad: { daily_budget: 99 },
		good: { daily_budget: 100 },
		code: 1885272,
		blames: ['daily_budget'],
	},
	'a lifetime budget without end': {
		bad: { daily_budget: null, lifetime_budget: 9000, end_time: 0 },
		good: { end_time: 0 },
		blames: ['end_time'],
	},
	'an end before the start': {
		bad: { start_time: '2026-04-02', end_time: '2026-04-01' },
		good: { start_time: '2026-04-02', end_time: '2026-04-04' },
		blames: ['end_time'],
	},
	'an end in the past': {
		bad: { start_time: '2026-01-01', end_time: '2026-02-01' },
		good: { start_time: '2026-01-01', end_time: '2026-03-03' },
		code: 1487033,
		blames: ['end_time'],
	},
	'a daily budget for 24 hours': {
		bad: { end_time: '2026-03-03T00:00:00Z' },
		good: { end_time: '2026-03-03T00:00:01Z' },
		blames: ['end_time'],
	},
	'a daily spend cap without a daily budget of the campaign': {
		bad: { daily_spend_cap: 900 },
		good: {},
		blames: ['daily_spend_cap'],
	},
	'a lifetime spend target under a daily campaign budget': {
		bad: { daily_budget: null, lifetime_min_spend_target: 900 },
		good: { daily_budget: null, daily_min_spend_target: 900 },
		campaign: daily,
		blames: ['lifetime_min_spend_target'],
	},
	'a daily spend target under a lifetime campaign budget': {
		bad: { daily_budget: null, daily_min_spend_target: 900 },
		good: { daily_budget: null, lifetime_spend_cap: 900 },
		campaign: lifetime,
		blames: ['daily_min_spend_target'],
	},
	'a spend target above the cap': {
		bad: { daily_budget: null, daily_min_spend_target: 900, daily_spend_cap: 800 },
		good: { daily_budget: null, daily_min_spend_target: 900, daily_spend_cap: 900 },
		campaign: daily,
		blames: ['daily_min_spend_target'],
	},
	'impressions outside FIXED_CPM': { bad: { daily_imps: 1000 }, good: {}, blames: ['daily_imps'] },

	'a bid cap without bid': {
		bad: { bid_strategy: 'LOWEST_COST_WITH_BID_CAP' },
		good: { bid_strategy: 'LOWEST_COST_WITH_BID_CAP', bid_amount: 100 },
		blames: ['bid_amount'],
	},
	'a cost cap without bid': {
		bad: { bid_strategy: 'COST_CAP' },
		good: { bid_strategy: 'COST_CAP', bid_amount: 100 },
		blames: ['bid_amount'],
	},
	'a bid strategy under a campaign with budget': {
		bad: { daily_budget: null, bid_strategy: 'COST_CAP', bid_amount: 100 },
		good: { daily_budget: null, bid_amount: 100 },
		campaign: daily,
		blames: ['bid_strategy'],
	},
	'no bid under a campaign that caps bids': {
		bad: { daily_budget: null },
		good: { daily_budget: null, bid_amount: 100 },
		campaign: { ...daily, bid_strategy: 'COST_CAP' },
		blames: ['bid_amount'],
	},
	'a bid below 2 for impressions': {
		bad: { bid_amount: 1 },
		good: { bid_amount: 2 },
		blames: ['bid_amount'],
	},
	'a bid of 0 for clicks': {
		bad: { bid_amount: 0, billing_event: 'LINK_CLICKS' },
		good: { bid_amount: 1, billing_event: 'LINK_CLICKS' },
		blames: ['bid_amount'],
	},
	'minimum ROAS without a floor': {
		bad: value,
		good: { ...value, bid_constraints: { roas_average_floor: 100 } },
		campaign: sales,
		blames: ['bid_constraints'],
	},
	'minimum ROAS with a floor that is too low': {
		bad: { ...value, bid_constraints: { roas_average_floor: 99 } },
		good: { ...value, bid_constraints: { roas_average_floor: 10_000_000 } },
		campaign: sales,
		blames: ['bid_constraints', 'roas_average_floor'],
	},
	'minimum ROAS for conversions': {
		bad: {
			...value,
			optimization_goal: 'OFFSITE_CONVERSIONS',
			bid_constraints: { roas_average_floor: 100 },
		},
		good: { ...value, bid_constraints: { roas_average_floor: 100 } },
		campaign: sales,
		blames: ['optimization_goal'],
	},
	'bid constraints with another strategy': {
		bad: { ...conversions, bid_constraints: { roas_average_floor: 100 } },
		good: conversions,
		campaign: sales,
		blames: ['bid_constraints'],
	},
};

describeRules(sets, RULES);

it('gives documented errors a title and a message for people', async () => {
	expect(await sets.refusal({ daily_budget: 5 })).toMatchObject({
		message: 'Invalid parameter',
		type: 'OAuthException',
		code: 100,
		error_subcode: 1885272,
		is_transient: false,
		error_user_title: 'Budget is too low',
		error_user_msg: 'The budget must be at least 100.',
	});
});

it('sets the bid cap for a bid alone, removes caps, and turns a shop without purchases into a website', async () => {
	const bid = await sets.make({ bid_amount: 100 });
	expect(await bench.get(bid, { fields: 'bid_strategy' })).toMatchObject({
		bid_strategy: 'LOWEST_COST_WITH_BID_CAP',
	});
	const capped = await sets.make({ daily_budget: null, daily_spend_cap: 900 }, daily);
	await bench.post(capped, { daily_spend_cap: '922337203685478' });
	expect(await bench.get(capped, { fields: 'daily_spend_cap' })).toEqual({ id: capped });
	const pixel = [{ pixel_id: ASSET_IDS.pixel, custom_event_type: 'LEAD' }];
	const shop = omnichannel({ onsite: SHOP, pixel }, { destination_type: 'SHOP_AUTOMATIC' });
	const id = await sets.make(shop, sales);
	expect(await bench.get(id, { fields: 'destination_type' })).toMatchObject({
		destination_type: 'WEBSITE',
	});
});

it('takes the least budget from the ad account', async () => {
	const account = bench.sandbox.store.get('act_1001');
	if (account) bench.sandbox.store.update(account, { min_daily_budget: 500 });
	expect(await sets.refusal({ daily_budget: 499 })).toMatchObject({ error_subcode: 1885272 });
	expect(await sets.create({ daily_budget: 500 })).toMatchObject({ success: true });
});
