import { ASSET_IDS } from '../../sandbox';
import { CONVERSIONS, describeRules, omnichannel, openAdSets, PIXEL, SHOP } from './adSetSupport';

const sets = openAdSets();
const { bench } = sets;

const END = '2026-03-20';
const SALES = { objective: 'OUTCOME_SALES' };
const DAILY = { daily_budget: 5000 };
const NONE = { daily_budget: null };
const LIFETIME = { ...NONE, lifetime_budget: 9000 };

const run = (start_time: string, end_time: string) => ({ start_time, end_time });

describeRules(sets, {}, [
	[{ lifetime_budget: 9000, end_time: END }, {}, 'lifetime_budget', 1885621],
	[NONE, { ...LIFETIME, end_time: END }, 'daily_budget'],
	[{ daily_budget: 99 }, { daily_budget: 100 }, 'daily_budget', 1885272],
	[{ ...LIFETIME, end_time: 0 }, { end_time: 0 }, 'end_time'],
	[run('2026-04-02', '2026-04-01'), run('2026-04-02', '2026-04-04'), 'end_time'],
	[run('2026-01-01', '2026-02-01'), run('2026-01-01', '2026-03-03'), 'end_time', 1487033],
	[{ end_time: '2026-03-03T00:00:00Z' }, { end_time: '2026-03-03T00:00:01Z' }, 'end_time'],
	[{ daily_spend_cap: 900 }, {}, 'daily_spend_cap'],
	[{ daily_imps: 1000 }, {}, 'daily_imps'],
]);

const targetUpTo = (cap: number) => ({
	...NONE,
	daily_min_spend_target: 900,
	daily_spend_cap: cap,
});
describeRules(sets, DAILY, [
	[{}, NONE, 'daily_budget', 1885621],
	[{ ...NONE, lifetime_min_spend_target: 900 }, NONE, 'lifetime_min_spend_target'],
	[targetUpTo(800), targetUpTo(900), 'daily_min_spend_target'],
	[
		{ ...NONE, bid_strategy: 'COST_CAP', bid_amount: 100 },
		{ ...NONE, bid_amount: 100 },
		'bid_strategy',
	],
]);
describeRules(sets, { lifetime_budget: 50000, stop_time: '2026-04-01' }, [
	[
		{ ...NONE, daily_min_spend_target: 900 },
		{ ...NONE, lifetime_spend_cap: 900 },
		'daily_min_spend_target',
	],
]);

const capped = (bid_strategy: string, bid_amount: number | null = null) => ({
	bid_strategy,
	bid_amount,
});
const clicks = (bid_amount: number) => ({ bid_amount, billing_event: 'LINK_CLICKS' });
describeRules(sets, {}, [
	[capped('LOWEST_COST_WITH_BID_CAP'), capped('LOWEST_COST_WITH_BID_CAP', 100), 'bid_amount'],
	[capped('COST_CAP'), capped('COST_CAP', 100), 'bid_amount'],
	[{ bid_amount: 1 }, { bid_amount: 2 }, 'bid_amount'],
	[clicks(0), clicks(1), 'bid_amount'],
]);
describeRules(sets, { ...DAILY, bid_strategy: 'COST_CAP' }, [
	[NONE, { ...NONE, bid_amount: 100 }, 'bid_amount'],
]);

const minRoas = (roas_average_floor: number, optimization_goal = 'VALUE') => ({
	optimization_goal,
	promoted_object: PIXEL,
	bid_strategy: 'LOWEST_COST_WITH_MIN_ROAS',
	bid_constraints: { roas_average_floor },
});
describeRules(sets, SALES, [
	[{ ...minRoas(100), bid_constraints: null }, minRoas(100), 'bid_constraints'],
	[minRoas(99), minRoas(10_000_000), 'bid_constraints.roas_average_floor'],
	[minRoas(100, 'OFFSITE_CONVERSIONS'), minRoas(100), 'optimization_goal'],
	[
		{ ...CONVERSIONS, bid_constraints: { roas_average_floor: 100 } },
		CONVERSIONS,
		'bid_constraints',
	],
]);

const rotation = (times: number[], blocks = [['1'], ['2']]) => ({
	...run('2026-03-05T00:00:00+0000', '2026-03-10T00:00:00+0000'),
	time_based_ad_rotation_intervals: times,
	time_based_ad_rotation_id_blocks: blocks,
});
const DAY_S = 86_400;
const START_S = Date.UTC(2026, 2, 5) / 1000;
const LAST_S = START_S + 5 * DAY_S - 3600;
const ROTATION = rotation([START_S, START_S + DAY_S]);
describeRules(sets, {}, [
	[rotation([START_S, START_S + DAY_S], []), ROTATION, 'time_based_ad_rotation_id_blocks'],
	[rotation([START_S], [['1']]), ROTATION, 'time_based_ad_rotation_intervals'],
	[rotation([START_S + 1, START_S + DAY_S]), ROTATION, 'time_based_ad_rotation_intervals'],
	[
		rotation([START_S, START_S]),
		rotation([START_S, START_S + 1]),
		'time_based_ad_rotation_intervals',
	],
	[
		rotation([START_S, LAST_S + 1]),
		rotation([START_S, LAST_S]),
		'time_based_ad_rotation_intervals',
	],
]);

const schedule = (start_minute: number, end_minute: number) => ({
	adset_schedule: [{ start_minute, end_minute, days: [0] }],
	pacing_type: ['day_parting'],
	...LIFETIME,
	end_time: END,
});
const HOUR = schedule(0, 60);
describeRules(sets, {}, [
	[{ ...HOUR, daily_budget: 2000, lifetime_budget: null }, HOUR, 'adset_schedule'],
	[{ ...HOUR, pacing_type: ['standard'] }, HOUR, 'pacing_type'],
	[{ pacing_type: ['day_parting'] }, { pacing_type: ['standard'] }, 'adset_schedule'],
	[schedule(0, 30), schedule(0, 120), 'adset_schedule'],
]);

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
	const capped = await sets.make({ daily_budget: null, daily_spend_cap: 900 }, DAILY);
	await bench.post(capped, { daily_spend_cap: '922337203685478' });
	expect(await bench.get(capped, { fields: 'daily_spend_cap' })).toEqual({ id: capped });
	const pixel = [{ pixel_id: ASSET_IDS.pixel, custom_event_type: 'LEAD' }];
	const shop = { ...omnichannel({ onsite: SHOP, pixel }), destination_type: 'SHOP_AUTOMATIC' };
	const id = await sets.make(shop, SALES);
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
