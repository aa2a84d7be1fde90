import type { IDataObject } from 'n8n-workflow';

import { forgetClaimedIds } from '../../../../nodes/shared/graph/lostWrites';
import { forgetUsage } from '../../../../nodes/shared/graph/usage';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { mp4 } from '../../../support/mp4';
import { sandboxTime } from '../../../workflows/support/bench';
import { byId, binary, hintsOf, itemsOf, runNode, sha256, withFiles } from './support';

jest.mock('../../../../nodes/shared/graph/clock', () =>
	jest.requireActual('../../../workflows/support/virtualClock'),
);

const PIECE_BYTES = 5_000;
const FILM = mp4({ width: 1280, height: 720, paddingBytes: 20_000 });
const ACCOUNT = { ad_account: byId('1001') };
const POSTS = { method: 'POST', pathPattern: '/advideos$' };
const CUT_POSTS = { fault: 'cut' as const, match: POSTS };
const FILE = { ...ACCOUNT, source: 'file', input_field: 'data' };

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({
		...sandboxTime(),
		limits: { tier: 'standard_access' },
	});
});
afterAll(async () => await sandbox.close());
beforeEach(() => {
	sandbox.reset();
	forgetClaimedIds();
	forgetUsage();
	sandbox.configure({ videos: { pieceBytes: PIECE_BYTES, processingMs: 20 } });
});

const calls = () => sandbox.requests.map(({ method, path }) => `${method} ${path}`);

async function upload(parameters: IDataObject = {}, files = [FILM], more = {}) {
	return await runNode(
		sandbox,
		'adVideo.upload',
		{ ...FILE, ...parameters },
		withFiles(...files),
		more,
	);
}

describe('a file arrives byte for byte and is waited for', () => {
	test.each([
		['automatic', 'single'],
		['single', 'single'],
		['pieces', 'pieces'],
		['videoAd', 'videoAd'],
	])('by the method %s', async (method, told) => {
		const [item, ...others] = itemsOf(await upload({ upload_method: method }));
		expect(others).toEqual([]);
		expect(sandbox.videos.files).toEqual([
			{ id: item.id, size: FILM.length, sha256: sha256(FILM) },
		]);
		expect(item).toMatchObject({
			id: item.video_id,
			upload_method: told,
			bytes: FILM.length,
			status: { video_status: 'ready' },
			length: expect.any(Number) as number,
			picture: expect.any(String) as string,
			preferred_thumbnail: { id: expect.any(String) as string },
		});
		expect(item.thumbnails).not.toHaveLength(0);
		expect(item).not.toHaveProperty('warnings');
		expect('upload_session_id' in item).toBe(told === 'pieces');
	});
});

test('an Instagram video comes through its code', async () => {
	const parameters = {
		...ACCOUNT,
		source: 'instagram',
		source_instagram_media_id: byId('17900000000000001'),
		partnership_ad_ad_code: '123456789',
		additionalFields: { is_partnership_ad: true },
	};
	const [item] = itemsOf(await runNode(sandbox, 'adVideo.upload', parameters));
	expect(item).toMatchObject({ upload_method: 'single', status: { video_status: 'ready' } });
	expect(item).not.toHaveProperty('bytes');
});

