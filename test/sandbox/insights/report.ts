import type { JsonObject } from '../json';
import type { View } from '../schema/types';
import type { StoredObject } from '../store';
import { minorUnits } from './currency';
import { monthsBefore, todayIn } from './dates';
import { holds } from './filters';
import { groupUnits, idAt, type Group, type MetricOf } from './groups';
import { timezoneOf } from './readRequest';
import { renderRow, renderSummary, sortValue } from './renderRow';
import type { InsightsRequest } from './request';
import { virtualReport } from './virtualRows';
import { numberOf, Totals } from './totals';

/** The rows of a report. They are written when they are asked for. */
export interface Report {
	count: number;
	row: (index: number) => JsonObject;
	summary?: () => JsonObject;
}

/** Types whose changes change reports. */
const SOURCES = ['ad_account', 'campaign', 'adset', 'ad'];

/** Prefix matches leave the summary as it is ("Limits and Best Practices"). */
const SUMMARY_BLIND: ReadonlySet<string> = new Set(['STARTS_WITH', 'CONTAIN']);

const REACH_MONTHS = 13;
const REACH_FIELDS: ReadonlySet<string> = new Set(['reach', 'frequency', 'cpp']);

/** Makes the rows of a request, or takes them from the last few reports. */
export function makeReport(
	object: StoredObject,
	request: InsightsRequest,
	withReach: boolean,
	view: View,
): Report {
	const virtual = virtualReport(object, request, view);
	if (virtual) return virtual;
	const groups = view.env.insights.cached(cacheKey(object, request, view), () =>
		arranged(object, request, view),
	);
	const { summary } = request;
	const minor = minorUnits(object, view);
	return {
		count: groups.length,
		row: (index) => renderRow(groups[index], request, withReach, view),
		...(summary
			? {
					summary: () =>
						renderSummary(summaryUnits(object, request, view), request, withReach, minor),
				}
			: {}),
	};
}

/** Whether reach has been asked for where it is rationed: broken down and 13 months ago. */
export function isReachRationed(
	object: StoredObject,
	request: InsightsRequest,
	view: View,
): boolean {
	const today = todayIn(timezoneOf(object, view), view.env.now());
	return (
		request.breakdowns.length > 0 &&
		request.range.since < monthsBefore(today, REACH_MONTHS) &&
		(request.fields ?? []).some((field) => REACH_FIELDS.has(field))
	);
}

function arranged(object: StoredObject, request: InsightsRequest, view: View): Group[] {
	const metric = metricIn(minorUnits(object, view));
	const onRows = request.conditions.filter(({ subject }) => subject === 'rowMetric');
	const groups = groupUnits(object, request, metric, view).filter((group) =>
		onRows.every((condition) => holds(metric(group.units, condition.field), condition)),
	);
	return sorted(limited(groups, request), request, view);
}

/** Metrics of an account with a currency of so many smallest amounts. */
function metricIn(minor: number): MetricOf {
	return (units, field) =>
		units.length === 0 ? 0 : (numberOf(new Totals(units, minor), field) ?? 0);
}

/** `product_id_limit`: so many products for each ad and slice. */
function limited(groups: Group[], { productIdLimit, breakdowns }: InsightsRequest): Group[] {
	if (productIdLimit === undefined || !breakdowns.includes('product_id')) return groups;
	const counts = new Map<string, number>();
	return groups.filter(({ ad, slice }) => {
		const key = `${idAt(ad, 'ad')} ${slice.since}`;
		const count = (counts.get(key) ?? 0) + 1;
		counts.set(key, count);
		return count <= productIdLimit;
	});
}

function sorted(groups: Group[], request: InsightsRequest, view: View): Group[] {
	const { sort } = request;
	if (!sort) return groups;
	const only = { ...request, fields: [sort.field.split(':')[0]] };
	const keyed = groups.map((group) => ({
		group,
		key: sortValue(renderRow(group, only, true, view), sort.field),
	}));
	const sign = sort.isDescending ? -1 : 1;
	keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0));
	return keyed.map(({ group }) => group);
}

function summaryUnits(object: StoredObject, request: InsightsRequest, view: View): number[] {
	const whole: InsightsRequest = {
		...request,
		breakdowns: [],
		slices: [request.range],
		conditions: request.conditions.filter(
			({ subject, operator }) => subject !== 'rowMetric' && !SUMMARY_BLIND.has(operator),
		),
	};
	const metric = metricIn(minorUnits(object, view));
	return groupUnits(object, whole, metric, view).flatMap(({ units }) => units);
}

function cacheKey(object: StoredObject, request: InsightsRequest, { env }: View): string {
	const { level, breakdowns, slices, conditions, sort, productIdLimit } = request;
	const revisions = SOURCES.map((type) => env.store.revision(type));
	return JSON.stringify([
		object.id,
		level,
		breakdowns,
		slices,
		conditions,
		sort,
		// The values of actions depend on these, and rows may be sorted by them.
		sort && [request.actionBreakdowns, request.windows],
		productIdLimit,
		revisions,
	]);
}
