import { createCipheriv, createHash } from 'node:crypto';

const BLOCK_BYTES = 64 * 1024;
/** What one step of the cipher's counter stands for. */
const STEP_BYTES = 16;

/**
 * Bytes that look random and are the same for the same seed, so that a file of any size needs no
 * disk and every place in it is different.
 * @param start first byte
 * @param end byte behind the last one
 */
export function* madeBytes(seed: string, start: number, end: number): Generator<Buffer> {
	const key = createHash('sha256').update(seed).digest().subarray(0, 16);
	const zeros = Buffer.alloc(BLOCK_BYTES);
	const counter = Buffer.alloc(STEP_BYTES);
	counter.writeBigUInt64BE(BigInt(Math.floor(start / STEP_BYTES)), 8);
	const cipher = createCipheriv('aes-128-ctr', key, counter);
	cipher.update(zeros.subarray(0, start % STEP_BYTES));
	for (let at = start; at < end; at += BLOCK_BYTES) {
		yield cipher.update(zeros.subarray(0, Math.min(BLOCK_BYTES, end - at)));
	}
}
