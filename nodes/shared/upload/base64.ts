import { CHUNK_BYTES, type Source } from './source';

/** A file that n8n keeps in memory as base64: decoded a piece at a time, never as a whole. */
export function openBase64(data: string): { source: Source; size: number } {
	const text = /\s/.test(data) ? data.replace(/\s+/g, '') : data;
	async function* read(start: number, end: number): AsyncGenerator<Buffer> {
		for (let at = start; at < end; at += CHUNK_BYTES) {
			const to = Math.min(end, at + CHUNK_BYTES);
			// Four characters stand for three bytes.
			const group = Math.floor(at / 3);
			const characters = text.slice(group * 4, Math.ceil(to / 3) * 4);
			yield Buffer.from(characters, 'base64').subarray(at - group * 3, to - group * 3);
		}
	}
	const size = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
	return { source: { read, close: () => undefined }, size };
}
