import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MB = 1e6;
const SAMPLE_MS = 150;

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
	const sample = () => (most = Math.max(most, held()));
	const watch = setInterval(sample, SAMPLE_MS);
	try {
		const result = await work();
		return { result, heldMb: Math.round((most - before) / MB) };
	} finally {
		clearInterval(watch);
	}
}
