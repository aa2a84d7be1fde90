import type { ParamSpec, Params, Values } from '../schema/types';
import { anyObject, bool, int, list, oneOf, shape, required, text } from '../schema/specs';
import { DATE_PRESETS, type DayRange } from './dates';
import type { Condition } from './filters';
import { ACTION_BREAKDOWNS, BREAKDOWNS, WINDOWS } from './names';

export type Level = 'account' | 'campaign' | 'adset' | 'ad';

/** What a report is to tell, checked. */
export interface InsightsRequest {
	/** Undefined: the default fields. */
	fields: readonly string[] | undefined;
	level: Level;
	breakdowns: readonly string[];
	/** Without `action_type`, which is always there. */
	actionBreakdowns: readonly string[];
	summaryActionBreakdowns: readonly string[];
	/** Attribution windows besides the total. */
	windows: readonly string[];
	/** Attribution windows were named and the default is not one of them. */
	hasOwnWindows: boolean;
	/** One result set for each. */
	slices: readonly DayRange[];
	range: DayRange;
	conditions: readonly Condition[];
	sort?: { field: string; isDescending: boolean };
	/** Fields of the summary. */
	summary?: readonly string[];
	productIdLimit?: number;
}

const day: ParamSpec = text(10);
const timeRange = shape({ since: required(day), until: required(day) });

/** Parameters of reports ("Ad Account, Insights, Reading"), besides `fields` and those of paging. */
export const INSIGHTS_PARAMS: Params = {
	action_attribution_windows: list(oneOf(...WINDOWS)),
	action_breakdowns: list(oneOf(...ACTION_BREAKDOWNS)),
	action_report_time: oneOf('impression', 'conversion', 'mixed', 'lifetime'),
	breakdowns: list(oneOf(...BREAKDOWNS)),
	date_preset: oneOf(...Object.keys(DATE_PRESETS)),
	default_summary: bool,
	export_columns: list(text()),
	export_format: oneOf('csv', 'xls'),
	export_name: text(),
	filtering: list(anyObject),
	graph_cache: bool,
	level: oneOf('ad', 'adset', 'campaign', 'account'),
	limit: int(1),
	product_id_limit: int(1),
	sort: list(text(), 0, 1),
	summary: list(text()),
	summary_action_breakdowns: list(oneOf(...ACTION_BREAKDOWNS)),
	time_increment: text(),
	time_range: timeRange,
	time_ranges: list(timeRange, 1),
	use_account_attribution_setting: bool,
	use_unified_attribution_setting: bool,
};

/** Lists that samples write with commas instead of as JSON. */
const COMMA_LISTS = new Set([
	'action_attribution_windows',
	'action_breakdowns',
	'breakdowns',
	'export_columns',
	'sort',
	'summary',
	'summary_action_breakdowns',
]);

/**
 * Brings the notations of the documentation's samples into one: lists with commas, and
 * `time_range[since]=` as a parameter of its own.
 */
export function normalized(raw: Record<string, unknown>): Record<string, unknown> {
	const result: Record<string, unknown> = {};
	const timeRangeParts: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(raw)) {
		const part = /^time_range\[(since|until)\]$/.exec(name);
		if (part) timeRangeParts[part[1]] = value;
		else if (COMMA_LISTS.has(name) && typeof value === 'string' && !value.startsWith('[')) {
			result[name] = value
				.split(',')
				.map((item) => item.trim())
				.filter((item) => item !== '');
		} else if (name === 'time_increment') result[name] = String(value);
		else result[name] = value;
	}
	if (Object.keys(timeRangeParts).length > 0) result.time_range = timeRangeParts;
	return result;
}

export function textList(values: Values, name: string): string[] {
	const value = values[name];
	return Array.isArray(value) ? value.map(String) : [];
}
