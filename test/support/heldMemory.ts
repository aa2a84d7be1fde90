import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MB = 1e6;
const SAMPLE_MS = 100;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * How much more memory is held at the most while work is done, in megabytes. What only waits to be
 * collected does not count: how much that is depends on the machine.
 */
export async function withHeldMemory<Result>(
	work: () => Promise<Result>,
): Promise<{ result: Result; heldMb: number }> {
	const held = () => {
		collectGarbage();
		const { heapUsed, external } = process.memoryUsage();
		return heapUsed + external;
	};
	const before = held();
	let most = before;
	let next: NodeJS.Timeout;
	const sample = () => {
		const started = performance.now();
		most = Math.max(most, held());
		// To collect takes long on a busy machine: the work shall have most of the time.
		next = setTimeout(sample, Math.max(SAMPLE_MS, 3 * (performance.now() - started)));
	};
	next = setTimeout(sample, SAMPLE_MS);
	try {
		const result = await work();
		return { result, heldMb: Math.round((most - before) / MB) };
	} finally {
		clearTimeout(next);
	}
}
