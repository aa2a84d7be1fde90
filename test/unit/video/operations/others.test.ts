import type { IDataObject } from 'n8n-workflow';

import { forgetClaimedIds } from '../../../../nodes/shared/graph/lostWrites';
import { forgetUsage } from '../../../../nodes/shared/graph/usage';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { mp4 } from '../../../support/mp4';
import { sandboxTime } from '../../../workflows/support/bench';
import { readGoldens } from '../../../tools/golden';
import { byId, binary, itemsOf, runNode, sha256, withFiles } from './support';

jest.mock('../../../../nodes/shared/graph/clock', () =>
	jest.requireActual('../../../workflows/support/virtualClock'),
);

const FILM = mp4({ paddingBytes: 20_000 });
const PICTURE = Buffer.alloc(3_000, 'picture');

let sandbox: Sandbox;
let page: string;

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
	sandbox.configure({ videos: { pieceBytes: 5_000, processingMs: 20 } });
	page = sandbox.store.ofType('page')[0].id;
});

const bodies = (path: RegExp) =>
	sandbox.requests.filter((request) => path.test(request.path)).map(({ body }) => body);

describe('a strict server takes everything that', () => {
	const everyParameter = (name: string): IDataObject => {
		const golden = readGoldens().find(({ file }) => file === `metaVideoUpload/${name}.json`);
		const { additionalParameters: _unknown, ...given } = golden?.parameters
			.additionalFields as IDataObject;
		return given;
	};
	const items = [
		{ json: {}, binary: { data: binary(FILM), cover: binary(PICTURE, 'c.png', 'image/png') } },
	];

	test.each(['single', 'pieces'])('a video can be given, by the method %s', async (method) => {
		const parameters = {
			ad_account: byId('1001'),
			source: 'file',
			input_field: 'data',
			upload_method: method,
			additionalFields: everyParameter('adVideo.upload.everyParameter'),
		};
		const [item] = itemsOf(await runNode(sandbox, 'adVideo.upload', parameters, items));
		expect(sandbox.store.get(String(item.id))?.values).toMatchObject({
			title: 'Spring',
			description: 'All of spring 🌸',
		});
	});

	test('a video of a Page can be given', async () => {
		const parameters = {
			page_id: byId(page),
			source: 'file',
			input_field: 'data',
			additionalFields: {
				...everyParameter('pageVideo.publish.everyParameter'),
				sponsor_id: byId(page),
			},
		};
		const [item] = itemsOf(await runNode(sandbox, 'pageVideo.publish', parameters, items));
		expect(item).toMatchObject({ upload_method: 'pieces', status: { video_status: 'ready' } });
		expect(sandbox.videos.files[0].sha256).toBe(sha256(FILM));
	});
});

describe('a file', () => {
	const FILE = { input_field: 'data' };

	test("goes through the credential's app to a handle, and from there on a Page", async () => {
		const appId = sandbox.settings.app.id;
		const run = await runNode(sandbox, 'fileUpload.upload', FILE, withFiles(FILM), {
			credential: { appId },
		});
		const [file] = itemsOf(run);
		expect(file).toMatchObject({ file_type: 'video/mp4', bytes: FILM.length });
		const publish = {
			page_id: byId(page),
			source: 'handle',
			fbuploader_video_file_chunk: '={{ $json.h }}',
			additionalFields: { title: 'Spring' },
		};
		const [video] = itemsOf(await runNode(sandbox, 'pageVideo.publish', publish, [{ json: file }]));
		expect(video).toMatchObject({ upload_method: 'handle', status: { video_status: 'ready' } });
		const listed = await runNode(sandbox, 'pageVideo.getMany', { page_id: byId(page) });
		expect(itemsOf(listed)).toMatchObject([{ id: video.id, title: 'Spring' }]);
	});

	test('needs an app', async () => {
		const run = await runNode(sandbox, 'fileUpload.upload', FILE, withFiles(FILM));
		expect(run.error?.message).toMatch(/^App ID is required/);
		expect(sandbox.requests).toEqual([]);
	});

	test('of a kind that Meta does not take is told before it is sent', async () => {
		const items = [{ json: {}, binary: { data: binary(FILM, 'film.mov', 'video/quicktime') } }];
		const parameters = { ...FILE, app_id: byId('6001') };
		const run = await runNode(sandbox, 'fileUpload.upload', parameters, items);
		expect(run.error?.message).toBe('Meta takes no files of type "video/quicktime" here');
		expect(run.error?.description).toContain('video/mp4');
		expect(sandbox.requests).toEqual([]);
	});

	test('that breaks off can be looked at and gone on with', async () => {
		const parameters = { ...FILE, app_id: byId(sandbox.settings.app.id) };
		sandbox.faults.add({
			fault: 'cut',
			match: { method: 'POST', pathPattern: '/upload:' },
			times: 0,
		});
		const broken = await runNode(sandbox, 'fileUpload.upload', parameters, withFiles(FILM), {
			onError: 'continueErrorOutput',
		});
		sandbox.faults.clear();
		const fed = { upload_session_id: '={{ $json.details.upload.upload_session_id }}' };
		const items = broken.outputs.Node[1];
		const [status] = itemsOf(await runNode(sandbox, 'fileUpload.getStatus', fed, items));
		const { upload: told } = items[0].json.details as { upload: IDataObject };
		expect(status.file_offset).toBe(String(told.offset));
		const resumed = await runNode(sandbox, 'fileUpload.resume', { ...fed, ...FILE }, items);
		expect(itemsOf(resumed)).toMatchObject([{ h: expect.any(String) as string }]);
		expect(sandbox.videos.files).toMatchObject([{ size: FILM.length, sha256: sha256(FILM) }]);
	});
});

