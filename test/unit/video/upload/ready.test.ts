import { waitUntilReady } from '../../../../nodes/MetaVideoUpload/upload/ready';
import { MetaVideos } from './support/meta';
import { bytesOf, run, type RunOptions } from './support/run';
import { JumpClock } from '../../insights/report/support/make';

let meta: MetaVideos;

beforeEach(async () => {
	meta = new MetaVideos();
	await meta.open();
});

afterEach(async () => await meta.close());

const wait = async (timeout = 600_000, options: RunOptions = {}) =>
	await run(
		meta,
		bytesOf(1),
		async (context) => await waitUntilReady(context, '5', { timeout, quotaOf: '1' }),
		options,
	);

const PROCESSING = {
	video_status: 'processing',
	uploading_phase: { status: 'complete', bytes_transfered: 5 },
	processing_phase: { status: 'in_progress' },
	publishing_phase: { status: 'not_started' },
};
const READY = { video_status: 'ready', processing_phase: { status: 'complete' } };

test('waits longer and longer, then reads what the video came to', async () => {
	meta.statuses = [...Array.from({ length: 8 }, () => PROCESSING), READY];
	meta.details = {
		length: 12.5,
		picture: 'https://example.com/p.jpg',
		thumbnails: {
			data: [
				{ id: '1', uri: 'https://example.com/1.jpg', width: 100, height: 100 },
				{ id: '2', uri: 'https://example.com/2.jpg', width: 50, height: 50, is_preferred: true },
				{ id: '3', uri: 'https://example.com/3.jpg', width: 900, height: 900 },
			],
			paging: {},
		},
	};
	const { result, clock } = await wait();

	expect(clock.sleeps).toEqual([2_000, 3_000, 4_500, 6_750, 10_125, 15_000, 15_000, 15_000]);
	expect(result).toEqual({
		id: '5',
		length: 12.5,
		picture: 'https://example.com/p.jpg',
		status: READY,
		thumbnails: ['1', '2', '3'].map((id) => expect.objectContaining({ id }) as unknown),
		preferred_thumbnail: expect.objectContaining({ id: '2' }) as unknown,
	});
	expect(meta.seen[0].query).toEqual({ fields: 'status' });
	expect(meta.seen[9].query.fields).toBe(
		'status,length,picture,thumbnails{id,uri,width,height,is_preferred}',
	);
});

test('without a preferred picture the largest is it; a video may have none', async () => {
	meta.statuses = [READY];
	meta.details = {
		thumbnails: {
			data: [
				{ id: '1', width: 1, height: 1 },
				{ id: '3', width: 9, height: 9 },
			],
		},
	};
	expect((await wait()).result?.preferred_thumbnail?.id).toBe('3');
	meta.details = {};
	expect((await wait()).result).toEqual({ id: '5', status: READY, thumbnails: [] });
});

test.each([
	[
		{
			video_status: 'error',
			processing_phase: {
				status: 'error',
				errors: [{ code: 1363008, message: 'The format is not known.' }],
			},
		},
		'Meta could not process video 5: The format is not known.',
	],
	[
		{ video_status: 'processing', publishing_phase: { status: 'error' } },
		'Meta could not publish video 5',
	],
	[{ video_status: 'error' }, 'Meta could not use video 5'],
	[{ video_status: 'expired' }, 'The upload session of video 5 has expired'],
])('a video that will never be ready is told (%#)', async (status, message) => {
	meta.statuses = [PROCESSING, status];
	const { error } = await wait();
	expect(error?.message).toBe(message);
	expect(meta.seen).toHaveLength(2);
});

test('a status that nobody knows is waited out, up to the time that is allowed', async () => {
	meta.statuses = [{ ...PROCESSING, video_status: 'upload_complete' }];
	const { error, clock } = await wait(10_000);
	expect(clock.sleeps).toEqual([2_000, 3_000, 4_500, 500]);
	expect(error?.message).toBe(
		'Video 5 was not ready after 10 seconds: its status is "upload_complete", the processing phase is "in_progress"',
	);
	expect((error as { details?: { advice: string } }).details?.advice).toContain(
		'Wait Until Ready with the video ID 5 waits on later',
	);
});

test('ends at once when the execution is cancelled', async () => {
	meta.statuses = [PROCESSING];
	const stop = new AbortController();
	const clock = new JumpClock();
	clock.onSleep = () => stop.abort();
	const { error } = await wait(600_000, { signal: stop.signal, clock });
	expect(error?.message).toBe('The execution was cancelled');
	expect(meta.seen).toHaveLength(1);
});
