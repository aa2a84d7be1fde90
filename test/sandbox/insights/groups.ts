import type { Json } from '../json';
import type { View } from '../schema/types';
import { adSetStatus, adStatus, campaignStatus } from '../schema/status';
import type { StoredObject } from '../store';
import { breakdownKey, MMM_COLUMNS } from './dimensions';
import type { DayRange } from './dates';
import { holds, type Condition } from './filters';
import { hashOf } from './hash';
import type { InsightsRequest, Level } from './request';
import { countUnits, unitHash } from './units';

/** What one row adds up. */
export interface Group {
	slice: DayRange;
	/** One of the ads of the row: it leads to the objects that the row is about. */
	ad: StoredObject;
	/** Values of the breakdowns, in their order. */
	cell: readonly string[];
	units: number[];
}

/** The columns that a request breaks down by. */
export function columnsOf(request: InsightsRequest): readonly string[] {
	return request.breakdowns.includes('mmm') ? MMM_COLUMNS : request.breakdowns;
}

/** Sums of a metric over units: given by the metrics, so that filters and rows agree. */
export type MetricOf = (units: readonly number[], field: string) => number;

/**
 * Adds up the units of delivery below an object into rows: by slice of time, then by object in the
 * order of creation, then by breakdown values in the order in which they turn up.
 */
export function groupUnits(
	object: StoredObject,
	request: InsightsRequest,
	metric: MetricOf,
	view: View,
): Group[] {
	const ads = adsOf(object, request, view);
	const columns = columnsOf(request);
	const onUnits = request.conditions.filter(({ subject }) => subject === 'breakdown');
	const groups: Group[] = [];
	const window = deliveryOf(object, view);
	if (!window) return groups;
	for (const slice of request.slices) {
		const range = {
			since: Math.max(slice.since, window.since),
			until: Math.min(slice.until, window.until),
		};
		let current = '';
		let cells = new Map<string, Group>();
		for (const ad of keepByMetrics(ads, range, request.conditions, metric)) {
			const entity = idAt(ad.ad, request.level);
			if (entity !== current) {
				groups.push(...cells.values());
				cells = new Map();
				current = entity;
			}
			for (const unit of unitsOf(ad, range)) {
				if (!onUnits.every((condition) => holds(breakdownKey(condition.field, unit), condition))) {
					continue;
				}
				const cell = columns.map((column) => breakdownKey(column, unit));
				const key = columns.length === 0 ? '' : cell.join('|');
				const group = cells.get(key);
				if (group) group.units.push(unit);
				else cells.set(key, { slice, ad: ad.ad, cell, units: [unit] });
			}
		}
		groups.push(...cells.values());
	}
	return groups;
}

interface HashedAd {
	ad: StoredObject;
	hash: number;
}

/** The ads whose delivery counts, with conditions on objects and on status applied. */
function adsOf(object: StoredObject, request: InsightsRequest, view: View): HashedAd[] {
	const ads = object.type === 'ad' ? [object] : view.env.store.children(object.id, 'ads');
	const conditions = request.conditions.filter(({ subject }) => subject === 'object');
	const hasStatus = conditions.some(({ field }) => STATUS_FIELDS.has(field));
	const own = LEVELS.indexOf(LEVEL_BY_TYPE[object.type]);
	const isBelow = LEVELS.indexOf(request.level) > own;
	// Numbers of a parent contain what is archived and deleted; lists of children and filters do not.
	const hiding: Level | undefined =
		hasStatus || object.type === 'ad'
			? undefined
			: request.conditions.length > 0
				? 'ad'
				: isBelow
					? request.level
					: undefined;
	return [...ads]
		.filter((ad) => {
			if (hiding && FINAL.has(statusAt(ad, hiding, view))) return false;
			return conditions.every((condition) => holds(attribute(ad, condition, view), condition));
		})
		.sort((a, b) => orderOf(a, view) - orderOf(b, view) || a.seq - b.seq)
		.map((ad) => ({ ad, hash: hashOf(ad.id) }));
}

/** Ads of one ad set, and ad sets of one campaign, come one after the other. */
function orderOf(ad: StoredObject, view: View): number {
	const campaign = view.env.store.get(String(ad.values.campaign_id));
	const adSet = view.env.store.get(String(ad.values.adset_id));
	return (campaign?.seq ?? 0) * 1e7 + (adSet?.seq ?? 0);
}

