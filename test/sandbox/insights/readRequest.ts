import { GraphFault, invalid } from '../graph/errors';
import type { FieldNode } from '../graph/fields';
import { isJsonObject, type Json } from '../json';
import type { Values, View } from '../schema/types';
import type { StoredObject } from '../store';
import {
	dayOf,
	dayText,
	DATE_PRESETS,
	firstAllowed,
	slicesOf,
	todayIn,
	type DayRange,
} from './dates';
import { FIELD_KINDS } from './fieldKinds';
import { readConditions } from './filters';
import { textList, type InsightsRequest, type Level } from './request';
import { checkCombination } from './rules';

const LEVEL_OF: Record<string, Level> = {
	ad: 'ad',
	ad_account: 'account',
	adset: 'adset',
	campaign: 'campaign',
};

/**
 * Turns checked parameters into what a report is to tell.
 * @throws GraphFault 100 for what cannot be combined, 3018 for a start 37 months ago and more
 */
export function readRequest(
	object: StoredObject,
	values: Values,
	fieldNodes: readonly FieldNode[] | undefined,
	view: View,
): InsightsRequest {
	const fields = fieldNodes?.map(({ name }) => name);
	checkFields(fields ?? []);
	const today = todayIn(timezoneOf(object, view), view.env.now());
	const increment = readIncrement(values.time_increment);
	const { range, slices } = readRanges(values, today, increment);
	const isMmm = textList(values, 'breakdowns').includes('mmm');
	const asked = values.level as Level | undefined;
	const windows = textList(values, 'action_attribution_windows');
	const request: InsightsRequest = {
		fields,
		level: asked ?? (isMmm ? 'adset' : LEVEL_OF[object.type]),
		breakdowns: textList(values, 'breakdowns'),
		actionBreakdowns: withoutType(textList(values, 'action_breakdowns')),
		summaryActionBreakdowns: withoutType(textList(values, 'summary_action_breakdowns')),
		windows: windows.filter((window) => window !== 'default'),
		hasOwnWindows: windows.length > 0 && !windows.includes('default'),
		slices,
		range,
		conditions: readConditions(values.filtering),
		...readSort(values.sort),
		...readSummary(values, fields),
		...(typeof values.product_id_limit === 'number'
			? { productIdLimit: values.product_id_limit }
			: {}),
	};
	checkCombination({
		objectType: object.type,
		level: asked,
		fields: [...(fields ?? []), ...(request.summary ?? [])],
		breakdowns: request.breakdowns,
		actionBreakdowns: textList(values, 'action_breakdowns'),
		conditions: request.conditions,
		timeIncrement: increment,
	});
	return request;
}

export function timezoneOf(object: StoredObject, view: View): string {
	const account = view.env.store.get(`act_${object.accountId}`);
	return String(account?.values.timezone_name ?? 'UTC');
}

function withoutType(names: string[]): string[] {
	return names.filter((name) => name !== 'action_type');
}

function checkFields(fields: readonly string[]): void {
	for (const name of fields) {
		if (FIELD_KINDS[name] === undefined) {
			throw invalid(
				`${name} is not valid for fields param. Please check the documentation`,
				'fields',
			);
		}
	}
}

function readIncrement(value: Json | undefined): number | string {
	if (value === undefined || value === 'all_days' || value === 'monthly')
		return value ?? 'all_days';
	const days = Number(value);
	if (Number.isInteger(days) && days >= 1 && days <= 90) return days;
	throw invalid(
		'Param time_increment must be one of {monthly, all_days} or an integer from 1 to 90',
		'time_increment',
	);
}

/** `time_ranges` goes before `time_range`, and that before `date_preset`. */
function readRanges(
	values: Values,
	today: number,
	increment: number | string,
): { range: DayRange; slices: DayRange[] } {
	if (Array.isArray(values.time_ranges)) {
		const slices = values.time_ranges.map((item) => readRange(item, 'time_ranges', today));
		const since = Math.min(...slices.map((slice) => slice.since));
		const until = Math.max(...slices.map((slice) => slice.until));
		return { range: { since, until }, slices };
	}
	const range = isJsonObject(values.time_range)
		? readRange(values.time_range, 'time_range', today)
		: DATE_PRESETS[String(values.date_preset ?? 'last_30d')](today);
	return { range, slices: slicesOf(range, increment) };
}

function readRange(value: Json, name: string, today: number): DayRange {
	const { since, until } = isJsonObject(value) ? value : {};
	for (const text of [since, until]) {
		const isDate = typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text);
		if (!isDate || Number.isNaN(Date.parse(text)) || dayText(dayOf(text)) !== text) {
			throw invalid(`Param ${name} must have since and until as YYYY-MM-DD`, name);
		}
	}
	const range = { since: dayOf(String(since)), until: dayOf(String(until)) };
	if (range.since > range.until) {
		throw invalid('The start date of the time range must not be after its end', name);
	}
	if (range.since < firstAllowed(today)) {
		throw new GraphFault({
			code: 3018,
			message: `The start date of the time range cannot be beyond 37 months from the current date`,
		});
	}
	return range;
}

function readSort(value: Json | undefined): Pick<InsightsRequest, 'sort'> {
	const text = Array.isArray(value) ? value[0] : undefined;
	if (typeof text !== 'string') return {};
	const match = /^(.+?)(_ascending|_descending)?$/.exec(text);
	const field = match?.[1] ?? text;
	if (FIELD_KINDS[field.split(':')[0]] === undefined) {
		throw invalid(`Param sort[0] names no field: ${text}`, 'sort');
	}
	return { sort: { field, isDescending: match?.[2] === '_descending' } };
}

function readSummary(
	values: Values,
	fields: readonly string[] | undefined,
): Pick<InsightsRequest, 'summary'> {
	const named = textList(values, 'summary');
	if (named.length > 0) {
		checkFields(named);
		return { summary: named };
	}
	return values.default_summary === true ? { summary: fields ?? ['impressions', 'spend'] } : {};
}
