import { DateTime } from 'luxon';

import type { Field } from '../types';
import { makeField, refusal, type FieldOptions } from './field';

/** `iso`: 2026-03-01T09:00:00+0100; `unix`: seconds since 1970; `date`: 2026-03-01. */
export type DateFormat = 'iso' | 'unix' | 'date';

/** How a moment is sent: Unix seconds, or text. */
type Moment = string | number;

interface DateTimeOptions extends FieldOptions {
	format?: DateFormat;
	/** Whether 0 may be given for "no such moment" (`end_time` of an ad set that runs on). */
	zeroForNone?: boolean;
}

/** Fewer digits are a year or a day written together, not a moment since 1973. */
const UNIX_SECONDS = /^\d{9,10}$/;
const UNIX_MILLISECONDS = /^\d{12,13}$/;
const ONLY_DIGITS = /^\d+$/;
/** Luxon also takes a time or a year alone; a day has to be named. */
const NAMES_A_DAY = /^\d{4}-?\d{2}-?\d{2}/;

/**
 * Zones that are written as letters (`2015-03-12 23:59:59 PDT` in the documentation of ad sets),
 * as Meta's servers understand them.
 */
const ZONE_OFFSETS: Record<string, string> = {
	AKDT: '-08:00',
	AKST: '-09:00',
	BST: '+01:00',
	CDT: '-05:00',
	CEST: '+02:00',
	CET: '+01:00',
	CST: '-06:00',
	EDT: '-04:00',
	EEST: '+03:00',
	EET: '+02:00',
	EST: '-05:00',
	GMT: '+00:00',
	HST: '-10:00',
	MDT: '-06:00',
	MST: '-07:00',
	PDT: '-07:00',
	PST: '-08:00',
	UTC: '+00:00',
	WEST: '+01:00',
	WET: '+00:00',
};

/**
 * Reads a moment in any way the documentation writes one: ISO 8601, `2015-03-12 23:59:59-07:00`,
 * the same with a zone's name, a plain date, `12 Mar 2015`, Unix seconds; also JavaScript dates and
 * Luxon values from expressions. What names no zone is taken in `timezone`.
 */
export function parseMoment(raw: unknown, timezone: string): DateTime | undefined {
	if (raw instanceof Date) return valid(DateTime.fromJSDate(raw, { zone: timezone }));
	if (typeof raw === 'number') return fromUnix(String(raw), timezone);
	// A Luxon value of the host may come from another copy of the library: ask for its text.
	if (
		typeof raw === 'object' &&
		raw !== null &&
		'toISO' in raw &&
		typeof raw.toISO === 'function'
	) {
		return valid(DateTime.fromISO(String(raw.toISO()), { setZone: true }));
	}
	return typeof raw === 'string' ? fromText(raw.trim(), timezone) : undefined;
}

function fromText(source: string, timezone: string): DateTime | undefined {
	if (ONLY_DIGITS.test(source)) return fromUnix(source, timezone);
	const zone = { zone: timezone, setZone: true };
	if (NAMES_A_DAY.test(source)) {
		return (
			valid(DateTime.fromISO(source, zone)) ?? valid(DateTime.fromSQL(withOffset(source), zone))
		);
	}
	const english = { zone: timezone, locale: 'en' };
	return (
		valid(DateTime.fromFormat(source, 'd MMM yyyy', english)) ??
		valid(DateTime.fromFormat(source, 'd-MMM-yyyy', english))
	);
}

function withOffset(source: string): string {
	return source.replace(/(?<=[\d ])[A-Z]{3,4}$/, (letters) => ZONE_OFFSETS[letters] ?? letters);
}

function fromUnix(digits: string, timezone: string): DateTime | undefined {
	const zone = { zone: timezone };
	if (UNIX_SECONDS.test(digits)) return valid(DateTime.fromSeconds(Number(digits), zone));
	if (UNIX_MILLISECONDS.test(digits)) return valid(DateTime.fromMillis(Number(digits), zone));
	return undefined;
}

function valid(moment: DateTime): DateTime | undefined {
	return moment.isValid ? moment : undefined;
}

function formatMoment(moment: DateTime, format: DateFormat): Moment {
	if (format === 'unix') return Math.floor(moment.toSeconds());
	if (format === 'date') return moment.toFormat('yyyy-MM-dd');
	return moment.toFormat("yyyy-MM-dd'T'HH:mm:ssZZZ");
}

/** A date with time, sent in the format the parameter documents. */
export function dateTime<Name extends string>(
	name: Name,
	options: DateTimeOptions = {},
): Field<Name, Moment> {
	const { format = 'iso', zeroForNone = false } = options;
	const expected = [
		format === 'date'
			? 'a day such as 2026-03-01'
			: 'a date and time such as 2026-03-01T09:00:00+01:00',
		...(format === 'unix' ? ['Unix seconds'] : []),
		...(zeroForNone ? ['0 for none'] : []),
	].join(', or ');
	return makeField(name, options, {
		type: 'dateTime',
		default: '',
		parse: (raw, { timezone }) => {
			const isZero = raw === 0 || (typeof raw === 'string' && raw.trim() === '0');
			if (zeroForNone && isZero) return { value: 0 };
			const moment = parseMoment(raw, timezone);
			return moment ? { value: formatMoment(moment, format) } : refusal(`must be ${expected}`, raw);
		},
	});
}

/** A day, sent as YYYY-MM-DD. */
export function date<Name extends string>(
	name: Name,
	options: FieldOptions = {},
): Field<Name, Moment> {
	return dateTime(name, { ...options, format: 'date' });
}
