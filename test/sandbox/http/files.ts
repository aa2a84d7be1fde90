import type { FastifyInstance } from 'fastify';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { madeBytes } from '../videos/madeBytes';

const DEFAULT_SIZE = 1_000_000;

const TYPES: Record<string, string> = {
	jpg: 'image/jpeg',
	mov: 'video/quicktime',
	mp4: 'video/mp4',
	png: 'image/png',
	txt: 'text/plain',
};

/**
 * `GET /__sandbox/files/{name}?size=&rate=&status=`: a file of any size, made while it is read. The
 * name is the seed of its bytes, its ending tells the type. `rate` is in bytes a second. Ranges work.
 */
export function addFiles(app: FastifyInstance): void {
	app.route<{ Params: { name: string }; Querystring: Record<string, string> }>({
		method: 'GET',
		url: '/__sandbox/files/:name',
		handler: async (request, reply) => {
			const { name } = request.params;
			const { size = DEFAULT_SIZE, rate = Infinity, status = 200 } = request.query;
			const total = Number(size);
			const type = TYPES[name.split('.').pop() ?? ''] ?? 'application/octet-stream';
			void reply.type(type).header('accept-ranges', 'bytes');
			if (!Number.isInteger(total) || total < 0 || !(Number(rate) > 0)) {
				return await reply.code(400).send();
			}
			if (Number(status) !== 200) return await reply.code(Number(status)).send();
			const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
			const start = range ? Number(range[1]) : 0;
			const end = range?.[2] ? Math.min(Number(range[2]) + 1, total) : total;
			if (range && start >= end) {
				return await reply.code(416).header('content-range', `bytes */${total}`).send();
			}
			if (range) {
				void reply.code(206).header('content-range', `bytes ${start}-${end - 1}/${total}`);
			}
			void reply.header('content-length', end - start);
			return await reply.send(Readable.from(slowly(madeBytes(name, start, end), Number(rate))));
		},
	});
}

async function* slowly(chunks: Iterable<Buffer>, bytesPerSecond: number) {
	for (const chunk of chunks) {
		yield chunk;
		if (bytesPerSecond !== Infinity) await sleep((1000 * chunk.length) / bytesPerSecond);
	}
}
