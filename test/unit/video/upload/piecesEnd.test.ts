import type { PieceSession } from '../../../../nodes/MetaVideoUpload/upload/types';
import { JumpClock } from '../../insights/report/support/make';
import { MetaVideos } from './support/meta';
import { transfersTo, uploadPieces } from './support/pieces';
import { graphError, refusal, sha256, type Fault } from './support/wire';
import { bytesOf, newTrace } from './support/run';

const FILM = bytesOf(300_000);

type Rest = Parameters<typeof uploadPieces> extends [MetaVideos, ...infer Others] ? Others : never;

let meta: MetaVideos;

beforeEach(async () => {
	meta = new MetaVideos();
	await meta.open();
});

afterEach(async () => await meta.close());

const upload = async (...rest: Rest) => await uploadPieces(meta, ...rest);
const transfers = () => transfersTo(meta);
const faulty = (...faults: Fault[]) => (meta.faults = faults);

test('five tries without a new byte end it, with what is needed to resume', async () => {
	faulty('none', ...Array.from({ length: 5 }, () => ({ cutAfter: 1 })));
	const { details, trace, clock } = await upload(FILM);

	expect(transfers()).toHaveLength(6);
	expect(clock.sleeps.slice(-4)).toEqual([1_000, 2_000, 4_000, 8_000]);
	expect(details?.progress).toEqual({
		session: 'pieces',
		upload_session_id: '70',
		video_id: '5',
		offset: 65_536,
		size: 300_000,
	});
	expect(details?.advice).toContain(
		'65536 of 300000 bytes have arrived (upload session 70, video 5). Resume Upload goes on from there.',
	);
	expect(trace.state).toBe('open');

	const resume: PieceSession = { uploadSessionId: '70', videoId: '5' };
	const again = await upload(FILM, { resume }, { trace: newTrace({ offset: 65_536 }) });
	expect(again.result).toEqual({ videoId: '5', uploadSessionId: '70' });
	expect(meta.sha256).toBe(sha256(FILM));
	expect(meta.isFinished).toBe(true);
});

test('new bytes reset the count of tries', async () => {
	const pair: Fault[] = [{ cutAfter: 1 }, { cutAfter: 1 }, { cutAfter: 1 }, 'none'];
	faulty(...pair, ...pair, ...pair);
	const { result, trace } = await upload(FILM);
	expect(result?.videoId).toBe('5');
	expect(trace.resumes).toBe(9);
	expect(meta.sha256).toBe(sha256(FILM));
});

test.each([
	['nowhere', 0, 'POST transfer 0 300000'],
	['a wrong place', 200_000, 'POST transfer 200000 100000'],
	['the end', 300_000, 'POST transfer 299999 1'],
])('an upload resumed from %s finds to what Meta wants', async (_name, offset, first) => {
	meta.hold(FILM.subarray(0, 100_000), FILM.length);
	const resume: PieceSession = { uploadSessionId: '70', videoId: '5' };
	const { result } = await upload(FILM, { resume }, { trace: newTrace({ offset }) });

	expect(result).toEqual({ videoId: '5', uploadSessionId: '70' });
	expect(transfers()[0]).toBe(first);
	expect(meta.sha256).toBe(sha256(FILM));
});

test('a resumed upload of which all has arrived is only finished', async () => {
	meta.hold(FILM, FILM.length);
	const resume: PieceSession = { uploadSessionId: '70', videoId: '5' };
	const { result } = await upload(FILM, { resume }, { trace: newTrace({ offset: 300_000 }) });
	expect(result?.videoId).toBe('5');
	expect(meta.log()).toEqual(['POST transfer 299999 1', 'POST finish']);
	expect(meta.sha256).toBe(sha256(FILM));
});

test.each([
	['code 100', refusal(100)],
	['code 6000 alone', refusal(6000)],
	[
		'an expired session',
		{ statusCode: 400, body: graphError(368_000, 'The upload session has expired') },
	],
])('a session that is gone (%s) has to be started anew', async (_name, reply) => {
	faulty('none', { reply });
	const { details, trace } = await upload(FILM);

	expect(transfers()).toHaveLength(2);
	expect(details?.advice).toContain('start the upload anew');
	expect(details?.advice).not.toContain('Resume');
	expect(trace.state).toBe('over');
});

