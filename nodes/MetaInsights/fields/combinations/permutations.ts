import { difference, intersection, isEqual, sortBy, xor } from 'lodash';

import { assetBreakdowns } from '../breakdowns';
import type { Asked, CombinationRule } from './types';

const HOURLY_ADVERTISER = 'hourly_stats_aggregated_by_advertiser_time_zone';
const HOURLY_AUDIENCE = 'hourly_stats_aggregated_by_audience_time_zone';

/** Can be joined to the permutations marked so. `action_type` is there even when nobody asks. */
const JOINED = ['action_type', 'action_target_id', 'action_destination'];

/** Permutations that the three above can be joined to (Insights API Breakdowns, Combining Breakdowns). */
const JOINABLE = [
	['action_device'],
	['action_device', 'impression_device'],
	['action_device', 'publisher_platform'],
	['action_device', 'publisher_platform', 'impression_device'],
	['action_device', 'publisher_platform', 'platform_position'],
	['action_device', 'publisher_platform', 'platform_position', 'impression_device'],
	['age'],
	['gender'],
	['age', 'gender'],
	['country'],
	['region'],
	['publisher_platform'],
	['publisher_platform', 'impression_device'],
	['publisher_platform', 'platform_position'],
	['publisher_platform', 'platform_position', 'impression_device'],
	['product_id'],
	[HOURLY_ADVERTISER],
	[HOURLY_AUDIENCE],
];

const carousel = (card: string) => [
	[card],
	[card, 'impression_device'],
	[card, 'country'],
	[card, 'age'],
	[card, 'gender'],
	[card, 'age', 'gender'],
];

/** Permutations that nothing but `action_type` goes with. */
const ALONE = [
	['action_converted_product_id'],
	['action_reaction'],
	['app_id', 'skan_conversion_id'],
	...carousel('action_carousel_card_id'),
	...carousel('action_carousel_card_name'),
	...assetBreakdowns.flatMap((asset) => [
		[asset],
		[asset, 'age'],
		[asset, 'gender'],
		[asset, 'age', 'gender'],
	]),
];

/** Refused by themselves: `impression_device` by the documentation, `platform_position` by Meta. */
const NEVER_ALONE = ['impression_device', 'platform_position'];

const ALL = [...JOINABLE, ...ALONE];
/** What the documentation says how to combine; of other breakdowns it does not speak. */
const SPOKEN_OF = new Set(ALL.flat());

/** Every documented permutation, `action_type` and its like left out. */
export const permutations: readonly string[][] = ALL;

/**
 * Only documented permutations exist (Insights API Breakdowns, Combining Breakdowns; Multi-Language
 * Ads, Insights for assets). What holds a breakdown that the documentation does not combine at all
 * is left to Meta.
 */
export const onlyPermutations: CombinationRule = (asked) => {
	const all = [...new Set([...asked.breakdowns, ...asked.actionBreakdowns])];
	const wanted = difference(all, JOINED);
	const joined = intersection(all, JOINED).filter((name) => name !== 'action_type');
	const [first] = wanted;
	if (wanted.length === 1 && NEVER_ALONE.includes(first)) return cannotStandAlone(first);
	const isSpokenOf = wanted.every((name) => SPOKEN_OF.has(name));
	if (!isSpokenOf || (wanted.length < 2 && joined.length === 0) || wanted.length === 0) {
		return undefined;
	}
	const isAmong = (some: string[][]) => some.some((one) => isEqual(sortBy(one), sortBy(wanted)));
	if (isAmong(JOINABLE) || (joined.length === 0 && isAmong(ALL))) return undefined;
	const near = nearest(wanted, joined.length > 0 ? JOINABLE : ALL);
	return {
		path: [fieldOf(asked)],
		message: `cannot combine ${all.join(', ')}: Meta keeps only some combinations. Nearest: ${near.join(', ')}`,
	};
};

function cannotStandAlone(name: string) {
	return {
		path: ['breakdowns'],
		message: `cannot have ${name} by itself. Nearest: publisher_platform, ${name}`,
	};
}

function fieldOf({ breakdowns }: Asked): string {
	return breakdowns.length > 0 ? 'breakdowns' : 'action_breakdowns';
}

/** The combination with the fewest changes; among equals the one that keeps most. */
function nearest(wanted: string[], allowed: string[][]): string[] {
	const [near] = sortBy(allowed, [
		(one) => xor(one, wanted).length,
		(one) => -intersection(one, wanted).length,
	]);
	return near;
}
