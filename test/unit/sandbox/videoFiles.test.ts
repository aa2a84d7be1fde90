import { Bench, errorOf } from './support';
import { fileOf, postAndBreak, postBytes, sha256 } from './videoSupport';

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

const UPLOADS = '900000000000001/uploads';
const bytes = fileOf(100_000);
const FILE = { file_name: 'video.mp4', file_length: bytes.length, file_type: 'video/mp4' };

const start = async () => String((await bench.post(UPLOADS, FILE)).id);
const send = async (id: string, part: Buffer, offset: number) =>
	await postBytes(`${bench.sandbox.url}/v24.0/${id}`, part, { file_offset: String(offset) });
const offsetOf = async (id: string) =>
	(await bench.ask(`v24.0/${id}`, { headers: { authorization: 'OAuth test-token' } })).body;

it('gives a handle for a file', async () => {
	const id = await start();
	expect(id).toMatch(/^upload:[\w=]+\?sig=\w+$/);
	expect(await offsetOf(id)).toEqual({ id, file_offset: '0' });
	const { status, body } = await send(id, bytes, 0);
	expect([status, body]).toEqual([200, { h: expect.stringMatching(/^2:/) }]);
	expect(bench.sandbox.videos.files).toEqual([{ id, size: 100_000, sha256: sha256(bytes) }]);
});

it('takes the parameters of the start from the query too', async () => {
	const query = { ...FILE, file_type: 'application/pdf' };
	const { body } = await bench.ask(`v24.0/${UPLOADS}`, { method: 'POST', query });
	expect(body.id).toMatch(/^upload:/);
});

it('goes on from where the connection broke', async () => {
	const id = await start();
	const headers = {
		authorization: 'OAuth test-token',
		file_offset: '0',
		'content-length': String(bytes.length),
	};
	await postAndBreak(bench, `/v24.0/${id}`, headers, bytes.subarray(0, 40_000));
	const { file_offset: offset } = await offsetOf(id);
	expect(Number(offset)).toBeGreaterThan(0);
	expect(Number(offset)).toBeLessThanOrEqual(40_000);
	const { body } = await send(id, bytes.subarray(Number(offset)), Number(offset));
	expect(body).toHaveProperty('h');
	expect(bench.sandbox.videos.files).toMatchObject([{ sha256: sha256(bytes) }]);
});

it('gives the handle again for nothing more at the end', async () => {
	const id = await start();
	const { body } = await send(id, bytes, 0);
	expect((await send(id, Buffer.alloc(0), bytes.length)).body).toEqual(body);
	expect(bench.sandbox.videos.files).toHaveLength(1);
});

it('takes no other offset than the one it has, or 0', async () => {
	const id = await start();
	expect(errorOf((await send(id, bytes.subarray(0, 5), 0)).body).error_subcode).toBe(1363037);
	expect(errorOf((await send(id, bytes, 6)).body)).toMatchObject({
		error_subcode: 1363037,
		error_data: { start_offset: '5', end_offset: '100000' },
	});
	expect((await send(id, bytes, 0)).body).toHaveProperty('h');
	expect(bench.sandbox.videos.files).toMatchObject([{ sha256: sha256(bytes) }]);
});

it('refuses more bytes than the file was to have', async () => {
	const id = await start();
	const { body } = await send(id, Buffer.concat([bytes, bytes]), 0);
	expect(errorOf(body).code).toBe(100);
	expect(await offsetOf(id)).toEqual({ id, file_offset: '0' });
	expect((await send(id, bytes, 0)).body).toHaveProperty('h');
});

it('needs the signature and the scheme OAuth', async () => {
	const id = await start();
	expect((await bench.ask(`v24.0/${id}`)).status).toBe(401);
	const address = `${bench.sandbox.url}/v24.0/${id}`;
	expect((await postBytes(address, bytes, { file_offset: '0' }, 'Bearer')).status).toBe(401);
	expect(await offsetOf(id)).toEqual({ id, file_offset: '0' });
	expect(errorOf(await offsetOf(id.split('?')[0])).error_subcode).toBe(33);
	expect(errorOf(await offsetOf(`${id}x`)).error_subcode).toBe(33);
});

it.each([
	[{ file_type: 'text/plain' }, /file_type must be one of/],
	[{ file_length: 0 }, /file_length must be greater/],
	[{ file_name: '' }, /file_name is required/],
	[{ folder: 'x' }, /folder is unknown/],
])('refuses a start with %j', async (values, message) => {
	const body = await bench.post(UPLOADS, { ...FILE, ...values });
	expect(errorOf(body).message).toMatch(message);
});

it('starts nothing with the token of a Page', async () => {
	const token = 'test-page-token-100000000003001';
	const { body } = await bench.ask(`v24.0/${UPLOADS}`, { form: FILE, token });
	expect(errorOf(body).message).toMatch(/User access token/);
});
