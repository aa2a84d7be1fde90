import * as fc from 'fast-check';

import type { GraphRequest } from '../../../nodes/shared/graph/types';
import { fakeMeta, graphFault, networkError, script, type Answer } from './support/fakeMeta';

const list: GraphRequest = {
	method: 'GET',
	path: '/act_1/campaigns',
	parameters: { fields: 'id' },
};

/** An edge with so many rows, paged by cursor; `most` rows per page before it is too much. */
function edge(total: number, { most = Infinity, seenLimits = [] as number[] } = {}): Answer {
	return ({ query }) => {
		const limit = Number(query.limit);
		seenLimits.push(limit);
		if (limit > most) {
			return graphFault(1, { message: 'Please reduce the amount of data you ask for' }, 500);
		}
		const start = Number(query.after ?? 0);
		const end = Math.min(total, start + limit);
		const data = Array.from({ length: end - start }, (_unused, index) => ({ id: start + index }));
		const next = end < total ? { next: 'https://elsewhere.test/x?access_token=nobody' } : {};
		return { body: { data, paging: { cursors: { after: String(end) }, ...next } } };
	};
}

async function readAll(answer: Answer, pageSize: number, limit?: number) {
	const meta = await fakeMeta(answer, { latency: 0 });
	const rows: unknown[] = [];
	const work = (async () => {
		for await (const page of meta.client.pages(list, { pageSize, limit })) rows.push(...page.rows);
	})();
	const error = await meta.run(
		work.then(
			() => undefined,
			(cause: unknown) => cause,
		),
	);
	return { ...meta, rows, error };
}

test('an object in place of a list is one row', async () => {
	const { rows } = await readAll(() => ({ body: { data: { countries: { US: {} } } } }), 10);
	expect(rows).toEqual([{ countries: { US: {} } }]);
});

test('follows cursors with its own requests, never the link', async () => {
	const { rows, seen } = await readAll(edge(7), 3);
	expect(rows).toHaveLength(7);
	expect(seen.map(({ query }) => query)).toEqual([
		{ fields: 'id', limit: '3' },
		{ fields: 'id', limit: '3', after: '3' },
		{ fields: 'id', limit: '3', after: '6' },
	]);
	expect(new Set(seen.map(({ url }) => url))).toEqual(
		new Set(['https://graph.facebook.com/v24.0/act_1/campaigns']),
	);
});

test('gives every row once and in order, whatever the sizes', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 0, max: 60 }),
			fc.integer({ min: 1, max: 25 }),
			fc.integer({ min: 1, max: 25 }),
			fc.option(fc.integer({ min: 1, max: 80 }), { nil: undefined }),
			async (total, pageSize, most, limit) => {
				const { rows, error } = await readAll(edge(total, { most }), pageSize, limit);
				expect(error).toBeUndefined();
				const expected = Math.min(total, limit ?? total);
				expect(rows).toEqual(Array.from({ length: expected }, (_unused, id) => ({ id })));
			},
		),
		{ numRuns: 60 },
	);
});

test('an empty page is not the end while there is a next', async () => {
	const next = 'https://graph.facebook.com/x';
	const { rows } = await readAll(
		script(
			{ body: { data: [], paging: { cursors: { after: 'a' }, next } } },
			{ body: { data: [{ id: 1 }], paging: { cursors: { after: 'b' } } } },
		),
		10,
	);
	expect(rows).toEqual([{ id: 1 }]);
});

test('a limit asks for no more than it needs', async () => {
	const seenLimits: number[] = [];
	const { rows } = await readAll(edge(100, { seenLimits }), 10, 25);
	expect(rows).toHaveLength(25);
	expect(seenLimits).toEqual([10, 10, 5]);
});

test('a limit of 0 reads nothing', async () => {
	const { rows, seen } = await readAll(edge(5), 10, 0);
	expect(rows).toEqual([]);
	expect(seen).toEqual([]);
});

test('time paging takes the times of the link', async () => {
	const next =
		'https://elsewhere.test/feed?access_token=secret&limit=25&until=1364587774&__paging_token=t&evil=1';
	const { seen } = await readAll(
		script({ body: { data: [{ id: 1 }], paging: { next } } }, { body: { data: [] } }),
		25,
	);
	expect(seen[1].query).toEqual({
		fields: 'id',
		limit: '25',
		until: '1364587774',
		__paging_token: 't',
	});
});

test('offset paging takes the offset of the link', async () => {
	const next = 'https://graph.facebook.com/x?offset=25&limit=25';
	const { seen } = await readAll(
		script({ body: { data: [{ id: 1 }], paging: { next } } }, { body: { data: [] } }),
		25,
	);
	expect(seen[1].query).toMatchObject({ offset: '25' });
});

test('a page size that is too much is halved, and grows back after three good pages', async () => {
	const seenLimits: number[] = [];
	const answer = edge(100, { most: 12, seenLimits });
	const { rows } = await readAll(answer, 20);
	expect(rows).toHaveLength(100);
	expect(seenLimits.slice(0, 7)).toEqual([20, 10, 10, 10, 20, 10, 10]);
});

test('one row that is too much is an error', async () => {
	const { rows, error, seen } = await readAll(edge(10, { most: 0 }), 8);
	expect(rows).toEqual([]);
	expect(error).toMatchObject({ details: { class: 'tooMuchData' } });
	expect(seen.map(({ query }) => query.limit)).toEqual(['8', '4', '2', '1']);
});

test('a cursor that comes again ends with an error', async () => {
	const next = 'https://graph.facebook.com/x';
	const page = { body: { data: [{ id: 1 }], paging: { cursors: { after: 'same' }, next } } };
	const { rows, error } = await readAll(script(page), 1);
	expect(rows).toHaveLength(2);
	expect(error).toMatchObject({ details: { class: 'unknown' } });
});

test('a link without a position ends with an error', async () => {
	const next = 'https://graph.facebook.com/x?limit=1';
	const { rows, error } = await readAll(
		script({ body: { data: [{ id: 1 }], paging: { next } } }),
		1,
	);
	expect(rows).toHaveLength(1);
	expect(error).toBeDefined();
});

test('the cursor limit keeps what was read and says what to do', async () => {
	const message =
		'(#100) The After Cursor specified exceeds the max limit supported by this endpoint';
	const next = 'https://graph.facebook.com/x';
	const { rows, error } = await readAll(
		script(
			{ body: { data: [{ id: 1 }], paging: { cursors: { after: 'a' }, next } } },
			graphFault(100, { message }),
		),
		1,
	);
	expect(rows).toEqual([{ id: 1 }]);
	expect(error).toMatchObject({
		details: { class: 'invalidParameter', advice: expect.stringMatching(/filter/) },
	});
});

test('a lost page is read again', async () => {
	let count = 0;
	const answer = edge(4);
	const { rows } = await readAll(
		(request) => (++count === 2 ? networkError('ECONNRESET') : answer(request)),
		2,
	);
	expect(rows).toHaveLength(4);
});

test('the summary comes along', async () => {
	const { client, run } = await fakeMeta(
		script({ body: { data: [], summary: { total_count: 3 } } }),
	);
	const pages = client.pages(list, { pageSize: 5 })[Symbol.asyncIterator]();
	expect((await run(pages.next())).value).toEqual({ rows: [], summary: { total_count: 3 } });
});
