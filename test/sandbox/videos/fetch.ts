import { request } from 'undici';
import type { Environment } from '../environment';
import { GraphFault } from '../graph/errors';
import { ReceivedFile } from './digest';

/** The sandbox asks nobody but this machine. */
const HOSTS = new Set(['127.0.0.1', 'localhost']);

/** Reserved for documentation: the files of the examples are made up. */
const EXAMPLE_HOST = 'cdn.example.com';
const EXAMPLE_BYTES = 200_000;

/**
 * Fetches a file from a URL, as Meta does for `file_url`.
 * @throws GraphFault 389 unless the answer is 200 and comes whole
 */
export async function fetchFile(env: Environment, address: string): Promise<ReceivedFile> {
	const file = await read(env, address).catch(() => undefined);
	if (file) return file;
	throw new GraphFault({ code: 389, message: 'Unable to fetch video file from URL.' });
}

async function read(env: Environment, address: string): Promise<ReceivedFile | undefined> {
	const url = new URL(address);
	if (!/^https?:$/.test(url.protocol)) return undefined;
	if (!HOSTS.has(url.hostname) && url.hostname !== EXAMPLE_HOST) return undefined;
	const { statusCode, headers, body } = await request(addressOf(env, url));
	if (statusCode !== 200) {
		await body.dump();
		return undefined;
	}
	const digest = env.videos.newDigest();
	for await (const chunk of body) digest.add(chunk as Buffer);
	const type = String(headers['content-type'] ?? '').split(';')[0];
	return new ReceivedFile(digest, type.trim(), undefined, undefined);
}

function addressOf(env: Environment, url: URL): URL {
	if (HOSTS.has(url.hostname)) return url;
	const name = url.pathname.split('/').pop() ?? '';
	return new URL(`/__sandbox/files/${name || 'file.mp4'}?size=${EXAMPLE_BYTES}`, env.baseUrl);
}
