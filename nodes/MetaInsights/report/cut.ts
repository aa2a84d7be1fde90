import { addDays, countDays, sliceStarts } from './dates';
import { halvesOf, type FieldHalves } from './fieldHalves';
import { unsummable } from './metrics';
import { partParameters, shapeOf, withRange, type Filter, type Shape } from './shape';
import type { InsightsQuery } from './types';

/** How the parts of a report are put together again. */
export type Cut =
	/** One after the other. */
	| { how: 'concat'; parts: InsightsQuery[]; told: string }
	/** Rows that are alike but for their days are added up. */
	| { how: 'sum'; parts: InsightsQuery[]; told: string }
	/** Rows that are alike but for their metrics become one. */
	| { how: 'join'; halves: FieldHalves; told: string };

/**
 * Filters that say which objects or breakdown values count, whatever the days. Others are about
 * metrics: what passes in a whole range may fail in a part of it.
 */
const RANGE_FREE_FILTER =
	/(^|\.)(id|name|status|effective_status|configured_status|delivery_info|delivery_status|adlabels|objective|buying_type|created_time|updated_time|optimization_goal)$|^(action_type|age|country|device_platform|dma|gender|impression_device|platform_position|publisher_platform|region)$/;

/**
 * Parts that a report is cut into by its days: what is too much is mostly so by far, and each further
 * try takes Meta a job that fails.
 */
const PARTS_BY_DATE = 4;

/**
 * A report in parts of its days, whose rows simply follow each other: several time ranges by the list,
 * others on the borders of `time_increment`. `undefined` where that is not possible.
 */
export function cutByDate(query: InsightsQuery, today: string): Cut | undefined {
	const shape = shapeOf(query, today);
	if (shape.ranges.length > 1) return cutList(query, shape);
	if (!isRangeFree(query, shape)) return undefined;
	const [range] = shape.ranges;
	const starts = sliceStarts(range, shape.increment);
	if (starts.length < 2) return undefined;
	const count = Math.min(PARTS_BY_DATE, starts.length);
	const days = Array.from(
		{ length: count - 1 },
		(_unused, index) => starts[Math.ceil(((index + 1) * starts.length) / count)],
	);
	return { how: 'concat', ...cutBefore(query, shape, days) };
}

/**
 * A report of one range without slices, in two halves of its days, whose rows have to be added up:
 * only where every metric that it asks for is a sum.
 */
export function cutIntoSummands(query: InsightsQuery, today: string): Cut | undefined {
	const shape = shapeOf(query, today);
	const [range] = shape.ranges;
	const days = countDays(range);
	const isWhole = shape.ranges.length === 1 && sliceStarts(range, shape.increment).length === 1;
	if (!isWhole || days < 2 || !isRangeFree(query, shape)) return undefined;
	if (unsummable(query, shape).length > 0) return undefined;
	const { parts, told } = cutBefore(query, shape, [addDays(range.since, Math.ceil(days / 2))]);
	// Pieces of a slice are ranges of their own.
	return { how: 'sum', parts: parts.map(withoutIncrement), told: `${told}, to be added up` };
}

/** A report in two halves of its fields. */
export function cutByFields(query: InsightsQuery, today: string): Cut | undefined {
	const halves = halvesOf(query, shapeOf(query, today));
	if (!halves) return undefined;
	const names = halves.map(({ wanted }) => wanted.join(', '));
	return { how: 'join', halves, told: `split by fields: ${names.join(' | ')}` };
}

/** The least that days and fields can be cut to: what does not fit then fits in no part by these ways. */
export function smallestPart(query: InsightsQuery, today: string): InsightsQuery {
	const cut = cutByDate(query, today) ?? cutIntoSummands(query, today) ?? cutByFields(query, today);
	if (!cut) return query;
	return smallestPart(cut.how === 'join' ? cut.halves[0].query : cut.parts[0], today);
}

/** How much a query covers, to compare it with others of the same object and fields. */
export function daysOf(query: InsightsQuery, today: string): number {
	return shapeOf(query, today).ranges.reduce((sum, range) => sum + countDays(range), 0);
}

function cutList(query: InsightsQuery, { ranges }: Shape): Cut {
	const middle = Math.ceil(ranges.length / 2);
	const parts = [ranges.slice(0, middle), ranges.slice(middle)].map((some) => ({
		...query,
		parameters: { ...partParameters(query), time_ranges: some.map((range) => ({ ...range })) },
	}));
	return { how: 'concat', parts, told: `split ${ranges.length} time ranges into two halves` };
}

function cutBefore(
	query: InsightsQuery,
	{ ranges: [range] }: Shape,
	days: readonly string[],
): { parts: InsightsQuery[]; told: string } {
	const starts = [range.since, ...days];
	const ends = [...days.map((day) => addDays(day, -1)), range.until];
	const parts = starts.map((since, index) => withRange(query, { since, until: ends[index] }));
	return { parts, told: `split ${range.since} to ${range.until} before ${days.join(', ')}` };
}

/** `product_id_limit` picks the first products of the whole range, which no part of it knows. */
function isRangeFree({ parameters }: InsightsQuery, { filters }: Shape): boolean {
	return (
		parameters.product_id_limit === undefined &&
		filters.every(({ field }: Filter) => RANGE_FREE_FILTER.test(field))
	);
}

function withoutIncrement(query: InsightsQuery): InsightsQuery {
	const parameters = { ...query.parameters };
	delete parameters.time_increment;
	return { ...query, parameters };
}
