import { invalid } from '../graph/errors';
import type { Json } from '../json';

const DAY_S = 86_400;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Words for days, as days from today. */
const WORDS: Record<string, number> = { tomorrow: 1, today: 0, yesterday: -1 };

/**
 * UNIX seconds of a time in one of the formats of "FB Video Ads, Filters": an epoch timestamp,
 * `10 jan 2023`, `2023-01-10`, `10-jan-2023`, or a word such as `today`. Days begin at midnight UTC.
 * @throws GraphFault 100 for any other text
 */
export function looseTime(value: Json, name: string, nowMs: number): number {
	const text = String(value).trim().toLowerCase();
	if (/^\d{5,}$/.test(text)) return Number(text);
	const nowS = Math.floor(nowMs / 1000);
	if (text === 'now') return nowS;
	const today = nowS - (nowS % DAY_S);
	if (text in WORDS) return today + WORDS[text] * DAY_S;
	const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
	if (iso) return secondsOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), name);
	const named = /^(\d{1,2})[ -]([a-z]{3})[ -](\d{4})$/.exec(text);
	const month = named ? MONTHS.indexOf(named[2]) + 1 : 0;
	if (named && month > 0) return secondsOf(Number(named[3]), month, Number(named[1]), name);
	throw invalid(`Param ${name} must be a valid datetime`, name);
}

function secondsOf(year: number, month: number, day: number, name: string): number {
	const date = new Date(Date.UTC(year, month - 1, day));
	if (date.getUTCMonth() !== month - 1) throw invalid(`Param ${name} must be a valid date`, name);
	return date.getTime() / 1000;
}
