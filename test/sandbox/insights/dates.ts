/** Days are counted from 1970-01-01; both ends belong to a range. */
export interface DayRange {
	since: number;
	until: number;
}

const DAY_MS = 86_400_000;
const MAX_AGE_MONTHS = 37;

export function dayOf(text: string): number {
	return Math.floor(Date.parse(`${text}T00:00:00Z`) / DAY_MS);
}

export function dayText(day: number): string {
	return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day it is in a time zone. */
export function todayIn(timezone: string, nowMs: number): number {
	const parts = new Intl.DateTimeFormat('en-CA', { timeZone: timezone }).format(nowMs);
	return dayOf(parts);
}

/** The same day some months before, or the last of that month. */
export function monthsBefore(day: number, months: number): number {
	const date = new Date(day * DAY_MS);
	const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1);
	const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months + 1, 1);
	const length = (next - first) / DAY_MS;
	return first / DAY_MS + Math.min(date.getUTCDate(), length) - 1;
}

/** The first day that reports may start at: 37 months ago. */
export function firstAllowed(today: number): number {
	return monthsBefore(today, MAX_AGE_MONTHS);
}

function monthStart(day: number, monthsLater = 0): number {
	const date = new Date(day * DAY_MS);
	return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1) / DAY_MS;
}

function quarterStart(day: number): number {
	return monthStart(day, -(new Date(day * DAY_MS).getUTCMonth() % 3));
}

function yearStart(day: number): number {
	return monthStart(day, -new Date(day * DAY_MS).getUTCMonth());
}

/** Days since the last Monday (or Sunday); 1970-01-01 was a Thursday. */
function daysIntoWeek(day: number, startsOnSunday: boolean): number {
	return (day + (startsOnSunday ? 4 : 3)) % 7;
}

const range = (since: number, until: number): DayRange => ({ since, until });
const lastDays = (count: number) => (today: number) => range(today - count, today - 1);

/** What each `date_preset` means on a day; presets of past days end yesterday. */
export const DATE_PRESETS: Record<string, (today: number) => DayRange> = {
	today: (today) => range(today, today),
	yesterday: (today) => range(today - 1, today - 1),
	this_month: (today) => range(monthStart(today), today),
	last_month: (today) => range(monthStart(today, -1), monthStart(today) - 1),
	this_quarter: (today) => range(quarterStart(today), today),
	maximum: (today) => range(firstAllowed(today), today),
	data_maximum: (today) => range(firstAllowed(today), today),
	last_3d: lastDays(3),
	last_7d: lastDays(7),
	last_14d: lastDays(14),
	last_28d: lastDays(28),
	last_30d: lastDays(30),
	last_90d: lastDays(90),
	last_week_mon_sun: (today) => lastWeek(today, false),
	last_week_sun_sat: (today) => lastWeek(today, true),
	last_quarter: (today) => range(quarterStart(quarterStart(today) - 1), quarterStart(today) - 1),
	last_year: (today) => range(yearStart(yearStart(today) - 1), yearStart(today) - 1),
	this_week_mon_today: (today) => range(today - daysIntoWeek(today, false), today),
	this_week_sun_today: (today) => range(today - daysIntoWeek(today, true), today),
	this_year: (today) => range(yearStart(today), today),
};

function lastWeek(today: number, startsOnSunday: boolean): DayRange {
	const start = today - daysIntoWeek(today, startsOnSunday);
	return range(start - 7, start - 1);
}

/** Cuts a range into slices of some days, into calendar months, or not at all. */
export function slicesOf({ since, until }: DayRange, increment: number | string): DayRange[] {
	if (increment === 'all_days') return [range(since, until)];
	const slices: DayRange[] = [];
	for (let start = since; start <= until; ) {
		const next = typeof increment === 'number' ? start + increment : monthStart(start, 1);
		slices.push(range(start, Math.min(next - 1, until)));
		start = next;
	}
	return slices;
}
