import { GraphError, type GraphRequest } from '../../../nodes/shared/graph/types';
import {
	fakeMeta,
	graphFault,
	script,
	TOKEN,
	type Answer,
	type FakeReply,
} from './support/fakeMeta';

const CSV = Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x2c, 0xff, 0x0a]);

const download: GraphRequest = {
	method: 'GET',
	path: '/ads/ads_insights/export_report',
	parameters: { report_run_id: '5', format: 'csv' },
	host: 'www',
};

async function ask(answer: Answer, baseUrl?: string) {
	const credentials = { accessToken: TOKEN, ...(baseUrl ? { graphBaseUrl: baseUrl } : {}) };
	const meta = await fakeMeta(answer, { credentials });
	const reply = meta.run(meta.client.request(download));
	return { ...meta, reply };
}

const file: FakeReply = { headers: { 'Content-Type': 'text/csv' }, body: CSV };

test('a file comes byte by byte, from the site beside the Graph API and without a version', async () => {
	const { reply, seen } = await ask(script(file));
	const { file: bytes, body, headers } = await reply;

	expect(bytes).toEqual(CSV);
	expect(body).toEqual({});
	expect(headers['content-type']).toBe('text/csv');
	expect(seen.map(({ url }) => url)).toEqual([
		'https://www.facebook.com/ads/ads_insights/export_report',
	]);
	expect(seen[0].query).toEqual({ report_run_id: '5', format: 'csv' });
	expect(JSON.stringify(seen[0].options)).not.toContain(TOKEN);
});

test('a stand-in for Meta serves both from one address', async () => {
	const { reply, seen } = await ask(script(file), 'http://127.0.0.1:9000');
	await reply;
	expect(seen[0].url).toBe('http://127.0.0.1:9000/ads/ads_insights/export_report');
});

test.each<[string, FakeReply]>([
	['a page', { headers: { 'Content-Type': 'text/html; charset=utf-8' }, body: '<html>' }],
	['a redirect', { statusCode: 302, headers: { Location: '/login' }, body: '' }],
	['JSON that is no error', { headers: { 'Content-Type': 'application/json' }, body: {} }],
])('%s is no file', async (_what, answer) => {
	const { reply, seen } = await ask(script(answer));
	const error: unknown = await reply.catch((cause: unknown) => cause);
	expect(error).toBeInstanceOf(GraphError);
	expect((error as GraphError).details).toMatchObject({
		class: 'permission',
		message: 'Facebook answered with a page instead of the file',
	});
	expect(seen).toHaveLength(1);
});

test('an error that Meta words is told as such', async () => {
	const { reply } = await ask(script(graphFault(190)));
	await expect(reply).rejects.toMatchObject({ details: { class: 'token', code: 190 } });
});

test('a fault is tried again', async () => {
	const { reply, seen } = await ask(script({ statusCode: 500, body: '' }, file));
	expect((await reply).file).toEqual(CSV);
	expect(seen).toHaveLength(2);
});

test('several files are not put into a batch', async () => {
	const { client, seen, run } = await fakeMeta(script(file));
	const outcomes = await run(client.requestMany([download, download], 50));
	expect(outcomes.every((outcome) => 'reply' in outcome)).toBe(true);
	expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
		'GET https://www.facebook.com/ads/ads_insights/export_report',
		'GET https://www.facebook.com/ads/ads_insights/export_report',
	]);
});

test('answers of the Graph API itself stay texts', async () => {
	const { client, seen, run } = await fakeMeta(script({ body: { id: '5' } }));
	const reply = await run(client.request({ method: 'GET', path: '/5' }));
	expect(reply).toMatchObject({ body: { id: '5' } });
	expect(reply.file).toBeUndefined();
	expect(seen[0].options.encoding).toBe('text');
});
