import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MB = 1e6;
const SAMPLE_MS = 20;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * How far memory rises above what is in use before, in megabytes. Not the size of the process, which
 * would hide what earlier runs left free.
 */
export async function withPeakMemory<Result>(
	work: () => Promise<Result>,
): Promise<{ result: Result; peakMb: number }> {
	const inUse = () => {
		const { heapUsed, external } = process.memoryUsage();
		return heapUsed + external;
	};
	collectGarbage();
	const before = inUse();
	let peak = before;
	const watch = setInterval(() => {
		peak = Math.max(peak, inUse());
	}, SAMPLE_MS);
	try {
		const result = await work();
		return { result, peakMb: Math.round((peak - before) / MB) };
	} finally {
		clearInterval(watch);
	}
}
