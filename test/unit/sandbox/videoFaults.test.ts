import type { FaultSpec } from '../../sandbox';
import { Bench, errorOf } from './support';
import { fileOf, postBytes, postForm, sha256, until } from './videoSupport';

let bench: Bench;
beforeAll(
	async () =>
		(bench = await Bench.open({
			limits: { tier: 'standard_access' },
			videos: { pieceBytes: 400_000 },
		})),
);
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

const LIBRARY = 'act_1001/advideos';
const bytes = fileOf(1_000_000);
const fault = (...specs: FaultSpec[]) => bench.sandbox.faults.add(...specs);

async function startPieces() {
	const form = { upload_phase: 'start', file_size: bytes.length };
	const { upload_session_id: session, video_id: id } = await bench.post(LIBRARY, form);
	return { session: String(session), id: String(id) };
}

const piece = async (session: string, from: number, to: number) =>
	await postForm(
		bench,
		LIBRARY,
		{ upload_phase: 'transfer', upload_session_id: session, start_offset: String(from) },
		{ video_file_chunk: { bytes: bytes.subarray(from, to) } },
	);

async function startVideoAd() {
	const body = await bench.post('act_1001/video_ads', { upload_phase: 'start' });
	return { url: String(body.upload_url), id: String(body.video_id) };
}

const send = async (url: string, from = 0) =>
	await postBytes(url, bytes.subarray(from), {
		offset: String(from),
		file_size: String(bytes.length),
	});

const arrived = (id: string) => bench.sandbox.videos.arrived(id)?.size;

describe('a connection that is cut', () => {
	it('leaves exactly the bytes that rupload got', async () => {
		fault({ fault: 'cut', afterBytes: 123_457, match: { pathPattern: '^/video-ads-upload/' } });
		const { url, id } = await startVideoAd();
		await expect(send(url)).rejects.toThrow();
		expect(arrived(id)).toBe(123_457);
		expect(bench.lastRequest).toMatchObject({ fault: 'cut', status: 0, bodyBytes: 123_457 });
		expect((await send(url, 123_457)).body).toEqual({ success: true });
		expect(bench.sandbox.videos.arrived(id)?.sha256).toBe(sha256(bytes));
	});

	it('comes in the middle of the body unless told otherwise', async () => {
		fault({ fault: 'cut', match: { pathPattern: '^/video-ads-upload/' } });
		const { url, id } = await startVideoAd();
		await expect(send(url)).rejects.toThrow();
		expect(arrived(id)).toBe(500_000);
	});

	it('comes before the first byte', async () => {
		fault({ fault: 'cut', afterBytes: 0, match: { pathPattern: '^/video-ads-upload/' } });
		const { url, id } = await startVideoAd();
		await expect(send(url)).rejects.toThrow();
		expect(arrived(id)).toBe(0);
	});

	it('leaves nothing of a piece and nothing of a whole video', async () => {
		const { session, id } = await startPieces();
		fault({ fault: 'cut', times: 2 });
		await expect(piece(session, 0, 400_000)).rejects.toThrow();
		await expect(postForm(bench, LIBRARY, {}, { source: { bytes } })).rejects.toThrow();
		expect([arrived(id), bench.sandbox.videos.files]).toEqual([0, []]);
		expect((await piece(session, 0, 400_000)).status).toBe(200);
	});
});

describe('a reply that is lost', () => {
	it('leaves the piece stored, so that sending it again names the next', async () => {
		const { session } = await startPieces();
		fault({ fault: 'lostReply', match: { method: 'POST', pathPattern: '/advideos$' } });
		await expect(piece(session, 0, 400_000)).rejects.toThrow();
		expect(errorOf((await piece(session, 0, 400_000)).body)).toMatchObject({
			error_subcode: 1363037,
			error_data: { start_offset: '400000', end_offset: '800000' },
		});
	});

	it('leaves the video in the library', async () => {
		fault({ fault: 'lostReply' });
		await expect(postForm(bench, LIBRARY, {}, { source: { bytes } })).rejects.toThrow();
		expect(bench.sandbox.videos.files).toMatchObject([{ sha256: sha256(bytes) }]);
	});
});

describe('a refusal', () => {
	it.each<[FaultSpec, number, JsonLike]>([
		[{ fault: 'error', code: 6000, subcode: 1363030 }, 400, { error_subcode: 1363030 }],
		[
			{
				fault: 'error',
				code: 6000,
				subcode: 1363037,
				errorData: { start_offset: '7', end_offset: '9' },
			},
			400,
			{ error_data: { start_offset: '7', end_offset: '9' } },
		],
		[{ fault: 'error', code: 80004, subcode: 2446079 }, 400, { code: 80004 }],
		[{ fault: 'status', status: 503 }, 503, { code: 2 }],
	])('%j is answered once the body has come, which is dropped', async (spec, status, error) => {
		const { session, id } = await startPieces();
		const ad = await startVideoAd();
		fault({ ...spec, times: 2, skip: 1 });
		expect((await piece(session, 0, 400_000)).status).toBe(200);
		const refused = [await piece(session, 400_000, 800_000), await send(ad.url)];
		for (const reply of refused) {
			expect([reply.status, errorOf(reply.body)]).toMatchObject([status, error]);
		}
		expect([arrived(id), arrived(ad.id)]).toEqual([400_000, 0]);
		expect((await piece(session, 400_000, 800_000)).status).toBe(200);
	});

	it('by the quota leaves the bytes that rupload got', async () => {
		const { url, id } = await startVideoAd();
		bench.sandbox.configure({ limits: { callsPerHour: 1 } });
		await bench.get('act_1001');
		expect(errorOf((await send(url)).body).code).toBe(80004);
		expect(arrived(id)).toBe(1_000_000);
	});
});

type JsonLike = Record<string, unknown>;

describe('a request without an answer', () => {
	it.each([
		[false, 0],
		[true, 1_000_000],
	])('with executed %s leaves %s bytes', async (executed, size) => {
		const { url, id } = await startVideoAd();
		fault({ fault: 'timeout', executed });
		const giveUp = new AbortController();
		const lost = fetch(url, {
			method: 'POST',
			headers: { authorization: 'OAuth test-token', offset: '0', file_size: '1000000' },
			body: new Uint8Array(bytes),
			signal: giveUp.signal,
		});
		await until(() => bench.lastRequest.fault === 'timeout' && arrived(id) === size);
		giveUp.abort();
		await expect(lost).rejects.toThrow();
		expect(arrived(id)).toBe(size);
	});
});

it('is slow before it reads', async () => {
	const { url } = await startVideoAd();
	fault({ fault: 'delay', delayMs: 60 });
	const start = performance.now();
	expect((await send(url)).status).toBe(200);
	expect(performance.now() - start).toBeGreaterThan(50);
});

it('can be queued over HTTP', async () => {
	const json = { fault: 'cut', afterBytes: 10, errorData: { start_offset: '1' } };
	await bench.ask('__sandbox/faults', { json, token: null });
	expect((await bench.ask('__sandbox/faults', { token: null })).body.waiting).toEqual([json]);
});
