import { errorOf, openBench, pagingOf, rowsOf } from './support';
import type { JsonObject } from '../../sandbox/json';

const bench = openBench();

const follow = async (url: string): Promise<JsonObject> =>
	(await (await fetch(url)).json()) as JsonObject;

/** Reads all pages by their `next` links. */
async function readAll(first: JsonObject): Promise<JsonObject[][]> {
	const pages = [rowsOf(first)];
	for (let page = first; pagingOf(page).next; pages.push(rowsOf(page))) {
		page = await follow(pagingOf(page).next ?? '');
	}
	return pages;
}

describe('cursors', () => {
	it('give 25 rows by default and links with everything in them', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 60);
		const first = await bench.get('act_1001/campaigns', { fields: 'id' });
		const { next, cursors } = pagingOf(first);
		const url = new URL(next ?? '');
		expect(url.origin + url.pathname).toBe(`${bench.sandbox.url}/v24.0/act_1001/campaigns`);
		expect(Object.fromEntries(url.searchParams)).toEqual({
			access_token: 'test-token',
			fields: 'id',
			limit: '25',
			after: cursors?.after,
		});
		const pages = await readAll(first);
		expect(pages.map((page) => page.length)).toEqual([25, 25, 10]);
		expect(pages.flat().map(({ id }) => id)).toEqual(ids);
	});

	it('go back as they go on', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 5);
		const list = async (query: Record<string, string>) =>
			await bench.get('act_1001/campaigns', { limit: 2, ...query });
		const second = await list({ after: pagingOf(await list({})).cursors?.after ?? '' });
		const { previous } = second.paging as { previous: string };
		const first = await follow(previous);
		expect(rowsOf(first).map(({ id }) => id)).toEqual(ids.slice(0, 2));
		expect(first.paging).not.toHaveProperty('previous');
		expect(first.paging).toHaveProperty('next');
	});

	it('stay right when rows come and go in between', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 4);
		const first = await bench.get('act_1001/campaigns', { limit: 2 });
		await bench.remove(ids[1]);
		const [added] = bench.sandbox.seed.campaigns('1001', 1);
		const pages = await readAll(first);
		expect(pages.flat().map(({ id }) => id)).toEqual([...ids, added]);
	});

	it('have no next when the rows end with the page', async () => {
		bench.sandbox.seed.campaigns('1001', 2);
		const page = await bench.get('act_1001/campaigns', { limit: 2 });
		expect(pagingOf(page).next).toBeUndefined();
		expect(pagingOf(page).cursors).toBeDefined();
	});

	it('are refused when they are wrong or of another edge', async () => {
		bench.sandbox.seed.campaigns('1001', 2);
		const wrong = await bench.get('act_1001/campaigns', { after: 'abc' });
		expect(errorOf(wrong).code).toBe(2642);
		const { cursors } = pagingOf(await bench.get('me/adaccounts', { limit: 1 }));
		const other = await bench.get('act_1001/campaigns', { after: cursors?.after ?? '' });
		expect(errorOf(other).code).toBe(2642);
	});

	it('pages may be empty or short and still have a next', async () => {
		const ids = bench.sandbox.seed.campaigns('1001', 6);
		const pathPattern = '/campaigns$';
		bench.sandbox.faults.add(
			{ fault: 'emptyPage', match: { pathPattern }, skip: 1, times: 2 },
			{ fault: 'shortPage', match: { pathPattern } },
		);
		const pages = await readAll(await bench.get('act_1001/campaigns', { limit: 4 }));
		expect(pages.map((page) => page.length)).toEqual([2, 0, 0, 4]);
		expect(pages.flat().map(({ id }) => id)).toEqual(ids);
	});

	it('caps the limit, refuses too much data and too far a cursor', async () => {
		bench.sandbox.seed.campaigns('1001', 30);
		const limit = async (rows: unknown) =>
			await bench.ask('v24.0/act_1001/campaigns', { query: { limit: String(rows) } });
		expect(rowsOf((await limit(9999)).body)).toHaveLength(30);
		expect(errorOf((await limit(0)).body).code).toBe(100);
		expect(errorOf((await limit('many')).body).code).toBe(100);
		bench.sandbox.configure({ maxPageRows: 10, maxCursorRows: 15 });
		const tooMuch = await limit(11);
		expect(tooMuch.status).toBe(500);
		expect(errorOf(tooMuch.body)).toMatchObject({
			code: 1,
			message: "Please reduce the amount of data you're asking for, then retry your request",
		});
		const first = (await limit(10)).body;
		const third = await follow(pagingOf(await follow(pagingOf(first).next ?? '')).next ?? '');
		expect(errorOf(third).message).toMatch(/^\(#100\) The After Cursor specified exceeds/);
	});
});

describe('other kinds of paging', () => {
	it('goes back in time by until, without losing rows of the same second', async () => {
		bench.sandbox.seed.activities('1001', 7, (n) => ({
			event_time: 1_700_000_000 + Math.floor(n / 3) * 60,
		}));
		const first = await bench.get('act_1001/activities', {
			limit: 2,
			fields: 'object_id,event_time',
		});
		const next = new URL(pagingOf(first).next ?? '');
		expect(next.searchParams.get('until')).toBe('1700000120');
		const pages = await readAll(first);
		expect(pages.flat().map(({ object_id }) => object_id)).toEqual([
			'7',
			'6',
			'5',
			'4',
			'3',
			'2',
			'1',
		]);
		expect(pages[0][0]).toEqual({ object_id: '7', event_time: '2023-11-14T22:15:20+0000' });
	});

	it('keeps to since and until', async () => {
		bench.sandbox.seed.activities('1001', 10, (n) => ({ event_time: 1000 + n }));
		const pages = await readAll(
			await bench.get('act_1001/activities', { limit: 2, since: 1004, until: 1008 }),
		);
		expect(pages.flat().map(({ object_id }) => object_id)).toEqual(['8', '7', '6', '5', '4']);
	});

	it('counts by offset', async () => {
		bench.sandbox.seed.users('1001', 5);
		const first = await bench.get('act_1001/users', { limit: 4, fields: 'name' });
		expect(new URL(pagingOf(first).next ?? '').searchParams.get('offset')).toBe('4');
		const pages = await readAll(first);
		expect(pages.map((page) => page.length)).toEqual([4, 2]);
		expect(first.paging).not.toHaveProperty('cursors');
		const { previous } = (await follow(pagingOf(first).next ?? '')).paging as { previous: string };
		expect(rowsOf(await follow(previous))).toEqual(rowsOf(first));
	});

	it('takes only the parameters of its own kind', async () => {
		const wrong = await bench.get('act_1001/users', { after: 'x' });
		expect(errorOf(wrong).message).toMatch(/after is unknown/);
	});
});

it('lists 50,000 campaigns in pages of 500', async () => {
	bench.sandbox.configure({ limits: { callsPerHour: 1000 } });
	bench.sandbox.seed.campaigns('1001', 50_000);
	let count = 0;
	let query: Record<string, string> = {};
	for (;;) {
		const page = await bench.get('act_1001/campaigns', {
			fields: 'name,status',
			limit: 500,
			...query,
		});
		count += rowsOf(page).length;
		const { next, cursors } = pagingOf(page);
		if (!next) break;
		query = { after: cursors?.after ?? '' };
	}
	expect(count).toBe(50_000);
});
