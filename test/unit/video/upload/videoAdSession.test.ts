import { uploadVideoAd } from '../../../../nodes/MetaVideoUpload/upload/videoAdSession';
import { MetaVideos } from './support/meta';
import { refusal, sha256 } from './support/wire';
import { bytesOf, newTrace, run, TOKEN } from './support/run';

const FILM = bytesOf(400_000);

let meta: MetaVideos;

beforeEach(async () => {
	meta = new MetaVideos();
	await meta.open();
});

afterEach(async () => await meta.close());

const upload = async (resume?: { videoId: string }, trace = newTrace()) =>
	await run(
		meta,
		FILM,
		async (context, file) => await uploadVideoAd(context, '1', { file }, { resume }),
		{ trace },
	);
const fetchUrl = async () =>
	await run(
		meta,
		FILM,
		async (context) =>
			await uploadVideoAd(context, '1', { fileUrl: 'https://cdn.example.com/a.mp4' }, {}),
	);

const sends = () => meta.log().filter((line) => line.startsWith('POST /video-ads-upload'));

test('one request carries all bytes, with the token in the form that is asked for', async () => {
	const { result, trace } = await upload();

	expect(result).toEqual({ videoId: '5' });
	expect(meta.sha256).toBe(sha256(FILM));
	expect(meta.log()).toEqual([
		'POST start',
		'POST /video-ads-upload/v24.0/5 0 400000',
		'GET /v24.0/5',
		'POST finish',
	]);
	expect(meta.seen[1].headers).toMatchObject({
		authorization: `OAuth ${TOKEN}`,
		offset: '0',
		file_size: '400000',
	});
	expect(meta.seen[3].fields).toEqual({ upload_phase: 'finish', video_id: '5' });
	expect(trace).toMatchObject({ session: 'videoAd', state: 'finished', offset: 400_000 });
});

test.each(['bytes_transfered', 'bytes_transferred'] as const)(
	'what was cut off goes on from %s',
	async (spelling) => {
		meta.spelling = spelling;
		meta.faults = [{ cutAfter: 123_457 }, { cutAfter: 50_000 }];
		const { result, trace } = await upload();

		expect(result).toEqual({ videoId: '5' });
		expect(meta.sha256).toBe(sha256(FILM));
		expect(sends().map((line) => line.split(' ')[2])).toEqual(['0', '123457', '173457']);
		expect(trace.resumes).toBe(2);
	},
);

test('where the status tells no number the upload begins again', async () => {
	meta.statuses = [{ video_status: 'processing', uploading_phase: { status: 'in_progress' } }];
	meta.faults = [{ cutAfter: 100_000 }];
	const { result } = await upload();
	expect(result).toEqual({ videoId: '5' });
	expect(sends()[1]).toBe('POST /video-ads-upload/v24.0/5 0 400000');
	expect(meta.sha256).toBe(sha256(FILM));
});

test('an answer that got lost after all bytes came needs no second upload', async () => {
	meta.faults = ['lostReply'];
	const { result } = await upload();
	expect(result).toEqual({ videoId: '5' });
	expect(sends()).toHaveLength(1);
	expect(meta.isFinished).toBe(true);
});

test('bytes that are missing although Meta took them all are sent', async () => {
	meta.faults = [{ keep: 300_000 }];
	const { result } = await upload();
	expect(result).toEqual({ videoId: '5' });
	expect(sends()).toEqual([
		'POST /video-ads-upload/v24.0/5 0 400000',
		'POST /video-ads-upload/v24.0/5 300000 100000',
	]);
	expect(meta.sha256).toBe(sha256(FILM));
});

test('five tries without a new byte end it; Resume Upload goes on by the video alone', async () => {
	meta.faults = [
		{ cutAfter: 100_000 },
		...Array.from({ length: 5 }, () => ({ reply: { statusCode: 503, body: '' } })),
	];
	const { details, trace } = await upload();
	expect(sends()).toHaveLength(6);
	expect(details?.progress).toEqual({
		session: 'videoAd',
		video_id: '5',
		offset: 100_000,
		size: 400_000,
	});

	meta.seen.length = 0;
	const again = await upload({ videoId: '5' }, newTrace({ offset: trace.offset }));
	expect(again.result).toEqual({ videoId: '5' });
	expect(meta.log()).toEqual([
		'GET /v24.0/5',
		'POST /video-ads-upload/v24.0/5 100000 300000',
		'GET /v24.0/5',
		'POST finish',
	]);
	expect(meta.sha256).toBe(sha256(FILM));
});

test('an address that is not of Meta gets nothing', async () => {
	const stranger = new MetaVideos();
	await stranger.open();
	meta.uploadUrl = `${stranger.baseUrl}/video-ads-upload/v24.0/5`;
	const { details } = await upload();
	await stranger.close();
	expect(details?.message).toContain('is not an address of Meta');
	expect(stranger.seen).toEqual([]);
	expect(meta.log()).toEqual(['POST start']);
});

test.each([
	[{ video_status: 'expired' }, /session of video 5 has expired/],
	[
		{
			video_status: 'error',
			uploading_phase: { status: 'error', errors: [{ message: 'The file is broken.' }] },
		},
		/could not take in video 5: The file is broken\./,
	],
])('a session that is over is not resumed (%#)', async (status, message) => {
	meta.statuses = [status];
	const { details, trace } = await upload({ videoId: '5' });
	expect(details?.message).toMatch(message);
	expect(details?.advice).not.toContain('Resume');
	expect(trace.state).toBe('over');
	expect(sends()).toEqual([]);
});

test('the session of a longer file is not gone on with', async () => {
	meta.hold(bytesOf(500_000), 600_000);
	const { details } = await upload({ videoId: '5' });
	expect(details?.message).toBe(
		'The upload session is at byte 500000, but the file has only 400000 bytes',
	);
	expect(sends()).toEqual([]);
});

test('Meta fetches a file from an address', async () => {
	meta.faults = ['lostReply'];
	const { result, trace } = await fetchUrl();
	expect(result).toEqual({ videoId: '5' });
	const asked = meta.seen.filter(({ headers }) => headers.file_url !== undefined);
	expect(asked.map(({ headers, bytes }) => [headers.file_url, bytes])).toEqual([
		['https://cdn.example.com/a.mp4', 0],
		['https://cdn.example.com/a.mp4', 0],
	]);
	expect(asked[0].headers.offset).toBeUndefined();
	expect(meta.isFinished).toBe(true);
	expect(trace).toMatchObject({ state: 'finished', resumes: 1 });
});

test('an address that Meta cannot fetch is told', async () => {
	meta.faults = [{ reply: refusal(389) }];
	const { details } = await fetchUrl();
	expect(details?.code).toBe(389);
	expect(meta.isFinished).toBe(false);
});

test('bytes that all came are not taken for a publication', async () => {
	meta.finishes = [{ reply: { statusCode: 500, body: '' } }, 'lost'];
	const { result } = await upload();
	expect(result).toEqual({ videoId: '5' });
	expect(meta.log().filter((line) => line === 'POST finish')).toHaveLength(2);
	expect(meta.isFinished).toBe(true);
});
