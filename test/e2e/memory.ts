import { readFileSync } from 'node:fs';

const SAMPLE_MS = 20;
const KB_PER_MB = 1_000;

/** Memory of a process, in MB, as far as it was seen. */
export interface MemoryWatch {
	/** The most that was resident at any time, kept by the kernel (`VmHWM`). */
	readonly peakMb: number | undefined;
	stop(): void;
}

/** Whether the memory of other processes can be seen here: Linux tells it in files. */
export function canWatchMemory(): boolean {
	return read(process.pid) !== undefined;
}

/** Watches a process until it ends or the watch is stopped. */
export function watchMemory(pid: number): MemoryWatch {
	let peakMb = read(pid);
	const timer = setInterval(() => {
		peakMb = read(pid) ?? peakMb;
	}, SAMPLE_MS);
	return {
		get peakMb() {
			return peakMb;
		},
		stop: () => clearInterval(timer),
	};
}

/** Nothing for a process that has ended. */
function read(pid: number): number | undefined {
	try {
		const [, kB] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
		return kB === undefined ? undefined : (Number(kB) * 1.024) / KB_PER_MB;
	} catch {
		return undefined;
	}
}
