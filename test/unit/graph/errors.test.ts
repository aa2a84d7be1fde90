import fc from 'fast-check';

import { ADVICE_BY_CLASS } from '../../../nodes/shared/graph/errorTable';
import { graphErrorFrom, isErrorBody, plainError } from '../../../nodes/shared/graph/errors';
import { GraphError } from '../../../nodes/shared/graph/types';

const REQUEST = { method: 'POST', path: '/act_1/campaigns' } as const;

function reply(error: unknown, statusCode = 400, headers: Record<string, string> = {}) {
	return { statusCode, headers, body: { error } };
}

function details(error: unknown, statusCode = 400, headers: Record<string, string> = {}) {
	return graphErrorFrom(reply(error, statusCode, headers), REQUEST).details;
}

describe('graphErrorFrom', () => {
	test('keeps everything Meta says', () => {
		const error = graphErrorFrom(
			reply({
				message: '(#100) Invalid parameter',
				type: 'OAuthException',
				code: 100,
				error_subcode: 1885272,
				is_transient: false,
				error_user_title: 'Budget too low',
				error_user_msg: 'Your daily budget is below $1.00.',
				fbtrace_id: 'Atrace123',
				error_data: { blame_field_specs: [['daily_budget']] },
			}),
			REQUEST,
		);
		expect(error).toBeInstanceOf(GraphError);
		expect(error.message).toBe('Budget too low: Your daily budget is below $1.00.');
		expect(error.details).toEqual({
			class: 'invalidParameter',
			message: 'Budget too low: Your daily budget is below $1.00.',
			advice: 'Raise the budget.',
			statusCode: 400,
			code: 100,
			subcode: 1885272,
			type: 'OAuthException',
			isTransient: false,
			userTitle: 'Budget too low',
			userMessage: 'Your daily budget is below $1.00.',
			blamedFields: ['daily_budget'],
			fbtraceId: 'Atrace123',
			method: 'POST',
			path: '/act_1/campaigns',
		});
	});

	test('prefers the words for users, and drops the code before technical ones', () => {
		expect(details({ message: '(#100) No such field', code: 100 }).message).toBe('No such field');
		expect(details({ message: '(#-1) Internal', code: -1 }).message).toBe('Internal');
		expect(details({ message: 'x', error_user_msg: 'Shown', code: 100 }).message).toBe('Shown');
		expect(details({ message: 'x', error_user_title: 'Only title' }).message).toBe('Only title');
		expect(details({ error_user_title: 'Too low.', error_user_msg: 'Raise it.' }).message).toBe(
			'Too low: Raise it.',
		);
		expect(
			details({ error_user_title: 'Too low', error_user_msg: 'Too low for today.' }).message,
		).toBe('Too low for today.');
	});

	test('"reduce the amount of data" wins over code 1', () => {
		const message = "Please reduce the amount of data you're asking for, then retry your request";
		expect(details({ code: 1, message }, 500).class).toBe('tooMuchData');
		expect(details({ code: 1, message: 'An unknown fault' }, 500).class).toBe('transient');
	});

	test('names the permission that the message names', () => {
		expect(
			details({ code: 200, message: '(#200) Requires pages_read_engagement' }).advice,
		).toContain('pages_read_engagement');
		expect(
			details({ code: 200, message: 'grant ads_management or ads_read permission' }).advice,
		).toContain('ads_management, ads_read');
		expect(
			details({ code: 294, message: 'Needs ads_management' }).advice.match(/ads_management/g),
		).toHaveLength(1);
		expect(details({ code: 100, message: 'ads_management' }).advice).not.toContain(
			'ads_management',
		);
	});

	test.each([
		[
			'an object',
			{
				blame_field_specs: [
					['targeting_spec', 'interested_in'],
					['bid_info', 'impressions'],
				],
			},
		],
		[
			'JSON text',
			'{"blame_field_specs":[["targeting_spec","interested_in"],["bid_info","impressions"]]}',
		],
		[
			'wrapped lists',
			{ blame_field_specs: [[['targeting_spec', 'interested_in']], [['bid_info', 'impressions']]] },
		],
		[
			'plain names',
			{ blame_field_specs: ['targeting_spec.interested_in', 'bid_info.impressions'] },
		],
		[
			'JSON text inside',
			{ blame_field_specs: '[["targeting_spec","interested_in"],["bid_info","impressions"]]' },
		],
	])('reads blamed fields from %s', (_form, errorData) => {
		expect(details({ code: 100, error_data: errorData }).blamedFields).toEqual([
			'targeting_spec.interested_in',
			'bid_info.impressions',
		]);
	});

	test('indices belong to the path; anything else in error_data is left alone', () => {
		expect(
			details({ error_data: { blame_field_specs: [['child_attachments', 0, 'link']] } })
				.blamedFields,
		).toEqual(['child_attachments.0.link']);
		for (const errorData of [
			undefined,
			null,
			'not JSON',
			'"text"',
			7,
			[],
			{},
			{ blame_field_specs: 5 },
		]) {
			expect(details({ code: 100, error_data: errorData }).blamedFields).toEqual([]);
		}
	});

	describe('Retry-After', () => {
		const now = Date.UTC(2026, 0, 1, 12, 0, 0);

		test.each([
			['120', 120_000],
			['0.5', 500],
			['-3', 0],
			['Thu, 01 Jan 2026 12:01:30 GMT', 90_000],
			['Thu, 01 Jan 2026 11:00:00 GMT', 0],
			['soon', undefined],
			['', undefined],
		])('%p is %p ms', (header, expected) => {
			const throttled = reply({ code: 4 }, 429, { 'retry-after': header });
			expect(graphErrorFrom(throttled, REQUEST, now).details.retryAfter).toBe(expected);
		});
	});

	test.each([
		[502, '<html>Bad gateway</html>', 'transient'],
		[500, undefined, 'transient'],
		[429, undefined, 'throttled'],
		[200, '{"data":[{"id":"1', 'unknown'],
		[400, null, 'unknown'],
		[404, [], 'notFound'],
	])('HTTP %s with the body %p is %s', (statusCode, body, expected) => {
		const error = graphErrorFrom({ statusCode, headers: {}, body }, REQUEST);
		expect(error.details.class).toBe(expected);
		expect(error.message).toContain(`HTTP status ${statusCode}`);
	});

	test('reads a body that is still text, and codes that are text', () => {
		const body = '{"error":{"message":"(#190) Expired","code":"190","error_subcode":"463"}}';
		expect(graphErrorFrom({ statusCode: 400, headers: {}, body }, REQUEST).details).toMatchObject({
			class: 'token',
			message: 'Expired',
			code: 190,
			subcode: 463,
		});
	});

	test('an OAuthException without a code is about the token', () => {
		expect(details({ message: 'Invalid', type: 'OAuthException' }).class).toBe('token');
	});

	test('takes the trace ID from the header when the body has none', () => {
		expect(details({ code: 2 }, 500, { 'x-fb-trace-id': 'Bheader' }).fbtraceId).toBe('Bheader');
	});

	test('keeps only method and path of a request', () => {
		const request = { ...REQUEST, parameters: { name: 'secret plan' } };
		const error = graphErrorFrom(reply({ code: 100 }), request);
		expect(JSON.stringify(error.details)).not.toContain('secret plan');
	});

	test.each([
		'Malformed access token test-token',
		'Malformed access token: test-token',
		'Call /oauth?access_token=test-token&x=1 was refused',
		'{"access_token":"test-token"}',
		'{"appsecret_proof": "test-token"}',
		'client_secret=test-token is wrong',
	])('hides the secret in %p', (message) => {
		const error = graphErrorFrom(reply({ code: 190, message, error_user_msg: message }), REQUEST);
		expect(JSON.stringify(error.details) + error.message).not.toContain('test-token');
	});

	test('hides what looks like a token or a proof, but not IDs, hashes and words', () => {
		const proof = 'a1'.repeat(32);
		expect(details({ message: `Invalid proof ${proof} given` }).message).toBe(
			'Invalid proof *** given',
		);
		const harmless =
			'Image 0cc175b9c0f1b6a831c399e269772661 of act_120210000000000000 has no instagram_branded_content_ads_brand';
		expect(details({ message: harmless }).message).toBe(harmless);
	});

	test('any answer whatsoever becomes an error with class, message and advice', () => {
		fc.assert(
			fc.property(fc.anything(), fc.integer({ min: 100, max: 599 }), (error, statusCode) => {
				const made = details(error, statusCode);
				expect(made.message).not.toBe('');
				expect(made.advice).not.toBe('');
				expect(ADVICE_BY_CLASS.map(([name]) => name)).toContain(made.class);
			}),
			{ numRuns: 300 },
		);
	});
});

test('isErrorBody tells error objects from results', () => {
	expect(isErrorBody({ error: { message: 'x' } })).toBe(true);
	for (const body of [{ id: '1' }, { error: 'x' }, { error: null }, null, undefined, 'error', []]) {
		expect(isErrorBody(body)).toBe(false);
	}
});

test('plainError words what Meta did not', () => {
	const error = plainError(
		'outcomeUnknown',
		'No answer for access_token=test-token',
		'Look first.',
		REQUEST,
	);
	expect(error.details).toEqual({
		class: 'outcomeUnknown',
		message: 'No answer for access_token=***',
		advice: 'Look first.',
		blamedFields: [],
		method: 'POST',
		path: '/act_1/campaigns',
	});
});
