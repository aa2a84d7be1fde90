import type { GraphParameters, GraphValue } from '../../shared/graph/types';
import { presetRange, type DayRange } from './dates';
import type { InsightsQuery } from './types';
import { isObject } from '../../shared/graph/json';

/** Levels from the top down (Ad Account, Insights, Parameters, level). */
export const LEVELS = ['account', 'campaign', 'adset', 'ad'] as const;
export type Level = (typeof LEVELS)[number];

/** What a query asks for, with everything that it leaves to Meta's defaults said. */
export interface Shape {
	/** `undefined` when none were given. */
	fields?: string[];
	/** `undefined`: the object's own. */
	level?: Level;
	breakdowns: string[];
	filters: Filter[];
	/** More than one only from `time_ranges`. */
	ranges: DayRange[];
	/** `all_days`, `monthly` or a number of days. */
	increment: string | number;
}

export interface Filter {
	field: string;
	operator: string;
	value: GraphValue;
}

const DEFAULT_PRESET = 'last_30d';

/** Parameters of the report as a whole: a part of it has no use for them. */
const OF_THE_WHOLE = ['sort', 'summary', 'default_summary', 'summary_action_breakdowns', 'limit'];

/** Parameters that say which days; one of them makes Meta ignore others. */
const OF_DATES = ['date_preset', 'time_range', 'time_ranges'];

/**
 * Reads a query; `today` is the ad account's. `time_ranges` wins over `time_range`, which wins over
 * `date_preset`, and leaves no room for `time_increment` (Ad Account, Insights, Parameters).
 */
export function shapeOf({ parameters }: InsightsQuery, today: string): Shape {
	const several = asList(parameters.time_ranges).flatMap((range) => asRange(range) ?? []);
	const increment = asIncrement(parameters.time_increment);
	return {
		fields: parameters.fields === undefined ? undefined : namesIn(parameters.fields),
		level: LEVELS.find((level) => level === parameters.level),
		breakdowns: namesIn(parameters.breakdowns),
		filters: asList(parameters.filtering).flatMap((filter) => asFilter(filter) ?? []),
		ranges: several.length > 0 ? several : [singleRange(parameters, today)],
		increment: several.length > 0 ? 'all_days' : increment,
	};
}

/** The query of a part of the report: other days. */
export function withRange(query: InsightsQuery, range: DayRange): InsightsQuery {
	const parameters: GraphParameters = { ...partParameters(query), time_range: { ...range } };
	delete parameters.date_preset;
	delete parameters.time_ranges;
	return { ...query, parameters };
}

/** The parameters that hold for the parts of a report too. */
export function partParameters({ parameters }: InsightsQuery): GraphParameters {
	const kept = Object.entries(parameters).filter(([name]) => !OF_THE_WHOLE.includes(name));
	return Object.fromEntries(kept);
}

/** Only the parameters that say which days. */
export function dateParameters({ parameters }: InsightsQuery): GraphParameters {
	const kept = Object.entries(parameters).filter(([name]) => OF_DATES.includes(name));
	return Object.fromEntries(kept);
}

/** Names of a list, or of a text with commas between them. */
export function namesIn(value: GraphValue | undefined): string[] {
	if (Array.isArray(value)) return value.map(String);
	if (typeof value !== 'string') return [];
	return value
		.split(',')
		.map((name) => name.trim())
		.filter((name) => name !== '');
}

function singleRange(parameters: GraphParameters, today: string): DayRange {
	const range = asRange(parameters.time_range);
	if (range) return range;
	const preset = String(parameters.date_preset ?? DEFAULT_PRESET);
	// A preset that is not known is Meta's to judge; without its days it is not cut.
	return presetRange(preset, today) ?? { since: today, until: today };
}

function asIncrement(value: GraphValue | undefined): string | number {
	if (value === 'monthly') return value;
	const days = Number(value);
	return Number.isInteger(days) && days > 0 ? days : 'all_days';
}

function asRange(value: GraphValue | undefined): DayRange | undefined {
	if (!isObject<GraphParameters>(value)) return undefined;
	const { since, until } = value;
	return typeof since === 'string' && typeof until === 'string' ? { since, until } : undefined;
}

function asFilter(value: GraphValue): Filter | undefined {
	if (!isObject<GraphParameters>(value)) return undefined;
	const { field, operator = '', value: wanted = null } = value;
	return typeof field === 'string'
		? { field, operator: String(operator), value: wanted }
		: undefined;
}

function asList(value: GraphValue | undefined): GraphValue[] {
	return Array.isArray(value) ? value : [];
}
