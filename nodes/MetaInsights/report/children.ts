import { ID_OF_LEVEL } from './metrics';
import { dateParameters, LEVELS, partParameters, type Level, type Shape } from './shape';
import type { InsightsQuery, Row } from './types';

/** Parameters that decide which objects a report has rows for. */
const DECIDING = [
	'filtering',
	'action_attribution_windows',
	'action_report_time',
	'use_account_attribution_setting',
	'use_unified_attribution_setting',
];

/** Filters by status tell which objects of one level are seen; other levels may hide more. */
const STATUS_FILTER = /status$|delivery_info$/;

/** Kinds of children, from the top down. */
export type ChildLevel = Exclude<Level, 'account'>;

/**
 * The kinds of children that a report can be made of: those at or above its own level, so that its
 * rows simply follow each other. `kind` is what the object is, where that is known: one with a bare
 * ID may be a campaign, an ad set or an ad.
 */
export function childLevels(
	{ object }: InsightsQuery,
	{ level = 'account' }: Shape,
	kind: Level | undefined = object.startsWith('act_') ? 'account' : undefined,
): ChildLevel[] {
	const first = LEVELS.indexOf(kind ?? 'campaign') + 1;
	return LEVELS.slice(first, LEVELS.indexOf(level) + 1) as ChildLevel[];
}

/**
 * A report that lists the children with data in the range of `ofDays`. It has the filters of the report and no
 * more: any filter makes Meta leave out what is not active (Deleted and Archived Objects). No metric
 * is asked for, so its parts over days can be put together.
 */
export function listingOf(
	query: InsightsQuery,
	shape: Shape,
	child: ChildLevel,
	ofDays = query,
): InsightsQuery {
	const kept = Object.entries(partParameters(query)).filter(([name]) => DECIDING.includes(name));
	const isByStatus = shape.filters.some(({ field }) => STATUS_FILTER.test(field));
	return {
		...query,
		parameters: {
			...Object.fromEntries(kept),
			...dateParameters(ofDays),
			level: isByStatus ? (shape.level ?? child) : child,
			fields: linesTo(child).map((level) => ID_OF_LEVEL[level]),
		},
	};
}

/**
 * The children of the object named in the rows of a listing, each once. Asked for ad sets, an ad names
 * its own: only what is below the object counts.
 */
export function childIdsIn(
	{ object }: InsightsQuery,
	rows: readonly Row[],
	child: ChildLevel,
): string[] {
	const parents = linesTo(child).slice(0, -1);
	const isBelow = (row: Row) =>
		object.startsWith('act_') ||
		parents.some((level) => String(row[ID_OF_LEVEL[level]]) === object);
	const ids = rows.filter(isBelow).flatMap((row) => row[ID_OF_LEVEL[child]] ?? []);
	return [...new Set(ids.map(String))];
}

/** The levels from campaigns down to one. */
function linesTo(child: ChildLevel): ChildLevel[] {
	return LEVELS.slice(1, LEVELS.indexOf(child) + 1) as ChildLevel[];
}

/** The same report of one child. */
export function ofChild(query: InsightsQuery, id: string): InsightsQuery {
	return { object: id, parameters: partParameters(query) };
}
