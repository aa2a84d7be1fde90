import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { request } from 'undici';
import { madeBytes } from '../../sandbox';
import { Bench } from './support';

const MIB = 1024 * 1024;
const SIZE = 300 * MIB;
/** Client and server are in this process; neither may hold more than a fraction of the file. */
const MOST_BYTES = 80 * MIB;

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());

/** The file, noting how much memory is in use while it is sent. */
class Sent {
	readonly hash = createHash('sha256');
	peakBytes = 0;

	async *bytes(before = '', after = ''): AsyncGenerator<Buffer> {
		if (before !== '') yield Buffer.from(before);
		for (const chunk of madeBytes('memory', 0, SIZE)) {
			this.hash.update(chunk);
			const { arrayBuffers, heapUsed } = process.memoryUsage();
			this.peakBytes = Math.max(this.peakBytes, arrayBuffers + heapUsed);
			yield chunk;
		}
		if (after !== '') yield Buffer.from(after);
	}
}

function usedBytes(): number {
	const { arrayBuffers, heapUsed } = process.memoryUsage();
	return arrayBuffers + heapUsed;
}

it('takes a form with a file of 300 MB in flat memory and hashes it right', async () => {
	const before = usedBytes();
	const sent = new Sent();
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
	expect(sent.peakBytes - before).toBeLessThan(MOST_BYTES);
}, 60_000);

it('takes raw bytes of 300 MB in flat memory and hashes them right', async () => {
	const start = await bench.post('act_1001/video_ads', { upload_phase: 'start' });
	const before = usedBytes();
	const sent = new Sent();
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
	expect(sent.peakBytes - before).toBeLessThan(MOST_BYTES);
}, 60_000);
