import { REPORTED_PERMISSION, REPORTED_POLICY, REPORTED_SETTINGS } from './adviceReported';
import { MISSING_OBJECT_ADVICE, POLICY_ADVICE, SETTINGS_ADVICE } from './errorTableAds';
import type { GraphErrorClass } from './types';

export interface ErrorEntry {
	class: GraphErrorClass;
	/** What to do next, in plain words. */
	advice: string;
}

/** The parts of an answer that decide its class. */
export interface ErrorSigns {
	statusCode?: number;
	code?: number;
	subcode?: number;
	type?: string;
	isTransient?: boolean;
	/** Path of the request, without host and version. */
	path?: string;
}

/** Subcodes below this only mean something together with their code: 33, 99, 463. */
const FIRST_UNIQUE_SUBCODE = 10_000;

const RECONNECT = 'Open the credential and reconnect it, or paste a new access token.';
const WAIT_FOR_QUOTA =
	'Run the workflow again later, send fewer requests, or let the node wait longer for usage limits.';
const TRY_LATER = 'Run the node again in a few minutes.';

const THROTTLED_ADVICE: Record<string, string> = {
	4: `The app has used up its calls. ${WAIT_FOR_QUOTA}`,
	'4/1504022':
		"Meta's reporting is under heavy load: wait a few minutes, then ask for fewer days, fields and IDs.",
	'4/1504033':
		"Meta's reporting is under heavy load: wait a few minutes, then ask for fewer days, fields and IDs.",
	17: `The user has used up their calls. ${WAIT_FOR_QUOTA}`,
	'17/2446079': `The ad account has used up its calls. ${WAIT_FOR_QUOTA}`,
	32: `The Page's calls with this user's token are used up. ${WAIT_FOR_QUOTA}`,
	341: `The app has reached a limit for now. ${WAIT_FOR_QUOTA}`,
	613: `A limit of this operation is reached. ${WAIT_FOR_QUOTA}`,
	'613/1996': `Meta finds the app's number of calls unusual: spread the calls more evenly. ${WAIT_FOR_QUOTA}`,
	80000: `The calls for reports of this ad account are used up. ${WAIT_FOR_QUOTA}`,
	80001: `The Page's calls are used up. ${WAIT_FOR_QUOTA}`,
	80002: `The Instagram account's calls are used up. ${WAIT_FOR_QUOTA}`,
	80003: `The calls for custom audiences of this ad account are used up. ${WAIT_FOR_QUOTA}`,
	80004: `The calls for managing ads of this ad account are used up. ${WAIT_FOR_QUOTA}`,
	80005: `The calls for leads are used up. ${WAIT_FOR_QUOTA}`,
	80006: `The calls to Messenger are used up. ${WAIT_FOR_QUOTA}`,
	80008: `The calls to WhatsApp Business are used up. ${WAIT_FOR_QUOTA}`,
	80009: `The calls for managing catalogs are used up. ${WAIT_FOR_QUOTA}`,
	80014: `The batch calls for this catalog are used up. ${WAIT_FOR_QUOTA}`,
	2446079: `The ad account has used up its calls. ${WAIT_FOR_QUOTA}`,
};

const TRANSIENT_ADVICE: Record<string, string> = {
	1: `${TRY_LATER} If it happens every time, check the fields of the request.`,
	'1/99': `Check that the level of the report fits the object, for example campaign in place of adset. Otherwise: ${TRY_LATER}`,
	2: TRY_LATER,
	3902: `Meta did not create the ad account. ${TRY_LATER}`,
	6001: 'Upload the video again.',
	1363019: 'Upload the video again.',
	1363030: 'The upload took too long: send it again, in smaller pieces.',
	1363037:
		'A piece of the video did not arrive: continue the upload from the offset that Meta names.',
	3910001: `Meta cannot work with this account for now. ${TRY_LATER}`,
};

const TOO_MUCH_DATA_ADVICE: Record<string, string> = {
	1487534:
		'Ask for less at once: fewer days, fewer fields or breakdowns, a lower level, or a smaller page size.',
};

const TOKEN_ADVICE: Record<string, string> = {
	102: `The sign-in is no longer valid. ${RECONNECT}`,
	104: 'Meta could not check the call: reconnect the credential, and check that its app secret belongs to the app of the token.',
	190: `The access token is not valid any more. ${RECONNECT}`,
	457: `The sign-in came from elsewhere. ${RECONNECT}`,
	'190/458': 'The person has removed the app: open the credential and sign in again.',
	'190/459':
		'Meta wants the person to confirm who they are: sign in at facebook.com, then reconnect the credential.',
	'190/460': "The person's password has changed: open the credential and sign in again.",
	'190/463': `The access token has expired. ${RECONNECT} A system user's token does not expire.`,
	'190/464':
		"The person's Facebook account is not confirmed: sign in at facebook.com, then reconnect the credential.",
	'190/467': `The access token was revoked or is not valid. ${RECONNECT}`,
	'190/492':
		'The person no longer has a role on the Page: give them one, then reconnect the credential.',
};