describe('several items', () => {
	test('keep their order and tell once, for all, what was sent', async () => {
		const files = [30_000, 1_100, 8_000].map((paddingBytes) => mp4({ paddingBytes }));
		const run = await upload({ upload_method: 'pieces', wait_until_ready: false }, files);
		expect(itemsOf(run).map(({ bytes }) => bytes)).toEqual(files.map(({ length }) => length));
		expect(run.outputs.Node[0].map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		const [hint, ...others] = hintsOf(run);
		expect(others).toEqual([]);
		expect(hint).toMatch(/^Sent \d+\.\d kB of 3 files in \d+(\.\d)? s\.$/);
	});

	test('do not stop each other, and one that failed keeps its file', async () => {
		const items = withFiles(FILM, FILM, FILM);
		items[1] = { json: {}, binary: { other: binary(FILM) } };
		const run = await runNode(sandbox, 'adVideo.upload', FILE, items, {
			onError: 'continueRegularOutput',
		});
		const [first, second, third] = itemsOf(run);
		expect([first, third]).toMatchObject([{ bytes: FILM.length }, { bytes: FILM.length }]);
		expect(second.error).toContain('no file in the binary field "data"');
		expect(run.outputs.Node[0][1].binary).toEqual({ other: binary(FILM) });
		expect(sandbox.videos.files).toHaveLength(2);
	});
});

describe('an upload that breaks off', () => {
	/** The start and the first piece go well. */
	const CUTS = { ...CUT_POSTS, skip: 2, times: 0 };

	test('says how far it came, and that goes into Resume Upload', async () => {
		sandbox.faults.add(CUTS);
		const broken = await upload({ upload_method: 'pieces', wait_until_ready: false }, [FILM], {
			onError: 'continueErrorOutput',
		});
		const [item] = itemsOf(broken, 1);
		expect(item.message).toContain(`${PIECE_BYTES} of ${FILM.length} bytes have arrived`);
		expect(item.message).toContain('Resume Upload');
		expect(item.details).toMatchObject({
			upload: {
				session: 'pieces',
				upload_session_id: expect.any(String) as string,
				video_id: expect.any(String) as string,
				offset: PIECE_BYTES,
				size: FILM.length,
			},
		});

		sandbox.faults.clear();
		const fed = (name: string) => `={{ $json.details.upload.${name} }}`;
		const resumed = await runNode(
			sandbox,
			'adVideo.resume',
			{
				...ACCOUNT,
				session: fed('session'),
				upload_session_id: fed('upload_session_id'),
				video_id: byId(fed('video_id')),
				input_field: 'data',
				additionalFields: { title: 'Spring', offset: fed('offset') },
			},
			broken.outputs.Node[1],
		);
		const [video] = itemsOf(resumed);
		const { upload: told } = item.details as { upload: IDataObject };
		expect(video).toMatchObject({ id: told.video_id, status: { video_status: 'ready' } });
		expect(sandbox.videos.files).toEqual([
			{ id: video.id, size: FILM.length, sha256: sha256(FILM) },
		]);
		expect(sandbox.store.get(String(video.id))?.values.title).toBe('Spring');
	});

	test('goes on by itself when it is only for a while', async () => {
		sandbox.faults.add({ ...CUTS, times: 1 });
		const run = await upload({ upload_method: 'pieces', wait_until_ready: false });
		expect(itemsOf(run)).toHaveLength(1);
		expect(sandbox.videos.files).toMatchObject([{ sha256: sha256(FILM) }]);
		expect(hintsOf(run).join(' ')).toContain('Sending broke off and went on once. Last: At 5000');
	});

	test('that was made but cannot be processed names its video', async () => {
		sandbox.videos.outcomes({ outcome: 'error', message: 'No video track' });
		const run = await upload({}, [FILM], { onError: 'continueErrorOutput' });
		const [item] = itemsOf(run, 1);
		expect(item.error).toContain('No video track');
		const { id } = sandbox.videos.files[0];
		expect(item.details).toMatchObject({ upload: { video_id: id } });
	});
});

test('a lost answer makes no second video when the title tells which it is', async () => {
	sandbox.faults.add({ fault: 'lostReply', match: POSTS });
	const run = await upload({ wait_until_ready: false, additionalFields: { title: 'Only one' } });
	expect(itemsOf(run)[0].id).toBe(sandbox.videos.files[0].id);
	expect(sandbox.videos.files).toHaveLength(1);
});

test('a lost answer without a title is told as unknown, and not repeated', async () => {
	sandbox.faults.add({ fault: 'lostReply', match: POSTS });
	const run = await upload({ wait_until_ready: false });
	expect(run.error?.message).toContain('not known whether this request had an effect');
	expect(sandbox.videos.files).toHaveLength(1);
});

describe('specifications', () => {
	const SMALL = mp4({ width: 640, height: 360, paddingBytes: 5_000 });

	test('warn in the item and beside it, and the video is sent', async () => {
		const run = await upload({ wait_until_ready: false }, [SMALL]);
		const [item] = itemsOf(run);
		expect(item.warnings).toEqual([
			expect.stringMatching(/^Video Ad: .*640.*1200/),
			expect.stringMatching(/^Video Ad: .*640x360.*1280x720/),
		]);
		expect(hintsOf(run)).toHaveLength(2);
		expect(hintsOf(run)[1]).toMatch(/^Not as Meta specifies: Item 0: Video Ad: .*640/);
	});

	test('stop what Meta cannot use, before anything is sent', async () => {
		const run = await upload({ additionalFields: { specifications: 'stop' } }, [SMALL]);
		expect(run.error?.message).toBe('"film.mp4" does not fit Meta\'s specifications');
		expect(run.error?.description).toMatch(/Nothing was sent.*640/);
		expect(sandbox.requests).toEqual([]);
	});

	test('do not stop for a recommendation', async () => {
		const silent = mp4({ width: 1280, height: 720, paddingBytes: 5_000, frameRate: 15 });
		const [item] = itemsOf(
			await upload({ wait_until_ready: false, additionalFields: { specifications: 'stop' } }, [
				silent,
			]),
		);
		expect(item.warnings).toHaveLength(1);
	});

	test('are those of the chosen purposes', async () => {
		const wide = mp4({ width: 1280, height: 720, durationS: 120, paddingBytes: 5_000 });
		const [item] = itemsOf(
			await upload(
				{ wait_until_ready: false, additionalFields: { specifications_for: ['reels'] } },
				[wide],
			),
		);
		expect((item.warnings as string[]).every((text) => text.startsWith('Reels: '))).toBe(true);
		expect(item.warnings).toHaveLength(2);
	});

	test('can be let alone', async () => {
		const run = await upload(
			{ wait_until_ready: false, additionalFields: { specifications: 'off' } },
			[SMALL],
		);
		expect(itemsOf(run)[0]).not.toHaveProperty('warnings');
	});
});

describe('the form is checked before anything is sent', () => {
	test.each([
		[
			{ source: 'url', file_url: 'https://example.com/a.mp4', upload_method: 'pieces' },
			/^Upload Method cannot be In Pieces for a URL/,
		],
		[{ source: 'url', file_url: 'ftp://example.com/a.mp4' }, /^File URL must be an http or https/],
		[{ source: 'url', file_url: '={{ "" }}' }, /^File URL is required/],
		[
			{ upload_method: 'videoAd', additionalFields: { title: 'Spring' } },
			/^Title cannot be sent in a Video Ads Session/,
		],
		[
			{ wait_until_ready: false, additionalFields: { thumbnail_number: 1 } },
			/^Thumbnail Number needs Wait Until Ready/,
		],
		[
			{ additionalFields: { thumbnail_number: 1, thumbnail_field: 'cover' } },
			/^Thumbnail Number cannot be combined/,
		],
		[{ additionalFields: { title: 'x'.repeat(255) } }, /^Title must have at most 254 characters/],
		[
			{ source: 'instagram', source_instagram_media_id: byId('={{ "" }}') },
			/^Instagram Media is required/,
		],
		[{ additionalFields: { thumbnail_field: 'cover' } }, /no file in the binary field "cover"/],
	])('%j', async (parameters, issue) => {
		const run = await upload(parameters);
		expect(run.error?.message).toMatch(issue);
		expect(sandbox.requests).toEqual([]);
	});
});

test('a canceled session is over', async () => {
	const session = 'pieces';
	sandbox.faults.add({ ...CUT_POSTS, skip: 2, times: 0 });
	const broken = await upload({ upload_method: session }, [FILM], {
		onError: 'continueErrorOutput',
	});
	sandbox.faults.clear();
	const { upload: told } = itemsOf(broken, 1)[0].details as { upload: IDataObject };
	const parameters = { ...ACCOUNT, upload_session_id: told.upload_session_id };
	const [item] = itemsOf(await runNode(sandbox, 'adVideo.cancel', parameters));
	expect(item).toEqual({ upload_session_id: told.upload_session_id, success: true });
	expect(calls().slice(-1)).toEqual(['POST /act_1001/advideos']);
	expect(sandbox.videos.files).toEqual([]);
});
