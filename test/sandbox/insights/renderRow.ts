import type { Json, JsonObject } from '../json';
import type { View } from '../schema/types';
import { graphTime } from '../graph/times';
import { actionList, type ActionView } from './actionLists';
import { minorUnits } from './currency';
import { breakdownValue } from './dimensions';
import { dayText } from './dates';
import { FIELD_KINDS } from './fieldKinds';
import { columnsOf, idAt, objectAt, type Group } from './groups';
import { holds } from './filters';
import { mix } from './hash';
import type { InsightsRequest, Level } from './request';
import { numberText, Totals } from './totals';

const LEVELS: readonly Level[] = ['account', 'campaign', 'adset', 'ad'];

/** What a row says when a request names no fields. */
const DEFAULT_FIELDS = ['account_id', 'campaign_id', 'adset_id', 'ad_id', 'impressions', 'spend'];

/** Left out of answers that are too old for them ("Limits and Best Practices"). */
const REACH_FIELDS = new Set(['reach', 'frequency', 'cpp']);

const HOURLY = /^hourly_stats_/;

/** Writes one row: the fields asked for, the days, and the values of the breakdowns. */
export function renderRow(
	group: Group,
	request: InsightsRequest,
	withReach: boolean,
	view: View,
): JsonObject {
	const totals = new Totals(group.units, minorUnits(group.ad, view));
	const isHourly = request.breakdowns.some((name) => HOURLY.test(name));
	const row: JsonObject = {};
	for (const field of request.fields ?? DEFAULT_FIELDS) {
		if (REACH_FIELDS.has(field) && !withReach) continue;
		const value =
			isHourly && (field === 'reach' || field === 'frequency')
				? '0'
				: fieldValue(group, totals, field, request, view);
		if (value !== undefined) row[field] = value;
	}
	row.date_start = dayText(group.slice.since);
	row.date_stop = dayText(group.slice.until);
	columnsOf(request).forEach((name, i) => {
		row[name] = breakdownValue(name, group.cell[i]);
	});
	return row;
}

/** The summary of a report: the same fields over everything, without names of objects. */
export function renderSummary(
	units: readonly number[],
	request: InsightsRequest,
	withReach: boolean,
	minor: number,
): JsonObject {
	const totals = new Totals(units, minor);
	const summary: JsonObject = {};
	const actions = actionView({ ...request, actionBreakdowns: request.summaryActionBreakdowns });
	for (const field of request.summary ?? []) {
		if (REACH_FIELDS.has(field) && !withReach) continue;
		const value = metricValue(totals, field, actions);
		if (value !== undefined && !/_id$/.test(field)) summary[field] = value;
	}
	summary.date_start = dayText(request.range.since);
	summary.date_stop = dayText(request.range.until);
	return summary;
}

/** The number to sort and filter rows by; `actions:link_click` is the value of one type. */
export function sortValue(row: JsonObject, field: string): number | string {
	const [name, type] = field.split(/:(.*)/s);
	const value = row[name];
	if (Array.isArray(value)) {
		const entry = value.find(
			(item) =>
				typeof item === 'object' &&
				item !== null &&
				'action_type' in item &&
				item.action_type === type,
		) as JsonObject | undefined;
		return Number(entry?.value ?? 0);
	}
	const number = Number(value ?? 0);
	return Number.isNaN(number) ? String(value) : number;
}

function fieldValue(
	group: Group,
	totals: Totals,
	field: string,
	request: InsightsRequest,
	view: View,
): Json | undefined {
	const identity = identityOf(group, field, request.level, view);
	if (identity !== null) return identity;
	return metricValue(totals, field, actionView(request));
}

function metricValue(totals: Totals, field: string, actions: ActionView): Json | undefined {
	switch (FIELD_KINDS[field]) {
		case 'number':
			return numberText(totals, field);
		case 'actions':
			return actionList(totals, field, actions);
		case 'results':
			return resultList(totals, field);
		case 'histogram':
			return [{ action_type: 'video_view', value: curve(totals) }];
		default:
			return undefined;
	}
}

function actionView(request: InsightsRequest): ActionView {
	const onTypes = request.conditions.filter(({ subject }) => subject === 'actionType');
	return {
		breakdowns: request.breakdowns,
		actionBreakdowns: request.actionBreakdowns,
		windows: request.windows,
		hasOwnWindows: request.hasOwnWindows,
		keeps: (type) => onTypes.every((condition) => holds(type, condition)),
	};
}

/** A result has no action type but an indicator. */
function resultList(totals: Totals, field: string): Json | undefined {
	const value = numberText(totals, field.startsWith('cost') ? 'cost_per_inline_link_click' : field);
	if (value === undefined) return undefined;
	return [
		{
			indicator: 'actions:link_click',
			values: [{ value, attribution_windows: ['default'] }],
		},
	];
}

/** Shares of the video that people watched, in 22 steps. */
function curve(totals: Totals): number[] {
	const count = totals.units.length;
	return Array.from({ length: 22 }, (_none, step) =>
		Math.round((100 * totals.units.filter((unit) => mix(unit, 51) % 22 >= step).length) / count),
	);
}

/** What a row says about its objects: null for a field that is not about them. */
function identityOf(
	{ ad }: Group,
	field: string,
	level: Level,
	view: View,
): Json | undefined | null {
	const depth = LEVELS.indexOf(level);
	const match = /^(account|campaign|adset|ad)_(id|name)$/.exec(field);
	if (match) {
		const wanted = match[1] as Level;
		if (LEVELS.indexOf(wanted) > depth) return undefined;
		return match[2] === 'id' ? idAt(ad, wanted) : objectAt(ad, wanted, view)?.values.name;
	}
	switch (field) {
		case 'account_currency':
			return objectAt(ad, 'account', view)?.values.currency;
		case 'attribution_setting':
			return '7d_click_1d_view';
		case 'buying_type':
			return level === 'campaign'
				? (objectAt(ad, 'campaign', view)?.values.buying_type ?? 'AUCTION')
				: undefined;
		case 'objective':
			return depth >= 1 ? objectAt(ad, 'campaign', view)?.values.objective : undefined;
		case 'optimization_goal':
			return depth >= 2 ? objectAt(ad, 'adset', view)?.values.optimization_goal : undefined;
		case 'created_time':
		case 'updated_time': {
			const time = objectAt(ad, level, view)?.values[field];
			return typeof time === 'number' ? graphTime(time).slice(0, 10) : undefined;
		}
		default:
			return null;
	}
}
