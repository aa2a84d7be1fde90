import { DateTime } from 'luxon';

/** Days from `since` to `until`, both counted, as YYYY-MM-DD. */
export interface DayRange {
	since: string;
	until: string;
}

/** How far back reports reach (Ad Account, Insights, Error Codes, 3018). */
export const MAX_AGE_MONTHS = 37;

const DAY_MS = 86_400_000;

type Days = (today: DateTime) => [DateTime, DateTime];

const lastDays =
	(days: number): Days =>
	(today) => [today.minus({ days }), today.minus({ days: 1 })];

const everything: Days = (today) => [today.minus({ months: MAX_AGE_MONTHS }), today];

/** The Sunday that a day's week begins with, where weeks begin with Sunday. */
const sundayBefore = (day: DateTime): DateTime => day.minus({ days: day.weekday % 7 });

/** Relative ranges (Ad Account, Insights, Parameters, date_preset). */
const PRESETS: Record<string, Days> = {
	today: (today) => [today, today],
	yesterday: lastDays(1),
	this_month: (today) => [today.startOf('month'), today],
	last_month: (today) => whole(today, 'month'),
	this_quarter: (today) => [today.startOf('quarter'), today],
	last_quarter: (today) => whole(today, 'quarter'),
	this_year: (today) => [today.startOf('year'), today],
	last_year: (today) => whole(today, 'year'),
	last_3d: lastDays(3),
	last_7d: lastDays(7),
	last_14d: lastDays(14),
	last_28d: lastDays(28),
	last_30d: lastDays(30),
	last_90d: lastDays(90),
	this_week_mon_today: (today) => [today.startOf('week'), today],
	last_week_mon_sun: (today) => whole(today, 'week'),
	this_week_sun_today: (today) => [sundayBefore(today), today],
	last_week_sun_sat: (today) => {
		const first = sundayBefore(today).minus({ days: 7 });
		return [first, first.plus({ days: 6 })];
	},
	maximum: everything,
	data_maximum: everything,
};

function whole(today: DateTime, unit: 'week' | 'month' | 'quarter' | 'year'): [DateTime, DateTime] {
	const last = today.startOf(unit).minus({ days: 1 });
	return [last.startOf(unit), last.startOf('day')];
}

/** The days of a `date_preset`; `undefined` for one that is not documented. `today` is YYYY-MM-DD. */
export function presetRange(preset: string, today: string): DayRange | undefined {
	if (!Object.prototype.hasOwnProperty.call(PRESETS, preset)) return undefined;
	const [since, until] = PRESETS[preset](read(today));
	return { since: write(since), until: write(until) };
}

/** The day it is now in a time zone, YYYY-MM-DD; `now` in ms since 1970. */
export function todayIn(timezone: string, now: number): string {
	return write(DateTime.fromMillis(now, { zone: timezone }));
}

export function addDays(day: string, days: number): string {
	// A report of three years has a thousand days: plain arithmetic is fast enough for that.
	return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

export function addMonths(day: string, months: number): string {
	return write(read(day).plus({ months }));
}

/** How many days a range has; 0 when it ends before it begins. */
export function countDays({ since, until }: DayRange): number {
	return Math.max(0, Math.round((Date.parse(until) - Date.parse(since)) / DAY_MS) + 1);
}

/**
 * The first days of the slices that a `time_increment` makes of a range: every N days from its
 * beginning, or every calendar month. One slice for `all_days`.
 */
export function sliceStarts(range: DayRange, increment: string | number): string[] {
	const starts: string[] = [];
	for (let day = range.since; day <= range.until; day = nextStart(day, increment, range.until)) {
		starts.push(day);
	}
	return starts;
}

function nextStart(day: string, increment: string | number, until: string): string {
	if (increment === 'all_days') return addDays(until, 1);
	if (increment === 'monthly') return write(read(day).startOf('month').plus({ months: 1 }));
	return addDays(day, Math.max(1, Number(increment) || 1));
}

function read(day: string): DateTime {
	return DateTime.fromISO(day, { zone: 'utc' });
}

function write(day: DateTime): string {
	return day.toFormat('yyyy-MM-dd');
}
