import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { request } from 'undici';
import { madeBytes } from '../../sandbox';
import { HeldMemory } from '../../support/heldMemory';
import { openBench } from './support';

const MIB = 1024 * 1024;
const SIZE = 100 * MIB;
/** Client and server are in this process; neither may hold more than a fraction of the file. */
const MOST_MB = 60;

const bench = openBench();

/** The file, hashed while it is sent. */
class Sent {
	readonly hash = createHash('sha256');

	constructor(readonly memory: HeldMemory) {}

	async *bytes(before = '', after = ''): AsyncGenerator<Buffer> {
		if (before !== '') yield Buffer.from(before);
		for await (const chunk of this.memory.watch(madeBytes('memory', 0, SIZE))) {
			this.hash.update(chunk);
			yield chunk;
		}
		if (after !== '') yield Buffer.from(after);
	}
}

it('takes a form with a file of 100 MB in flat memory and hashes it right', async () => {
	const sent = new Sent(await HeldMemory.start());
	const head =
		'--b\r\nContent-Disposition: form-data; name="source"; filename="a.mp4"\r\n' +
		'Content-Type: video/mp4\r\n\r\n';
	const reply = await request(`${bench.sandbox.url}/v24.0/act_1001/advideos`, {
		method: 'POST',
		headers: {
			authorization: 'Bearer test-token',
			'content-type': 'multipart/form-data; boundary=b',
		},
		body: Readable.from(sent.bytes(head, '\r\n--b--\r\n')),
	});
	expect(await reply.body.json()).toHaveProperty('id');
	expect(bench.sandbox.videos.files).toMatchObject([
		{ size: SIZE, sha256: sent.hash.digest('hex') },
	]);

	expect(sent.memory.mostMb(4)).toBeLessThan(MOST_MB);
}, 60_000);

it('takes raw bytes of 100 MB in flat memory and hashes them right', async () => {
	const start = await bench.post('act_1001/video_ads', { upload_phase: 'start' });
	const sent = new Sent(await HeldMemory.start());
	const reply = await request(String(start.upload_url), {
		method: 'POST',
		headers: {
			authorization: 'OAuth test-token',
			offset: '0',
			file_size: String(SIZE),
			'content-length': String(SIZE),
		},
		body: Readable.from(sent.bytes()),
	});
	expect(await reply.body.json()).toEqual({ success: true });
	expect(bench.sandbox.videos.arrived(String(start.video_id))).toMatchObject({
		size: SIZE,
		sha256: sent.hash.digest('hex'),
	});

	expect(sent.memory.mostMb(4)).toBeLessThan(MOST_MB);
}, 60_000);
