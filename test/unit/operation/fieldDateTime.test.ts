import fc from 'fast-check';
import { DateTime } from 'luxon';

import { date, dateTime, parseMoment } from '../../../nodes/shared/operation/fields';
import { issuesOf, valueOf } from './support';

const berlin = { timezone: 'Europe/Berlin', apiVersion: 'v24.0' };
const iso = dateTime('start_time');
const unix = dateTime('start_time', { format: 'unix' });
const day = date('since');

describe('every documented way to write a moment', () => {
	test.each([
		['2015-03-12T23:59:59-07:00', '2015-03-12T23:59:59-0700'],
		['2024-07-26T12:00:32+0100', '2024-07-26T12:00:32+0100'],
		['2015-03-12 23:59:59-07:00', '2015-03-12T23:59:59-0700'],
		['2015-03-12 23:59:59 PDT', '2015-03-12T23:59:59-0700'],
		['2015-03-12 23:59:59PST', '2015-03-12T23:59:59-0800'],
		['2015-03-12 23:59:59 America/Los_Angeles', '2015-03-12T23:59:59-0700'],
		['2015-03-12T23:59:59Z', '2015-03-12T23:59:59+0000'],
		['2015-03-12 23:59:59 UTC', '2015-03-12T23:59:59+0000'],
		['2026-03-01T09:00:00', '2026-03-01T09:00:00+0100'],
		[' 2026-03-01 09:00 ', '2026-03-01T09:00:00+0100'],
		['2026-03-01T09:00:00.123', '2026-03-01T09:00:00+0100'],
		['2026-03-01', '2026-03-01T00:00:00+0100'],
		['12 Mar 2015', '2015-03-12T00:00:00+0100'],
		['12-Mar-2015', '2015-03-12T00:00:00+0100'],
		['1699081200', '2023-11-04T08:00:00+0100'],
		[1699081200, '2023-11-04T08:00:00+0100'],
		['1699081200000', '2023-11-04T08:00:00+0100'],
		[new Date('2026-03-01T08:00:00Z'), '2026-03-01T09:00:00+0100'],
		[DateTime.fromISO('2026-03-01T09:00:00', { zone: 'Asia/Tokyo' }), '2026-03-01T09:00:00+0900'],
	])('%s', (raw, expected) => {
		expect(valueOf(iso, raw, berlin)).toBe(expected);
	});
});

describe('formats on the wire', () => {
	test('Unix seconds', () => {
		expect(valueOf(unix, '2026-03-01T09:00:00+01:00')).toBe(1772352000);
		expect(valueOf(unix, '2026-03-01T09:00:00.999+01:00')).toBe(1772352000);
	});

	test('a day is the day of the zone it was given in', () => {
		expect(valueOf(day, '2026-03-01T23:30:00-08:00', berlin)).toBe('2026-03-01');
		expect(valueOf(day, '2026-03-01', berlin)).toBe('2026-03-01');
		expect(valueOf(day, 1772319600, berlin)).toBe('2026-03-01');
	});
});

describe('refuses', () => {
	test.each([
		['tomorrow'],
		['09:00'],
		['2026'],
		['2026-W10'],
		['20260301'],
		['2026-02-30'],
		['2026-03-01T25:00:00'],
		['2015-03-12 23:59:59 XYZ'],
		['12 Mrz 2015'],
		[0],
		[-1],
		[12.5],
		[true],
		[{}],
		[new Date('nonsense')],
		[DateTime.invalid('for this test')],
	])('%p', (raw) => {
		expect(issuesOf(iso, raw)).toEqual([
			expect.stringMatching(
				/^Start Time must be a date and time such as 2026-03-01T09:00:00\+01:00( \(given: .*\))?$/,
			),
		]);
	});

	test('with what the format takes', () => {
		expect(issuesOf(unix, 'soon')).toEqual([
			'Start Time must be a date and time such as 2026-03-01T09:00:00+01:00, or Unix seconds (given: "soon")',
		]);
		expect(issuesOf(day, 'soon')).toEqual([
			'Since must be a day such as 2026-03-01 (given: "soon")',
		]);
	});
});

test('0 stands for no end only where the API has that', () => {
	const open = dateTime('end_time', { zeroForNone: true });
	expect(valueOf(open, 0)).toBe(0);
	expect(valueOf(open, '0')).toBe(0);
	expect(issuesOf(open, 'never')).toEqual([
		'End Time must be a date and time such as 2026-03-01T09:00:00+01:00, or 0 for none (given: "never")',
	]);
});

describe('any moment', () => {
	const zones = fc.constantFrom(
		'UTC',
		'Europe/Berlin',
		'America/New_York',
		'Asia/Kolkata',
		'Pacific/Apia',
		'Australia/Lord_Howe',
	);
	/** From the first year of nine-digit Unix seconds to the last of ten digits. */
	const seconds = fc.integer({ min: 100_000_000, max: 9_999_999_999 });

	test('is the same moment after a round trip in any zone', () => {
		fc.assert(
			fc.property(seconds, zones, zones, (moment, timezone, otherTimezone) => {
				const context = { timezone, apiVersion: 'v24.0' };
				const written = valueOf(iso, moment, context);
				expect(written).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4}$/);
				expect(valueOf(unix, written, { ...context, timezone: otherTimezone })).toBe(moment);
			}),
		);
	});

	test('is the same in every way of writing it', () => {
		fc.assert(
			fc.property(seconds, zones, (moment, zone) => {
				const luxon = DateTime.fromSeconds(moment, { zone });
				const ways = [
					moment,
					String(moment),
					moment * 1000,
					luxon,
					luxon.toJSDate(),
					luxon.toISO(),
					luxon.toFormat('yyyy-MM-dd HH:mm:ssZZ'),
					luxon.toFormat('yyyy-MM-dd HH:mm:ss ZZ'),
					luxon.toUTC().toFormat("yyyy-MM-dd HH:mm:ss 'UTC'"),
				];
				for (const way of ways) expect(valueOf(unix, way)).toBe(moment);
			}),
		);
	});

	test('without a zone is what the clock of the workflow shows', () => {
		fc.assert(
			fc.property(seconds, zones, (moment, timezone) => {
				const local = DateTime.fromSeconds(moment, { zone: timezone }).toFormat(
					"yyyy-MM-dd'T'HH:mm:ss",
				);
				const read = parseMoment(local, timezone);
				expect(read?.toFormat("yyyy-MM-dd'T'HH:mm:ss")).toBe(local);
			}),
		);
	});

	test('never throws, whatever is given', () => {
		fc.assert(
			fc.property(fc.anything(), (raw) => {
				expect(() => parseMoment(raw, 'UTC')).not.toThrow();
			}),
		);
	});
});
