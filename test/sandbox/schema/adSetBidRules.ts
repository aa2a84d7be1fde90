import { isJsonObject } from '../json';
import { hasCampaignBudget, isReserved, type AdSetCase, type AdSetRule } from './adSetCase';
import { rule } from './rules';

const STRATEGIES_WITH_BID = ['LOWEST_COST_WITH_BID_CAP', 'COST_CAP'];
const MIN_ROAS = 'LOWEST_COST_WITH_MIN_ROAS';
/** Ten-thousandths: 0.01 to 1000 times the spend. */
const ROAS_FLOOR = { min: 100, max: 10_000_000 };

/** Least bid in minor units: for 1,000 impressions, or for one of anything else. */
const leastBid = ({ merged }: AdSetCase) => (merged.billing_event === 'IMPRESSIONS' ? 2 : 1);

const strategy = ({ merged, campaign }: AdSetCase) =>
	String(merged.bid_strategy ?? campaign.bid_strategy ?? '');

const floor = ({ merged }: AdSetCase) =>
	isJsonObject(merged.bid_constraints) ? merged.bid_constraints.roas_average_floor : undefined;

/** ("Ad Account Adsets, Creating"; "Advantage+ Shopping Campaigns, Create Ad Set" for minimum ROAS) */
export const bidRules: AdSetRule[] = [
	rule(
		(subject) => hasCampaignBudget(subject) && subject.call.params.bid_strategy !== undefined,
		'With a campaign budget the bid strategy is set at the campaign',
		'bid_strategy',
	),
	rule(
		(subject) =>
			STRATEGIES_WITH_BID.includes(strategy(subject)) &&
			subject.merged.bid_amount === undefined &&
			!isReserved(subject),
		(subject) => `The parameter bid_amount is required for ${strategy(subject)}`,
		'bid_amount',
	),
	rule(
		(subject) => Number(subject.merged.bid_amount ?? Infinity) < leastBid(subject),
		(subject) => `bid_amount must be at least ${leastBid(subject)}`,
		'bid_amount',
	),
	rule(
		(subject) => strategy(subject) === MIN_ROAS && floor(subject) === undefined,
		`bid_constraints with roas_average_floor is required for ${MIN_ROAS}`,
		'bid_constraints',
	),
	rule(
		(subject) => strategy(subject) === MIN_ROAS && subject.goal !== 'VALUE',
		`${MIN_ROAS} needs optimization_goal VALUE`,
		'optimization_goal',
	),
	rule(
		(subject) => floor(subject) !== undefined && strategy(subject) !== MIN_ROAS,
		`bid_constraints needs bid_strategy ${MIN_ROAS}`,
		'bid_constraints',
	),
	rule(
		(subject) =>
			Number(floor(subject) ?? ROAS_FLOOR.min) < ROAS_FLOOR.min ||
			Number(floor(subject)) > ROAS_FLOOR.max,
		`roas_average_floor must be between ${ROAS_FLOOR.min} and ${ROAS_FLOOR.max}`,
		'bid_constraints.roas_average_floor',
	),
];
