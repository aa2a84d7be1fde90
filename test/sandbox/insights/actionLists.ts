import type { JsonObject } from '../json';
import { ACTION_KINDS, actionCount, actionWorth, type ActionKind } from './actions';
import { breakdownKey } from './dimensions';
import { hashOf, mix } from './hash';
import { decimals, numberOf, type Totals } from './totals';
import { personOf } from './units';

/** What a list of actions depends on besides its field. */
export interface ActionView {
	breakdowns: readonly string[];
	actionBreakdowns: readonly string[];
	windows: readonly string[];
	hasOwnWindows: boolean;
	/** Which types are wanted. */
	keeps: (type: string) => boolean;
}

/** Breakdowns with which actions outside of Meta are not told ("Off-Meta Action Metrics"). */
const TYPE_1 = new Set([
	'region',
	'dma',
	'hourly_stats_aggregated_by_audience_time_zone',
	'hourly_stats_aggregated_by_advertiser_time_zone',
]);

/** Breakdowns with which mobile ones are not told, and those of websites without their value. */
const TYPE_2 = new Set([
	'action_device',
	'action_destination',
	'action_target_id',
	'product_id',
	'action_carousel_card_id',
	'action_carousel_card_name',
	'action_canvas_component_name',
]);

type Measure = 'count' | 'worth' | 'cost' | 'uniqueCost' | 'people' | 'roas' | 'share';

interface ListSpec {
	kinds: readonly ActionKind[];
	measure: Measure;
}

const byType = (...types: string[]) => ACTION_KINDS.filter(({ type }) => types.includes(type));
const WEB_PURCHASE = byType('offsite_conversion.fb_pixel_purchase');
const OMNI_PURCHASE = byType('omni_purchase');
const WITH_VALUE = ACTION_KINDS.filter(({ maxValue }) => maxValue !== undefined);

const LISTS: Record<string, ListSpec> = {
	action_values: { kinds: WITH_VALUE, measure: 'worth' },
	actions: { kinds: ACTION_KINDS, measure: 'count' },
	catalog_segment_actions: { kinds: WITH_VALUE, measure: 'count' },
	catalog_segment_value: { kinds: WITH_VALUE, measure: 'worth' },
	catalog_segment_value_mobile_purchase_roas: { kinds: OMNI_PURCHASE, measure: 'roas' },
	catalog_segment_value_omni_purchase_roas: { kinds: OMNI_PURCHASE, measure: 'roas' },
	catalog_segment_value_website_purchase_roas: { kinds: WEB_PURCHASE, measure: 'roas' },
	conversion_values: { kinds: WITH_VALUE, measure: 'worth' },
	conversions: { kinds: byType('lead', 'omni_purchase'), measure: 'count' },
	cost_per_action_type: { kinds: ACTION_KINDS, measure: 'cost' },
	cost_per_conversion: { kinds: byType('lead', 'omni_purchase'), measure: 'cost' },
	cost_per_unique_action_type: { kinds: ACTION_KINDS, measure: 'uniqueCost' },
	cost_per_unique_conversion: { kinds: byType('lead', 'omni_purchase'), measure: 'uniqueCost' },
	mobile_app_purchase_roas: { kinds: OMNI_PURCHASE, measure: 'roas' },
	purchase_roas: { kinds: OMNI_PURCHASE, measure: 'roas' },
	unique_actions: { kinds: ACTION_KINDS, measure: 'people' },
	website_ctr: { kinds: byType('link_click'), measure: 'share' },
	website_purchase_roas: { kinds: WEB_PURCHASE, measure: 'roas' },
};

/** Any other list has one type with a number that adds up, or a cost or share made of it. */
function specOf(field: string): ListSpec {
	const known = LISTS[field];
	if (known) return known;
	const isOutbound = field.includes('outbound');
	const type = isOutbound
		? 'outbound_click'
		: field.includes('video') || field.includes('thruplay')
			? 'video_view'
			: field;
	const kind: ActionKind = { type, site: 'meta', oneOf: 1 + (hashOf(field) % 3) };
	if (field.startsWith('cost_per_unique_')) return { kinds: [kind], measure: 'uniqueCost' };
	if (field.startsWith('cost_per_')) return { kinds: [kind], measure: 'cost' };
	return { kinds: [kind], measure: /_(ctr|avg)_?|_rate/.test(field) ? 'share' : 'count' };
}

