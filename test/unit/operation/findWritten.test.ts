import type { JsonObject } from 'n8n-workflow';

import type { GraphRequest } from '../../../nodes/shared/graph/types';
import { findByContents } from '../../../nodes/shared/operation/findWritten';
import { FakeClient } from './support';

const SERVER_NOW = Date.parse('2026-03-01T12:00:00Z');
const SENT_AT = SERVER_NOW - 10_000;

/** A client that gives these pages, one per call. */
function clientWith(pages: JsonObject[], date = new Date(SERVER_NOW).toUTCString()) {
	const client = new FakeClient();
	const requests: GraphRequest[] = [];
	client.request = async (request) => {
		requests.push(request);
		const body = pages[requests.length - 1] ?? { data: [] };
		return await Promise.resolve({ body: body as never, headers: { date }, statusCode: 200 });
	};
	return { client, requests };
}

const row = (own: JsonObject = {}) => ({
	id: '7',
	created_time: '2026-03-01T11:59:55+0000',
	name: 'Spring',
	daily_budget: '1000',
	...own,
});

const find = findByContents({
	path: '/act_1/campaigns',
	parameters: { filtering: [] },
	key: { name: 'Spring' },
	contents: { daily_budget: 1000, lifetime_budget: undefined },
	toReply: (id) => ({ id, success: true }),
});

beforeEach(() => {
	jest.useFakeTimers({ now: SERVER_NOW });
});

afterEach(() => {
	jest.useRealTimers();
});

test('finds what was made since the first attempt with the same contents', async () => {
	const { client, requests } = clientWith([{ data: [row({ id: '6', name: 'Other' }), row()] }]);
	expect(await find(client, SENT_AT, new Set())).toEqual({ id: '7', success: true });
	expect(requests).toEqual([
		{
			method: 'GET',
			path: '/act_1/campaigns',
			parameters: {
				filtering: [],
				fields: 'id,created_time,name,daily_budget',
				limit: 500,
			},
			useCase: 'ads_management',
		},
	]);
});

test.each([
	[SERVER_NOW / 1000 - 5, { id: '7' }],
	[SERVER_NOW / 1000 - 20, undefined],
])('audiences tell when they were made in Unix seconds: %d', async (created, found) => {
	const findAudience = findByContents({
		path: '/act_1/customaudiences',
		createdField: 'time_created',
		key: { name: 'Spring' },
		contents: {},
		toReply: (id) => ({ id }),
	});
	const { client, requests } = clientWith([
		{ data: [{ id: '7', name: 'Spring', time_created: created }] },
	]);
	expect(await findAudience(client, SENT_AT, new Set())).toEqual(found);
	expect(requests[0].parameters).toMatchObject({ fields: 'id,time_created,name' });
});

test.each([
	['made before', row({ created_time: '2026-03-01T11:59:40+0000' }), new Set<string>()],
	['made by another request of the run', row(), new Set(['7'])],
	['with another name', row({ name: 'Spring 2' }), new Set<string>()],
	['without a time', row({ created_time: 'soon' }), new Set<string>()],
])('does not take what was %s', async (_what, found, taken) => {
	const { client } = clientWith([{ data: [found] }]);
	expect(await find(client, SENT_AT, taken)).toBeUndefined();
});

test('does not decide about what has only the key in common', async () => {
	const { client } = clientWith([{ data: [row({ daily_budget: '2000' })] }]);
	expect(await find(client, SENT_AT, new Set())).toBe('unclear');
});

test('compares moments, lists and signs', async () => {
	const made = row({
		start_time: '2026-03-01T12:00:00+0100',
		special_ad_categories: ['CREDIT', 'HOUSING'],
		name: 'Spring - Copy',
	});
	const options = {
		path: '/act_1/campaigns',
		key: { id: '7' },
		contents: {
			start_time: '2026-03-01T11:00:00+0000',
			special_ad_categories: ['HOUSING', 'CREDIT'],
		},
		toReply: (id: string) => ({ id }),
	};
	const look = async (suffix: string) =>
		await findByContents({
			...options,
			sign: { field: 'name', test: (name) => String(name).endsWith(suffix) },
		})(clientWith([{ data: [made] }]).client, SENT_AT, new Set());
	expect(await look(' - Copy')).toEqual({ id: '7' });
	expect(await look(' - Other')).toBe('unclear');
});

test("goes by the server's clock", async () => {
	const behind = new Date(SERVER_NOW - 3_600_000).toUTCString();
	const { client } = clientWith(
		[{ data: [row({ created_time: '2026-03-01T10:59:55+0000' })] }],
		behind,
	);
	expect(await find(client, SENT_AT, new Set())).toMatchObject({ id: '7' });
});

test('looks through further pages, but not without end', async () => {
	const more = { data: [], paging: { next: 'https://example', cursors: { after: 'A' } } };
	const { client, requests } = clientWith([more, { data: [row()] }]);
	expect(await find(client, SENT_AT, new Set())).toMatchObject({ id: '7' });
	expect(requests[1].parameters).toMatchObject({ after: 'A' });

	const endless = clientWith(Array.from({ length: 50 }, () => more));
	expect(await find(endless.client, SENT_AT, new Set())).toBeUndefined();
	expect(endless.requests).toHaveLength(10);
});