const PERMISSION_ADVICE: Record<string, string> = {
	...REPORTED_PERMISSION,
	3: "The app lacks a capability or permission for this call: add it in the app's dashboard, then reconnect the credential.",
	10: 'Grant the missing permission to the app, then reconnect the credential.',
	200: 'Give this user or system user access to the object in Business Settings, and the missing permission to the credential.',
	294: 'Grant ads_management to the app, and check that the app has access to the Marketing API.',
	415: 'Turn on two-factor authentication for this person, or use the token of a system user.',
	1713092:
		'Give this user or system user the right to manage the ad account, then create the audience again.',
	1815199:
		'Assign the Instagram account to the ad account in Business Settings, or choose another one.',
	1815694: 'Give this user or system user the right for this action in Business Settings.',
	1870034: 'Accept the Custom Audience terms for this ad account in Ads Manager.',
	1870090: 'Accept the Custom Audience terms for this ad account in Ads Manager.',
	1870092: 'Accept the Meta Business Tools terms for this ad account in Ads Manager.',
	2708008:
		'Let an authorized person place ads on social issues, elections or politics, or confirm your identity at facebook.com/id.',
};

const NOT_FOUND_ADVICE: Record<string, string> = {
	...MISSING_OBJECT_ADVICE,
	'100/33':
		'The ID does not exist, or this credential may not see it: check the ID, and the access and permissions of the credential.',
	803: 'Check the ID: nothing with this ID exists, or this credential may not see it.',
};

const INVALID_PARAMETER_ADVICE: Record<string, string> = {
	...SETTINGS_ADVICE,
	...REPORTED_SETTINGS,
	100: 'Correct the field that the message names.',
};

const UNKNOWN_ADVICE: Record<string, string> = {
	1150: TRY_LATER,
	5000: TRY_LATER,
};

/**
 * Every code that Meta documents, by class: keys are a code, a subcode, or `code/subcode`.
 * (Handling Errors, Error Codes; Troubleshooting, Error Codes; Rate Limits, Error Codes; the
 * tables of the endpoint pages; Authentication Error Subcodes.)
 */
export const ADVICE_BY_CLASS: ReadonlyArray<[GraphErrorClass, Record<string, string>]> = [
	['throttled', THROTTLED_ADVICE],
	['transient', TRANSIENT_ADVICE],
	['tooMuchData', TOO_MUCH_DATA_ADVICE],
	['token', TOKEN_ADVICE],
	['permission', PERMISSION_ADVICE],
	['notFound', NOT_FOUND_ADVICE],
	['invalidParameter', INVALID_PARAMETER_ADVICE],
	['policy', { ...POLICY_ADVICE, ...REPORTED_POLICY }],
	['unknown', UNKNOWN_ADVICE],
];

const ENTRIES = new Map<string, ErrorEntry>(
	ADVICE_BY_CLASS.flatMap(([errorClass, advices]) =>
		Object.entries(advices).map(([key, advice]): [string, ErrorEntry] => [
			key,
			{ class: errorClass, advice },
		]),
	),
);

const LAPSED_TOKEN: ErrorEntry = {
	class: 'token',
	advice: `The access token was not accepted. ${RECONNECT}`,
};
const MISSING_PERMISSION: ErrorEntry = {
	class: 'permission',
	advice:
		'Grant the missing permission to the app and access to the object, then reconnect the credential.',
};
const SERVER_TROUBLE: ErrorEntry = { class: 'transient', advice: TRY_LATER };
const UNLISTED: ErrorEntry = {
	class: 'unknown',
	advice: "Read the message for the cause; Meta's trace ID lets its support look the request up.",
};

/**
 * The class of an answer and what to do about it. The most specific entry wins: code with
 * subcode, then subcode, then code, then the ranges 200 to 299 (permissions) and below 0 (Meta's
 * own faults), then the HTTP status. `is_transient` only decides where the table knows nothing
 * better than "unknown" or "invalid parameter".
 */
export function errorEntry(signs: ErrorSigns): ErrorEntry {
	const specific = subcodeEntry(signs);
	if (specific) return specific;
	const general = codeEntry(signs) ?? statusEntry(signs);
	const undecided = general.class === 'unknown' || signs.code === 100;
	return signs.isTransient && undecided ? SERVER_TROUBLE : general;
}

function subcodeEntry({ code, subcode }: ErrorSigns): ErrorEntry | undefined {
	if (subcode === undefined || subcode === 0) return undefined;
	// Session codes share the subcodes of a lapsed token.
	const tokenCode = code === 102 ? 190 : code;
	const exact = ENTRIES.get(`${tokenCode}/${subcode}`);
	if (exact || subcode < FIRST_UNIQUE_SUBCODE) return exact;
	const entry = ENTRIES.get(String(subcode));
	// The code of a throttle says which quota is used up, a general subcode only that one is.
	const quota = entry?.class === 'throttled' ? ENTRIES.get(String(code)) : undefined;
	return quota?.class === 'throttled' ? quota : entry;
}

function codeEntry({ code, path }: ErrorSigns): ErrorEntry | undefined {
	if (code === undefined) return undefined;
	// "me" is whoever the token stands for: a query about it is only refused without a usable token.
	if (code === 2500 && path !== undefined && /^\/me(\/|$)/.test(path)) return LAPSED_TOKEN;
	const entry = ENTRIES.get(String(code));
	if (entry) return entry;
	if (code >= 200 && code <= 299) return MISSING_PERMISSION;
	return code < 0 ? SERVER_TROUBLE : undefined;
}

function statusEntry({ statusCode = 0, code, type }: ErrorSigns): ErrorEntry {
	if (statusCode === 429) {
		return { class: 'throttled', advice: `Too many requests were sent. ${WAIT_FOR_QUOTA}` };
	}
	if (statusCode >= 500) return SERVER_TROUBLE;
	if (statusCode === 401 || (type === 'OAuthException' && code === undefined)) return LAPSED_TOKEN;
	if (statusCode === 403) return MISSING_PERMISSION;
	if (statusCode === 404) {
		return {
			class: 'notFound',
			advice: 'Check the ID, the path and the API version of the request.',
		};
	}
	return UNLISTED;
}
