import type { JsonObject } from 'n8n-workflow';

import type { FindWritten } from '../../../nodes/shared/graph/types';
import { findByContents } from '../../../nodes/shared/operation/findWritten';

const SERVER_NOW = Date.parse('2026-03-01T12:00:00Z');
const SENT_AT = SERVER_NOW - 10_000;

/** What a finder makes of one page of its list. */
function look(
	{ findIn }: FindWritten,
	rows: JsonObject[],
	taken: ReadonlySet<string> = new Set(),
	date = new Date(SERVER_NOW).toUTCString(),
) {
	return findIn({ body: { data: rows }, headers: { date }, statusCode: 200 }, SENT_AT, taken);
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

test('finds what was made since the first attempt with the same contents', () => {
	const other = row({ id: '6', name: 'Other' });
	expect(look(find, [other, row()])).toEqual({ id: '7', success: true });
	expect(find.list).toEqual({
		method: 'GET',
		path: '/act_1/campaigns',
		parameters: { filtering: [], fields: 'id,created_time,name,daily_budget', limit: 500 },
		useCase: 'ads_management',
	});
});

test.each([
	[SERVER_NOW / 1000 - 5, { id: '7' }],
	[SERVER_NOW / 1000 - 20, undefined],
])('audiences tell when they were made in Unix seconds: %d', (created, found) => {
	const findAudience = findByContents({
		path: '/act_1/customaudiences',
		createdField: 'time_created',
		key: { name: 'Spring' },
		contents: {},
		toReply: (id) => ({ id }),
	});
	expect(look(findAudience, [{ id: '7', name: 'Spring', time_created: created }])).toEqual(found);
	expect(findAudience.list.parameters).toMatchObject({ fields: 'id,time_created,name' });
});

test.each([
	['made before', row({ created_time: '2026-03-01T11:59:40+0000' }), new Set<string>()],
	['made by another request of the run', row(), new Set(['7'])],
	['with another name', row({ name: 'Spring 2' }), new Set<string>()],
	['without a time', row({ created_time: 'soon' }), new Set<string>()],
])('does not take what was %s', (_what, found, taken) => {
	expect(look(find, [found], taken)).toBeUndefined();
});

test('does not decide about what has only the key in common', () => {
	expect(look(find, [row({ daily_budget: '2000' })])).toBe('unclear');
});

test('compares moments, lists and signs', () => {
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
	const withSign = (suffix: string) =>
		findByContents({
			...options,
			sign: { field: 'name', test: (name) => String(name).endsWith(suffix) },
		});
	expect(look(withSign(' - Copy'), [made])).toEqual({ id: '7' });
	expect(look(withSign(' - Other'), [made])).toBe('unclear');
});

test("goes by the server's clock", () => {
	const behind = new Date(SERVER_NOW - 3_600_000).toUTCString();
	const made = row({ created_time: '2026-03-01T10:59:55+0000' });
	expect(look(find, [made], new Set(), behind)).toMatchObject({ id: '7' });
});
