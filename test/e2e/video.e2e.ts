import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import omit from 'lodash/omit';
import type { INodeExecutionData } from 'n8n-workflow';

import { madeBytes, type FaultSpec } from '../sandbox';
import type { Check } from './checks';
import { canWatchMemory, watchMemory, type MemoryWatch } from './memory';
import { say } from './shell';
import type { Stage } from './stage';
import { SECRETS, workflowFile } from './stage';

/** Where `npm run sandbox` answers; in the workflow files it stands for the sandbox of the run. */
const SANDBOX_IN_FILES = 'http://127.0.0.1:4010';
const AD_ACCOUNT = 'act_1002';
const FILM = { name: 'film.mp4', size: 300_000_000 };
const CLIP = { name: 'clip.mp4', size: 20_000_000 };
const SHORT = { name: 'short.mp4', size: 20_000_000 };
const MAX_GROWTH_MB = 100;
const MB = 1e6;

type File = typeof FILM;
type Workflow = ReturnType<typeof workflowFile>;

/** Videos in a real n8n: files that n8n has loaded go to the sandbox over connections that break. */
export function videoChecks({ n8n, sandbox }: Stage): Check[] {
	let downloadPeakMb: number | undefined;
	let broken: Record<string, unknown> = {};

	const load = (name: string): Workflow => {
		const text = JSON.stringify(workflowFile(name));
		return JSON.parse(text.split(SANDBOX_IN_FILES).join(sandbox.url)) as Workflow;
	};
	const execute = async (id: string) => {
		let memory: MemoryWatch | undefined;
		const onStart = (pid: number) => (memory = watchMemory(pid));
		const execution = await n8n.executeWorkflow(id, { onStart }).finally(() => memory?.stop());
		const record = JSON.stringify(execution);
		for (const secret of SECRETS) assert.ok(!record.includes(secret), `it shows ${secret}`);
		assert.equal(execution.status, 'success', JSON.stringify(execution.error));
		return { ...execution, peakMb: memory?.peakMb };
	};
	const cutLibrary = (...skips: number[]) => {
		const match: FaultSpec['match'] = { method: 'POST', pathPattern: `/${AD_ACCOUNT}/advideos$` };
		sandbox.faults.add(...skips.map((skip) => ({ fault: 'cut' as const, match, skip })));
	};
	/** Bytes that the uploads since then brought to the sandbox. */
	const bytesSince = (first: number) =>
		sandbox.requests.slice(first).reduce((sum, { bodyBytes = 0 }) => sum + bodyBytes, 0);
	const checkVideo = ({ json }: INodeExecutionData, { name, size }: File) => {
		const file = sandbox.videos.files.find(({ id }) => id === json.id);
		assert.deepEqual(file, { id: json.id, size, sha256: sha256Of(name, size) });
		const { video_status: status } = json.status as { video_status?: string };
		assert.equal(status, 'ready');
		assert.equal(typeof json.length, 'number');
		assert.equal(typeof json.picture, 'string');
		assert.ok(Array.isArray(json.thumbnails) && json.thumbnails.length > 0);
	};

	return [
		{
			name: 'n8n imports the workflows with videos',
			run: async () => {
				const pieces = load('video-pieces');
				const others = ['video-session', 'video-broken'].map(load);
				await n8n.importWorkflows([withoutLast(pieces, 'video-download'), pieces, ...others]);
			},
		},
		{
			name: `n8n loads a file of ${FILM.size / MB} MB`,
			run: async () => {
				const { outputs, peakMb } = await execute('video-download');
				assert.equal(outputs.Download[0][0].binary?.data.mimeType, 'video/mp4');
				downloadPeakMb = peakMb;
			},
		},
		{
			name: 'it is uploaded in pieces over two broken connections, and little memory is needed',
			run: async () => {
				cutLibrary(20, 50);
				const first = sandbox.requests.length;
				const { outputs, hints, peakMb } = await execute('video-pieces');
				const [[item]] = outputs.Upload;
				checkVideo(item, FILM);
				assert.equal(item.json.upload_method, 'pieces');
				const cuts = sandbox.requests.slice(first).filter(({ fault }) => fault === 'cut');
				assert.equal(cuts.length, 2);
				assert.match(JSON.stringify(hints.Upload), /went on 2 times/);
				assert.ok(bytesSince(first) < FILM.size * 1.1, `${bytesSince(first)} bytes were sent`);
				if (!canWatchMemory()) return say('SKIPPED the memory of n8n: it cannot be seen here');
				assert.ok(peakMb !== undefined && downloadPeakMb !== undefined);
				const growth = Math.round(peakMb - downloadPeakMb);
				say(
					`n8n's peak memory: ${Math.round(downloadPeakMb)} MB to load the file, ` +
						`${Math.round(peakMb)} MB to load and upload it (${growth} MB more)`,
				);
				assert.ok(growth < MAX_GROWTH_MB, `memory grew by ${growth} MB`);
			},
		},
		{
			name: 'a video ads session, signed in with OAuth2, goes on where it was cut',
			run: async () => {
				const match = { pathPattern: '^/video-ads-upload/' };
				sandbox.faults.add({ fault: 'cut', match, afterBytes: CLIP.size / 2 });
				const first = sandbox.requests.length;
				const { outputs } = await execute('video-session');
				const [[item]] = outputs.Upload;
				checkVideo(item, CLIP);
				assert.equal(item.json.upload_method, 'videoAd');
				const sent = sandbox.requests
					.slice(first)
					.filter(({ path }) => path.startsWith('/video-ads-upload/'));
				assert.equal(sent.length, 2);
				assert.equal(sent[1].headers.offset, String(CLIP.size / 2));
				assert.equal(sent[1].bodyBytes, CLIP.size / 2);
			},
		},
		{
			name: 'an upload that Meta ends tells how to go on',
			run: async () => {
				const match = { method: 'POST', pathPattern: `/${AD_ACCOUNT}/advideos$` };
				// The start and two pieces go well.
				sandbox.faults.add({ fault: 'error', match, skip: 3, code: 200, message: 'No access' });
				const { outputs } = await execute('video-broken');
				const [[{ json }]] = outputs.Upload;
				assert.match(String(json.message), /Resume Upload goes on from there/);
				const { upload } = json.details as { upload: Record<string, unknown> };
				assert.equal(upload.session, 'pieces');
				assert.equal(upload.size, SHORT.size);
				assert.ok(Number(upload.offset) > 0);
				broken = upload;
			},
		},
		{
			name: 'Resume Upload in a second execution sends only what is missing',
			run: async () => {
				const workflow = load('video-resume');
				const values = workflow.nodes.find(({ name }) => name === 'Broken Upload');
				assert.ok(values);
				values.parameters.jsonOutput = JSON.stringify(broken);
				const first = sandbox.requests.length;
				await n8n.importWorkflows([workflow]);
				const { outputs } = await execute(workflow.id);
				const [[item]] = outputs.Resume;
				checkVideo(item, SHORT);
				assert.equal(item.json.id, broken.video_id);
				const missing = SHORT.size - Number(broken.offset);
				const sent = bytesSince(first);
				assert.ok(sent >= missing && sent < missing * 1.1, `${sent} bytes for ${missing}`);
			},
		},
	];
}

/** The same workflow without the node it ends with. */
function withoutLast({ nodes, connections, ...workflow }: Workflow, id: string): Workflow {
	const kept = nodes.slice(0, -1);
	return {
		...workflow,
		id,
		nodes: kept,
		connections: omit(connections, kept[kept.length - 1].name),
	};
}

/** Of a file that the sandbox makes. */
function sha256Of(name: string, size: number): string {
	const hash = createHash('sha256');
	for (const chunk of madeBytes(name, 0, size)) hash.update(chunk);
	return hash.digest('hex');
}