const FINAL: ReadonlySet<string> = new Set(['ARCHIVED', 'DELETED']);
const STATUS_FIELDS: ReadonlySet<string> = new Set(['effective_status', 'status', 'delivery_info']);
const LEVELS: readonly Level[] = ['account', 'campaign', 'adset', 'ad'];
const LEVEL_BY_TYPE: Record<string, Level> = {
	ad: 'ad',
	ad_account: 'account',
	adset: 'adset',
	campaign: 'campaign',
};

/** The id of the object that an ad belongs to at a level. */
export function idAt(ad: StoredObject, level: Level): string {
	switch (level) {
		case 'account':
			return String(ad.accountId);
		case 'campaign':
			return String(ad.values.campaign_id);
		case 'adset':
			return String(ad.values.adset_id);
		case 'ad':
			return ad.id;
	}
}

/** That object itself. */
export function objectAt(ad: StoredObject, level: Level, view: View): StoredObject | undefined {
	const id = idAt(ad, level);
	return view.env.store.get(level === 'account' ? `act_${id}` : id);
}

function statusAt(ad: StoredObject, level: Level, view: View): string {
	const object = objectAt(ad, level, view);
	if (!object || level === 'account') return 'ACTIVE';
	if (level === 'campaign') return campaignStatus(object);
	return level === 'adset' ? adSetStatus(object, view) : adStatus(object, view);
}

function attribute(ad: StoredObject, { level = 'ad', field }: Condition, view: View): Json {
	const object = objectAt(ad, level, view);
	if (field === 'id') return idAt(ad, level);
	if (field === 'effective_status') return statusAt(ad, level, view);
	if (field === 'delivery_info') return deliveryText(statusAt(ad, level, view));
	const value = object?.values[field] ?? '';
	if (field !== 'adlabels' || !Array.isArray(value)) return value;
	// Labels are stored as objects and asked for by name.
	return value.map((label) =>
		typeof label === 'object' && label !== null && !Array.isArray(label)
			? (label.name ?? '')
			: label,
	);
}

function deliveryText(status: string): string {
	return /PAUSED$/.test(status) ? 'inactive' : status.toLowerCase();
}

/** Leaves out the ads of objects whose sums in the slice do not meet the conditions. */
function keepByMetrics(
	ads: readonly HashedAd[],
	range: DayRange,
	conditions: readonly Condition[],
	metric: MetricOf,
): readonly HashedAd[] {
	const onSums = conditions.filter(({ subject }) => subject === 'objectMetric');
	if (onSums.length === 0) return ads;
	return onSums.reduce<readonly HashedAd[]>((kept, condition) => {
		const units = new Map<string, number[]>();
		for (const hashed of kept) {
			const id = idAt(hashed.ad, condition.level ?? 'ad');
			const known = units.get(id) ?? [];
			known.push(...unitsOf(hashed, range));
			units.set(id, known);
		}
		const isKept = new Map(
			[...units].map(([id, list]) => [id, holds(metric(list, condition.field), condition)]),
		);
		return kept.filter(({ ad }) => isKept.get(idAt(ad, condition.level ?? 'ad')) === true);
	}, ads);
}

/** Of the days in a range on which an ad ran; one that does not say when ran on all of them. */
function* unitsOf({ ad, hash }: HashedAd, { since, until }: DayRange): Generator<number> {
	const { insights_since: first = since, insights_until: last = until } = ad.values;
	for (let day = Math.max(since, Number(first)); day <= Math.min(until, Number(last)); day++) {
		const count = countUnits(hash, day);
		for (let i = 0; i < count; i++) yield unitHash(hash, day, i);
	}
}

/** The days on which the ads of an account deliver; undefined when none was seeded. */
export function deliveryOf(object: StoredObject, view: View): DayRange | undefined {
	const account = view.env.store.get(`act_${object.accountId}`);
	const { insights_since: since, insights_until: until } = account?.values ?? {};
	if (typeof since !== 'number' || typeof until !== 'number') return undefined;
	return { since, until };
}
