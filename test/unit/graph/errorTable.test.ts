import { ADVICE_BY_CLASS, errorEntry } from '../../../nodes/shared/graph/errorTable';
import type { GraphErrorClass } from '../../../nodes/shared/graph/types';

/** Codes of the documentation's error tables, as `code` or `code/subcode`. */
const DOCUMENTED = {
	'Handling Errors, Error Codes': `
		102 1 2 3 4 17 10 190 200 201 250 299 341 368 506 1609005 100/1487694 100/1752129 1870034
		1870047 1870065 1870088 1870090 1870092 1870165 1870199 1870219 1870220 1885029 1885088
		1885183 1885204 1885272 1885557 1885621 1885650 2238055 2446149 2446307 2446173 2446289
		2446347 2446383 2446394 2446509 2446580 2446712 2446867 2446880 2490085 2490155 2490372
		2490427 2490468 2708008 2859015 3858064 3858082 3858152 3867105 3910001 1487901 190/460`,
	'Troubleshooting, Error Codes': `
		-1 1 1/99 4 10 17 100 100/33 100/1487694 100/1752129 102 104 190 200 200/1870034 200/1870047
		294 2606 2607 2615 2654 2654/1713092 5000 1340029 1373054 1404078 1404163 1487007 1487033
		1487056 1487472 1487566 1487678 1487831 1487929 1487990 1815199 1815629 1815694 1870065
		1870088 1870090 1870092 1870165 1870199 1870219 1870220 1885029 1885088 1885183 1885204
		1885272 1885557 1885621 1885650 2238055 2446173 2446289 2446347 2446383 2446394 2446509
		2446580 2446712 2446867 2446880 2490085 2490155 2490372 2490427 2490468 2708008 2859015
		3858064 3858082 3858152 3867105 3910001`,
	'Rate Limits': `
		4 17 17/2446079 32 613 613/1996 80000/2446079 80004/2446079 80003/2446079 80000 80001 80002
		80003 80004 80005 80006 80008 80009 80014`,
	'Endpoint pages': `
		100 105 190 194 200 222 300 351 352 368 382 389 415 457 500 613 900 1150 1500 2500 2620 2635
		2641 2642 2654 2695 3001 3018 3902 3936 3944 3979 3980 3994 6000 6001 6200 6202 23007 80002
		80004 100/1815946`,
	'Insights limits': '100/1487534 4 4/1504022 4/1504033',
	'Authentication subcodes': `
		190/458 190/459 190/460 190/463 190/464 190/467 190/492 102/458 102/459 102/460 102/463
		102/464 102/467 102/492`,
	"Meta's SDKs and public reports": `
		100/1487283 100/1487301 100/1487756 100/1487862 100/1772119 100/1815290 100/1815298 100/1815857
		100/1870188 100/1870189 100/1870227 100/1885180 100/2490408 100/4834002 100/4834011`,
	'Video uploads': '6000/1363019 6000/1363030 6000/1363037',
};

const ALL_DOCUMENTED = Object.entries(DOCUMENTED).flatMap(([section, codes]) =>
	codes
		.trim()
		.split(/\s+/)
		.map((entry): [string, number, number | undefined] => {
			const [code, subcode] = entry.split('/');
			return [section, Number(code), subcode === undefined ? undefined : Number(subcode)];
		}),
);

