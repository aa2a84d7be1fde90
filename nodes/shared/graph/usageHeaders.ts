import { isObject, parseJson } from './json';
import { PAUSE_PERCENT } from './throttle';

/** What a reply says about one quota. */
export interface UsageReading {
	/** Ad account, business, Page ... or `app`. */
	object: string;
	/** Use case, or `app`, `account`, `insights`, `reach`. */
	type: string;
	/** The fullest of what is counted: calls, CPU time, total time. */
	percent: number;
	/** Milliseconds until calls go through again, as Meta says; 0 when it says none. */
	regainMs: number;
	/** Milliseconds in which the whole quota comes back, when Meta tells. */
	drainMs?: number;
	/** `development_access` or `standard_access`, when Meta says. */
	tier?: string;
}

type JsonRecord = Record<string, unknown>;

const MINUTE_MS = 60_000;
const SECOND_MS = 1_000;

/** The object of readings that name none, when the request names none either. */
export const UNKNOWN_OBJECT = '?';

/**
 * Reads every usage header of a reply (Rate Limits, Headers; Limits and Best Practices, Insights
 * Call Load Limits). What cannot be read is passed over: headers are optional.
 *
 * @param headers names in lower case
 * @param account whom headers are about that name no object
 */
export function readUsage(
	headers: Record<string, string>,
	account: string = UNKNOWN_OBJECT,
): UsageReading[] {
	return [
		...businessUsage(headers['x-business-use-case-usage']),
		...appUsage(headers['x-app-usage']),
		...accountUsage(headers['x-ad-account-usage'], account),
		...throttleUsage(headers['x-fb-ads-insights-throttle'], 'insights', account),
		...throttleUsage(headers['x-fb-ads-insights-reach-throttle'], 'reach', account),
	];
}

/** Every entry of every object; the regain time is in minutes. */
function businessUsage(header?: string): UsageReading[] {
	return objectsIn(header).flatMap((objects) =>
		Object.entries(objects).flatMap(([key, entries]) =>
			(Array.isArray(entries) ? entries : []).filter(isObject).map((entry) => ({
				object: key.replace(COPY_MARK, ''),
				type: typeof entry.type === 'string' ? entry.type : 'unknown',
				percent: fullest(entry),
				regainMs: positive(entry.estimated_time_to_regain_access) * MINUTE_MS,
				...tierOf(entry),
			})),
		),
	);
}

function appUsage(header?: string): UsageReading[] {
	return objectsIn(header).map((entry) => ({
		object: 'app',
		type: 'app',
		percent: fullest(entry),
		regainMs: positive(entry.estimated_time_to_regain_access) * MINUTE_MS,
	}));
}

/** The reset time is in seconds, and sent at every percentage, and the time in which usage falls to 0. */
function accountUsage(header: string | undefined, account: string): UsageReading[] {
	return objectsIn(header)
		.filter((entry) => 'acc_id_util_pct' in entry)
		.map((entry) => {
			const percent = positive(entry.acc_id_util_pct);
			const resetMs = positive(entry.reset_time_duration) * SECOND_MS;
			return {
				object: account,
				type: 'account',
				percent,
				regainMs: percent >= PAUSE_PERCENT ? resetMs : 0,
				...(percent > 0 && resetMs > 0 ? { drainMs: (100 * resetMs) / percent } : {}),
				...tierOf(entry),
			};
		});
}

function throttleUsage(header: string | undefined, type: string, account: string): UsageReading[] {
	return objectsIn(header).flatMap((entry) => [
		...('app_id_util_pct' in entry
			? [{ object: 'app', type, percent: positive(entry.app_id_util_pct), regainMs: 0 }]
			: []),
		...('acc_id_util_pct' in entry
			? [
					{
						object: account,
						type,
						percent: positive(entry.acc_id_util_pct),
						regainMs: 0,
						...tierOf(entry),
					},
				]
			: []),
	]);
}

function fullest(entry: JsonRecord): number {
	return Math.max(
		positive(entry.call_count),
		positive(entry.total_cputime),
		positive(entry.total_time),
	);
}

function positive(value: unknown): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return typeof number === 'number' && number > 0 && Number.isFinite(number) ? number : 0;
}

function tierOf(entry: JsonRecord): { tier?: string } {
	return typeof entry.ads_api_access_tier === 'string' ? { tier: entry.ads_api_access_tier } : {};
}

/** The objects of a header; more than one when it came several times and was joined by commas. */
function objectsIn(header?: string): JsonRecord[] {
	if (!header) return [];
	const parsed = parseJson(`[${withDistinctKeys(header)}]`);
	return Array.isArray(parsed) ? parsed.filter(isObject) : [];
}

const COPY_MARK = / #\d+$/;

/**
 * Meta's own sample has the same object twice, and a JSON parser keeps only the last of equal keys:
 * each key of the outermost object gets a number.
 */
function withDistinctKeys(text: string): string {
	let depth = 0;
	let copies = 0;
	return text.replace(
		/"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}[\]]/g,
		(token: string, key: string | undefined, colon: string | undefined) => {
			if (token === '{' || token === '[') depth++;
			if (token === '}' || token === ']') depth--;
			const isKey = key !== undefined && colon !== undefined && depth === 1;
			const isEntryList = isKey && /^\d+$/.test(key);
			return isEntryList ? `"${key} #${copies++}"${colon}` : token;
		},
	);
}