test('what Meta refuses for another reason is not sent again', async () => {
	faulty('none', { reply: refusal(200) });
	const { details } = await upload(FILM);
	expect(details).toMatchObject({ class: 'permission', code: 200 });
	expect(transfers()).toHaveLength(2);
	expect(details?.progress).toMatchObject({ offset: 65_536 });
});

describe('offsets that make no sense', () => {
	const next = (start: unknown, end: unknown): Fault => ({
		reply: { body: { start_offset: start, end_offset: end } },
	});

	test.each<[string, Fault, RegExp]>([
		['beyond the file', next('300001', '300002'), /the file has only 300000 bytes/],
		['an end beyond the file', next('65536', '400000'), /the file has only 300000 bytes/],
		['the end before the start', next('65536', '60000'), /asks for bytes 65536 to 60000/],
		['nothing although something is missing', next('65536', '65536'), /asks for bytes 65536/],
		['no numbers', next('a', 'b'), /does not say which bytes/],
		['negative', next('-1', '5'), /does not say which bytes/],
		['none', { reply: { body: { success: true } } }, /does not say which bytes/],
	])('%s', async (_name, fault, message) => {
		faulty(fault);
		const { details } = await upload(FILM);
		expect(details?.message).toMatch(message);
		expect(transfers()).toHaveLength(1);
		expect(meta.isFinished).toBe(false);
	});

	test('the same for ever', async () => {
		faulty(...Array.from({ length: 50 }, () => next('0', '65536')));
		const { details } = await upload(FILM);
		expect(details?.message).toBe('Meta keeps asking for byte 0');
		expect(transfers()).toHaveLength(5);
	});

	test('backwards for ever', async () => {
		const back: Fault[] = ['none', { backTo: 0 }];
		faulty(...Array.from({ length: 50 }, () => back).flat());
		const { details } = await upload(FILM);
		expect(details?.subcode).toBe(1363037);
		expect(transfers().length).toBeLessThan(12);
	});
});

describe('the end of the session', () => {
	test('an answer that got lost is found in the status of the video', async () => {
		meta.finishes = ['lost'];
		const { result } = await upload(FILM);
		expect(result?.videoId).toBe('5');
		expect(meta.log().slice(-2)).toEqual(['POST finish', 'GET /v24.0/5']);
	});

	test('is sent again when nothing came of it', async () => {
		meta.finishes = [{ reply: { statusCode: 500, body: '' } }];
		const { result } = await upload(FILM);
		expect(result?.videoId).toBe('5');
		expect(meta.log().slice(-3)).toEqual(['POST finish', 'GET /v24.0/5', 'POST finish']);
	});

	test('refused the second time it was done the first time', async () => {
		meta.statuses = [{ video_status: 'processing', uploading_phase: { status: 'complete' } }];
		meta.finishes = ['lost', { reply: refusal(100) }];
		const { result } = await upload(FILM);
		expect(result?.videoId).toBe('5');
		expect(meta.log().filter((line) => line === 'POST finish')).toHaveLength(2);
	});

	test('refused for its settings it leaves a session that can be resumed', async () => {
		meta.finishes = [{ reply: refusal(100) }];
		const { details, trace } = await upload(FILM);
		expect(details?.code).toBe(100);
		expect(details?.advice).toContain('Resume Upload goes on from there.');
		expect(trace).toMatchObject({ state: 'open', offset: 300_000 });
	});
});

test('a wait ends at once when the execution is cancelled', async () => {
	const stop = new AbortController();
	faulty('none', { cutAfter: 1 }, { cutAfter: 1 });
	const clock = new JumpClock();
	clock.onSleep = () => stop.abort();
	const { details } = await upload(FILM, {}, { signal: stop.signal, clock });
	expect(details?.class).toBe('cancelled');
	expect(details?.progress).toMatchObject({ offset: 65_536 });
	expect(transfers()).toHaveLength(2);
});
