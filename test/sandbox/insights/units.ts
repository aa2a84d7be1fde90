import { hashOf, mix } from './hash';

/*
 * All numbers come from units of delivery: a few per ad and day, each of them one person who saw the
 * ad some times on one placement. Whatever a report groups by, it adds up the same units, so that
 * sums agree across days, objects and breakdowns, and people are counted once in each group.
 */

/** People an ad account reaches: few, so that days and ads overlap. */
const PEOPLE = 300;
const MAX_UNITS = 6;

/** How many units an ad has on a day; none on one day of eight. */
export function countUnits(adHash: number, day: number): number {
	const h = mix(adHash, day);
	return h % 8 === 0 ? 0 : 1 + ((h >>> 8) % MAX_UNITS);
}

/** The number everything about a unit follows from. */
export function unitHash(adHash: number, day: number, index: number): number {
	return mix(mix(adHash, day), index + 101);
}

export function personOf(unit: number): number {
	return mix(unit, 1) % PEOPLE;
}

export function impressionsOf(unit: number): number {
	return 1 + (mix(unit, 2) % 40);
}

export function clicksOf(unit: number): number {
	return mix(unit, 3) % (impressionsOf(unit) + 1) >> 2;
}

export function linkClicksOf(unit: number): number {
	return mix(unit, 4) % (clicksOf(unit) + 1);
}

/** In the smallest amounts of the account's currency. */
export function spendOf(unit: number): number {
	return impressionsOf(unit) * (1 + (mix(unit, 5) % 5)) + clicksOf(unit) * 7;
}

/** A small number for a metric by its name: additive as all the others. */
export function smallNumber(unit: number, name: string): number {
	return mix(unit, hashOf(name)) % 4;
}