describe('the thumbnail of a video', () => {
	const target = () => {
		const [id] = sandbox.seed.videos('1001', 1);
		return { ad_account: byId('1001'), video_id: byId(id) };
	};

	test('is a picture of one’s own', async () => {
		const parameters = { ...target(), thumbnail_from: 'file', thumbnail_field: 'data' };
		const items = [{ json: {}, binary: { data: binary(PICTURE, 'cover.png', 'image/png') } }];
		const [item] = itemsOf(await runNode(sandbox, 'adVideo.setThumbnail', parameters, items));
		expect(item).toMatchObject({ id: parameters.video_id.value, success: true });
		const [body] = bodies(/\/thumbnails$/);
		expect(body).toMatchObject({
			is_preferred: 'true',
			source: { fileName: 'cover.png', mimeType: 'image/png', sha256: sha256(PICTURE) },
		});
	});

	test('is one that Meta made, by number or ID', async () => {
		const upload = { ad_account: byId('1001'), source: 'file', input_field: 'data' };
		const made = await runNode(sandbox, 'adVideo.upload', upload, withFiles(FILM));
		const video = { ad_account: byId('1001'), video_id: byId(String(itemsOf(made)[0].id)) };
		const ready = await runNode(sandbox, 'adVideo.waitUntilReady', video);
		const thumbnails = itemsOf(ready)[0].thumbnails as Array<{ id: string }>;
		expect(thumbnails.length).toBeGreaterThan(1);
		const last = thumbnails[thumbnails.length - 1].id;
		const byNumber = { ...video, thumbnail_from: 'number', thumbnail_number: thumbnails.length };
		const [numbered] = itemsOf(await runNode(sandbox, 'adVideo.setThumbnail', byNumber));
		expect(numbered.thumbnail_id).toBe(last);
		const byItsId = { ...video, thumbnail_from: 'id', thumbnail_id: byId(thumbnails[0].id) };
		itemsOf(await runNode(sandbox, 'adVideo.setThumbnail', byItsId));
		const [after] = itemsOf(await runNode(sandbox, 'adVideo.waitUntilReady', video));
		expect(after.preferred_thumbnail).toMatchObject({ id: thumbnails[0].id });
	});

	test('cannot have a number beyond those that there are', async () => {
		const parameters = { ...target(), thumbnail_from: 'number', thumbnail_number: 99 };
		const run = await runNode(sandbox, 'adVideo.setThumbnail', parameters);
		expect(run.error?.message).toMatch(/has no thumbnail 99: Meta made \d+$/);
	});
});

test('videos of a Page are read with its token, or with the user’s own', async () => {
	sandbox.seed.videos(page, 1);
	const as = async (act_as_page: boolean) => {
		const run = await runNode(sandbox, 'pageVideo.getMany', { page_id: byId(page), act_as_page });
		return [itemsOf(run).length, sandbox.requests.splice(0).map(({ path }) => path)];
	};
	expect(await as(true)).toEqual([1, [`/${page}`, `/${page}/videos`]]);
	expect((await as(false))[1]).toEqual([`/${page}/videos`]);
});

test('videos of a person are listed', async () => {
	sandbox.seed.videos(sandbox.store.ofType('user')[0].id, 2);
	expect(itemsOf(await runNode(sandbox, 'userVideo.getMany', {}))).toHaveLength(2);
	const run = await runNode(sandbox, 'userVideo.getMany', { user_id: 'you' });
	expect(run.error?.message).toMatch(/^User ID must be me or digits/);
});

test('a video is removed', async () => {
	const [id] = sandbox.seed.videos('1001', 1);
	const parameters = { ad_account: byId('1001'), video_id: byId(id) };
	expect(itemsOf(await runNode(sandbox, 'adVideo.delete', parameters))).toEqual([
		{ id, deleted: true },
	]);
	expect(itemsOf(await runNode(sandbox, 'adVideo.getMany', parameters))).toEqual([]);
});
