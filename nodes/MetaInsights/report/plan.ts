import { isOldReach } from './ageLimits';
import { countDays, sliceStarts } from './dates';
import { shapeOf } from './shape';
import type { Shape } from './shape';
import type { InsightsQuery } from './types';

/** A report that is guessed to have more rows is made as a job from the start. */
const MAX_SYNCHRONOUS_ROWS = 2_000;

/** A report that is guessed to have no more rows is small, whatever Meta says of its first page. */
const FEW_ROWS = 250;

/** The same for days: Meta has to read them all, even where they become one row. */
const MAX_SYNCHRONOUS_DAYS = 92;

/** Rows per object and slice of time that a breakdown makes, roughly. */
const VALUES_OF_BREAKDOWN: Record<string, number> = {
	age: 7,
	country: 30,
	device_platform: 4,
	dma: 210,
	gender: 3,
	hourly_stats_aggregated_by_advertiser_time_zone: 24,
	hourly_stats_aggregated_by_audience_time_zone: 24,
	impression_device: 8,
	mmm: 1_000,
	place_page_id: 100,
	platform_position: 15,
	product_id: 1_000,
	publisher_platform: 4,
	region: 50,
};
const VALUES_OF_OTHER_BREAKDOWN = 10;

/** Rows per slice of time, roughly, for an account and for an object below it. */
const OBJECTS_OF_ACCOUNT = { account: 1, campaign: 50, adset: 200, ad: 600 };
const OBJECTS_OF_OTHER = { account: 1, campaign: 1, adset: 10, ad: 40 };

/**
 * Whether a report is likely to be answered at once. Meta advises to try a synchronous call first
 * and names no limit (Limits and Best Practices, Data Per Call Limits): a wrong guess costs one call.
 * Reach from long ago is only given to jobs.
 */
export function looksSmall(query: InsightsQuery, today: string): boolean {
	const shape = shapeOf(query, today);
	const days = shape.ranges.reduce((sum, range) => sum + countDays(range), 0);
	return (
		days <= MAX_SYNCHRONOUS_DAYS &&
		guessRows(query.object, shape) <= MAX_SYNCHRONOUS_ROWS &&
		!isOldReach(query, today)
	);
}

/** Whether so few rows are likely that a page of them, not the report, is what is too much for Meta. */
export function hasFewRows(query: InsightsQuery, today: string): boolean {
	return guessRows(query.object, shapeOf(query, today)) <= FEW_ROWS;
}

function guessRows(object: string, shape: Shape): number {
	const slices = shape.ranges.reduce(
		(sum, range) => sum + sliceStarts(range, shape.increment).length,
		0,
	);
	const counts = object.startsWith('act_') ? OBJECTS_OF_ACCOUNT : OBJECTS_OF_OTHER;
	const objects = shape.level ? counts[shape.level] : 1;
	return shape.breakdowns.reduce(
		(rows, name) => rows * (VALUES_OF_BREAKDOWN[name] ?? VALUES_OF_OTHER_BREAKDOWN),
		slices * objects,
	);
}
