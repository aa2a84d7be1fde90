import { bidStrategies } from '../../shared/fields/campaign';
import { integer, money, object, options } from '../../shared/operation/fields';

/** Limits of `roas_average_floor`, in ten-thousandths (Advantage+ Shopping Campaigns, Create Ad Set). */
const MIN_ROAS_FLOOR = 100;
const MAX_ROAS_FLOOR = 10_000_000;

/** How the ad set bids (Ad Account Adsets; Advantage+ Shopping Campaigns). */
export function biddingFields() {
	return [
		money('bid_amount', {
			min: 1,
			description:
				'Bid cap or cost goal: per 1,000 for impressions and reach, else for each result. Needed by the strategies Bid Cap and Cost per Result Goal.',
		}),
		options('bid_strategy', bidStrategies, {
			description: 'How to bid. Set it on the campaign instead when the budget is there.',
		}),
		object(
			'bid_constraints',
			[
				integer('roas_average_floor', {
					label: 'Minimum ROAS (10000 = 1.0)',
					required: true,
					min: MIN_ROAS_FLOOR,
					max: MAX_ROAS_FLOOR,
					default: 10_000,
					description:
						'Lowest return on ad spend to accept, in ten-thousandths: 20000 asks for 2 in revenue per 1 spent',
				}),
			],
			{ description: 'Lowest return that the strategy ROAS Goal accepts; needs the goal Value' },
		),
	];
}
