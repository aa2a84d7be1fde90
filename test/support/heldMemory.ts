import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MB = 1e6;
const SAMPLE_EVERY_BYTES = 20_000_000;
const SETTLING_ROUNDS = 5;
const SETTLING_MS = 50;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * How much more memory is held than at the start. What only waits to be collected does not count: how
 * much that is depends on the machine. It is looked at whenever so many more bytes have passed, not by
 * the clock, so that what keeps them is found each time.
 */
export class HeldMemory {
	private readonly before = HeldMemory.inUse();
	private most = this.before;
	private samples = 0;

	private constructor() {}

	/** Begins when what came before is really gone: buffers are given back some time after a collection. */
	static async start(): Promise<HeldMemory> {
		for (let round = 0; round < SETTLING_ROUNDS; round++) {
			collectGarbage();
			await wait(SETTLING_MS);
		}
		return new HeldMemory();
	}

	/** The same chunks; memory is looked at while they pass. */
	async *watch<Chunk extends { length: number }>(
		chunks: Iterable<Chunk> | AsyncIterable<Chunk>,
	): AsyncGenerator<Chunk> {
		let passed = 0;
		for await (const chunk of chunks) {
			passed += chunk.length;
			if (passed >= SAMPLE_EVERY_BYTES) {
				passed = 0;
				this.samples += 1;
				this.most = Math.max(this.most, HeldMemory.inUse());
			}
			yield chunk;
		}
	}

	/** Most megabytes that were held in one of at least `samples` looks. */
	mostMb(samples: number): number {
		if (this.samples < samples) throw new Error(`Memory was looked at ${this.samples} times only`);
		return Math.round((this.most - this.before) / MB);
	}

	private static inUse(): number {
		collectGarbage();
		const { heapUsed, external } = process.memoryUsage();
		return heapUsed + external;
	}
}