describe('the error table', () => {
	test.each(ALL_DOCUMENTED)('%s: %s/%s has a class and advice', (_section, code, subcode) => {
		const known = errorEntry({ code, subcode, statusCode: 400 });
		const unlisted = errorEntry({ code: 9_999_999, statusCode: 400 });
		expect(known).not.toBe(unlisted);
		expect(known.advice.length).toBeGreaterThan(10);
		// A subcode has an entry of its own, except where the code already says which quota it is.
		if (subcode !== undefined && code < 80_000) {
			expect(known).not.toBe(errorEntry({ code, statusCode: 400 }));
		}
	});

	test('large numbers documented as codes mean the same as subcodes', () => {
		for (const [, code, subcode] of ALL_DOCUMENTED) {
			if (subcode !== undefined || code < 1_000_000) continue;
			expect(errorEntry({ code: 100, subcode: code })).toBe(errorEntry({ code }));
			expect(errorEntry({ code: 200, subcode: code })).toBe(errorEntry({ code }));
		}
	});

	test('no code is in two classes', () => {
		const keys = ADVICE_BY_CLASS.flatMap(([, advices]) => Object.keys(advices));
		expect(new Set(keys).size).toBe(keys.length);
	});

	test('more than 150 subcodes have advice of their own, those that people meet first among them', () => {
		const keys = ADVICE_BY_CLASS.flatMap(([, advices]) => Object.keys(advices));
		expect(keys.filter((key) => Number(key) > 1_000_000).length).toBeGreaterThan(150);
		const met = [
			...[2490408, 1885014, 2490487, 1885737, 1487079, 1487061, 1815433, 1815857, 3260011, 2490562],
			...[1870227, 1870188, 1870189, 1487756, 4834002, 4834005, 4834006, 4834009, 4834011, 3858418],
		];
		for (const subcode of met) {
			expect(errorEntry({ code: 100, subcode })).not.toBe(errorEntry({ code: 100 }));
		}
	});

	test('advice is a sentence that tells what to do', () => {
		for (const [, advices] of ADVICE_BY_CLASS) {
			for (const advice of Object.values(advices)) {
				expect(advice).toMatch(/^[A-Z].*\.$/);
				expect(advice).not.toMatch(/error|problem|failure|mistake/i);
			}
		}
	});

	test.each<[number, number | undefined, GraphErrorClass]>([
		[1, undefined, 'transient'],
		[2, undefined, 'transient'],
		[-3, undefined, 'transient'],
		[4, undefined, 'throttled'],
		[4, 1504022, 'throttled'],
		[17, 2446079, 'throttled'],
		[32, undefined, 'throttled'],
		[341, undefined, 'throttled'],
		[613, 1996, 'throttled'],
		[80000, 2446079, 'throttled'],
		[80014, undefined, 'throttled'],
		[100, 2446079, 'throttled'],
		[100, undefined, 'invalidParameter'],
		[100, 33, 'notFound'],
		[100, 1487534, 'tooMuchData'],
		[100, 1487694, 'invalidParameter'],
		[100, 7_777_777, 'invalidParameter'],
		[190, undefined, 'token'],
		[190, 463, 'token'],
		[102, 463, 'token'],
		[104, undefined, 'token'],
		[3, undefined, 'permission'],
		[10, undefined, 'permission'],
		[200, undefined, 'permission'],
		[273, undefined, 'permission'],
		[294, undefined, 'permission'],
		[200, 1870034, 'permission'],
		[200, 1870047, 'invalidParameter'],
		[2654, undefined, 'invalidParameter'],
		[2654, 1713092, 'permission'],
		[368, undefined, 'policy'],
		[1404163, undefined, 'policy'],
		[222, undefined, 'notFound'],
		[6000, undefined, 'invalidParameter'],
		[6000, 1363037, 'transient'],
		[-1, 1870034, 'permission'],
		[9_999_999, undefined, 'unknown'],
	])('%s/%s is %s', (code, subcode, expected) => {
		expect(errorEntry({ code, subcode, statusCode: 400 }).class).toBe(expected);
	});

	test('a small subcode means nothing under another code', () => {
		expect(errorEntry({ code: 2654, subcode: 33 }).class).toBe('invalidParameter');
		expect(errorEntry({ code: 4, subcode: 463 }).class).toBe('throttled');
	});

	test('each throttle names its own quota', () => {
		const codes = [80000, 80001, 80002, 80003, 80004, 80005, 80006, 80008, 80009, 80014];
		const advice = codes.map((code) => errorEntry({ code, subcode: 2446079 }).advice);
		expect(errorEntry({ code: 80004 }).advice).toContain('managing ads');
		expect(new Set(codes.map((code) => errorEntry({ code }).advice)).size).toBe(codes.length);
		expect(new Set(advice).size).toBe(codes.length);
	});

	test('is_transient decides only where the table is undecided', () => {
		const transient = (code: number, subcode?: number) =>
			errorEntry({ code, subcode, isTransient: true, statusCode: 400 }).class;
		expect(transient(100)).toBe('transient');
		expect(transient(9_999_999)).toBe('transient');
		expect(transient(190)).toBe('token');
		expect(transient(100, 1487694)).toBe('invalidParameter');
		expect(transient(80004)).toBe('throttled');
	});

	test('a query about "me" that cannot be answered is about the token', () => {
		expect(errorEntry({ code: 2500, path: '/me' }).class).toBe('token');
		expect(errorEntry({ code: 2500, path: '/me/adaccounts' }).class).toBe('token');
		expect(errorEntry({ code: 2500, path: '/menu' }).class).toBe('invalidParameter');
		expect(errorEntry({ code: 2500, path: '/act_1/campaigns' }).class).toBe('invalidParameter');
	});

	test.each<[number, GraphErrorClass]>([
		[401, 'token'],
		[403, 'permission'],
		[404, 'notFound'],
		[429, 'throttled'],
		[500, 'transient'],
		[502, 'transient'],
		[503, 'transient'],
		[400, 'unknown'],
	])('HTTP %s without a known code is %s', (statusCode, expected) => {
		expect(errorEntry({ statusCode }).class).toBe(expected);
		expect(errorEntry({ statusCode, code: 9_999_999 }).class).toBe(expected);
	});
});