interface Entry {
	kind: ActionKind;
	labels: Record<string, string>;
	units: number[];
}

/** A list such as `actions`; undefined when there is nothing to list. */
export function actionList(
	totals: Totals,
	field: string,
	view: ActionView,
): JsonObject[] | undefined {
	const { kinds, measure } = specOf(field);
	const rows = entries(totals, kinds, view)
		.map((entry) => row(entry, measure, totals, view.windows))
		.filter((entry) => entry !== undefined);
	return rows.length > 0 ? rows : undefined;
}

function entries(totals: Totals, kinds: readonly ActionKind[], view: ActionView): Entry[] {
	const all = [...view.breakdowns, ...view.actionBreakdowns];
	const hidesAll = !view.hasOwnWindows && all.some((name) => TYPE_1.has(name));
	const hidesMobile = !view.hasOwnWindows && all.some((name) => TYPE_2.has(name));
	const found = new Map<string, Entry>();
	for (const kind of kinds) {
		if (!view.keeps(kind.type)) continue;
		if (kind.site !== 'meta' && hidesAll) continue;
		if (kind.site === 'mobile' && hidesMobile) continue;
		const names = view.actionBreakdowns.filter(
			(name) => !(hidesMobile && kind.site === 'web' && TYPE_2.has(name)),
		);
		for (const unit of totals.units) {
			const labels = Object.fromEntries(names.map((name) => [name, label(name, kind, unit)]));
			const key = [kind.type, ...Object.values(labels)].join('|');
			const entry = found.get(key);
			if (entry) entry.units.push(unit);
			else found.set(key, { kind, labels, units: [unit] });
		}
	}
	return [...found.values()];
}

const REACTIONS = ['like', 'love', 'wow', 'haha'];

function label(name: string, { type }: ActionKind, unit: number): string {
	switch (name) {
		case 'action_reaction':
			return type === 'post_reaction' ? REACTIONS[mix(unit, 41) % REACTIONS.length] : 'none';
		case 'action_video_type':
			return type === 'video_view' && mix(unit, 42) % 3 === 0 ? 'click_to_play' : 'auto_play';
		case 'action_device':
			return breakdownKey('impression_device', unit);
		default:
			return `${name}_${breakdownKey(name, unit)}`;
	}
}

function row(
	{ kind, labels, units }: Entry,
	measure: Measure,
	totals: Totals,
	windows: readonly string[],
): JsonObject | undefined {
	const values: JsonObject = {};
	for (const window of ['value', ...windows]) {
		const value = measured(kind, units, window, measure, totals);
		if (value !== undefined) values[window] = value;
	}
	return values.value === undefined && Object.keys(values).length === 0
		? undefined
		: { action_type: kind.type, ...labels, ...values };
}

function measured(
	kind: ActionKind,
	units: readonly number[],
	window: string,
	measure: Measure,
	totals: Totals,
): string | undefined {
	let count = 0;
	let worth = 0;
	for (const unit of units) {
		const times = actionCount(unit, kind, window);
		count += times;
		worth += times * actionWorth(unit, kind);
	}
	if (count === 0) return undefined;
	const spend = numberOf(totals, 'spend') ?? 0;
	switch (measure) {
		case 'count':
			return String(count);
		case 'worth':
			return decimals(worth / totals.minor);
		case 'cost':
			return decimals(spend / count);
		case 'people':
			return String(people(kind, units, window));
		case 'uniqueCost':
			return decimals(spend / people(kind, units, window));
		case 'roas':
			return spend === 0 ? undefined : decimals(worth / totals.minor / spend);
		case 'share':
			return decimals((100 * count) / (numberOf(totals, 'impressions') ?? 1));
	}
}

function people(kind: ActionKind, units: readonly number[], window: string): number {
	const found = new Set<number>();
	for (const unit of units) if (actionCount(unit, kind, window) > 0) found.add(personOf(unit));
	return found.size;
}
