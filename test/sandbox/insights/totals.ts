import { hashOf, mix } from './hash';
import { clicksOf, impressionsOf, linkClicksOf, personOf, smallNumber, spendOf } from './units';

type PerUnit = (unit: number) => number;

/** Sums over the units of a row; people are counted once. */
export class Totals {
	private readonly sums = new Map<PerUnit, number>();

	/** @param minor how many of the smallest amounts make one unit of the account's currency */
	constructor(
		readonly units: readonly number[],
		readonly minor = 100,
	) {}

	sum(perUnit: PerUnit): number {
		const known = this.sums.get(perUnit);
		if (known !== undefined) return known;
		let sum = 0;
		for (const unit of this.units) sum += perUnit(unit);
		this.sums.set(perUnit, sum);
		return sum;
	}

	/** People of the units of which there is at least one. */
	people(perUnit: PerUnit = impressionsOf): number {
		const people = new Set<number>();
		for (const unit of this.units) if (perUnit(unit) > 0) people.add(personOf(unit));
		return people.size;
	}
}

/** In units of the currency. */
function spendIn(totals: Totals): number {
	return totals.sum(spendOf) / totals.minor;
}

const socialSpend: PerUnit = (unit) => (mix(unit, 31) % 4 === 0 ? spendOf(unit) : 0);
const engagements: PerUnit = (unit) => linkClicksOf(unit) + smallNumber(unit, 'post_engagement');

/** Numbers that add up: counts as they are, money in units of the currency. */
const COUNTS: Record<string, (totals: Totals) => number> = {
	clicks: (totals) => totals.sum(clicksOf),
	impressions: (totals) => totals.sum(impressionsOf),
	inline_link_clicks: (totals) => totals.sum(linkClicksOf),
	inline_post_engagement: (totals) => totals.sum(engagements),
	social_spend: (totals) => totals.sum(socialSpend) / totals.minor,
	spend: spendIn,
};

/** People: these do not add up. */
const UNIQUES: Record<string, (totals: Totals) => number> = {
	full_view_reach: (totals) => totals.people((unit) => mix(unit, 32) % 3),
	reach: (totals) => totals.people(),
	unique_clicks: (totals) => totals.people(clicksOf),
	unique_inline_link_clicks: (totals) => totals.people(linkClicksOf),
};

const RATIOS: Record<string, readonly [above: string, below: string, factor: number]> = {
	cost_per_inline_link_click: ['spend', 'inline_link_clicks', 1],
	cost_per_inline_post_engagement: ['spend', 'inline_post_engagement', 1],
	cost_per_unique_click: ['spend', 'unique_clicks', 1],
	cost_per_unique_inline_link_click: ['spend', 'unique_inline_link_clicks', 1],
	cpc: ['spend', 'clicks', 1],
	cpm: ['spend', 'impressions', 1000],
	cpp: ['spend', 'reach', 1000],
	ctr: ['clicks', 'impressions', 100],
	frequency: ['impressions', 'reach', 1],
	inline_link_click_ctr: ['inline_link_clicks', 'impressions', 100],
	unique_ctr: ['unique_clicks', 'reach', 100],
	unique_inline_link_click_ctr: ['unique_inline_link_clicks', 'reach', 100],
};

const IS_RATIO = /(^|_)(avg|rate|percent|bid|competitiveness|position|score|per)(_|$)/;
const MONEY: ReadonlySet<string> = new Set(['social_spend', 'spend']);

/** The value of a field that is a number; undefined where it would be divided by nothing. */
export function numberOf(totals: Totals, field: string): number | undefined {
	const ratio = RATIOS[field];
	if (ratio) {
		const below = numberOf(totals, ratio[1]) ?? 0;
		return below === 0 ? undefined : ((numberOf(totals, ratio[0]) ?? 0) / below) * ratio[2];
	}
	const known = COUNTS[field] ?? UNIQUES[field];
	if (known) return known(totals);
	const salt = hashOf(field);
	const sum = totals.sum((unit) => mix(unit, salt) % 4);
	return IS_RATIO.test(field) ? sum / totals.units.length : sum;
}

/** The same as Graph writes it: always as text. */
export function numberText(totals: Totals, field: string): string | undefined {
	const value = numberOf(totals, field);
	if (value === undefined) return undefined;
	return MONEY.has(field) ? value.toFixed(totals.minor === 1 ? 0 : 2) : decimals(value);
}

/** A number with up to six decimals. */
export function decimals(value: number): string {
	return String(Math.round(value * 1e6) / 1e6);
}
