import { fork } from 'node:child_process';

import { openBinaryStore } from '../support/binaryStore';
import { loadFacebookNode } from './facebookNode';
import { withPeakMemory } from './memory';
import { keepVideo, uploadFacebook, uploadOurs, type UploadMethod } from './uploads';

/** One upload to be measured. */
export interface UploadPlan {
	/** Our node by its method, or n8n's Facebook node. */
	by: UploadMethod | 'facebook';
	/** Base URL for our node, host and port for n8n's. */
	address: string;
	/** Bytes. */
	size: number;
}

export interface UploadFigures {
	seconds: number;
	/** How far heap and buffers rose above what was in use before. */
	peakMb: number;
	/** How far the most that the process ever had resident rose above that before. */
	residentMb: number;
}

/** Enough for all code to be loaded and compiled that a large file needs. */
const WARM_UP_BYTES = 16_000_000;
const KB_PER_MB = 1_000;

/**
 * Uploads a file in a process of its own, in which nothing else has ever used memory.
 *
 * @returns what went wrong, as a text, when it did
 */
export async function measureUpload(plan: UploadPlan): Promise<UploadFigures | string> {
	const child = fork(__filename, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	return await new Promise((resolve) => {
		child.once('message', (message) => resolve(message as UploadFigures | string));
		child.once('exit', (code, signal) => resolve(`its process ended with ${code ?? signal}`));
		child.send(plan);
	});
}

async function measure({ by, address, size }: UploadPlan): Promise<UploadFigures> {
	const facebookNode = by === 'facebook' ? await loadFacebookNode() : undefined;
	const upload = async (data: Awaited<ReturnType<typeof keepVideo>>) =>
		by === 'facebook' && facebookNode
			? await uploadFacebook(facebookNode, address, data)
			: await uploadOurs(address, by as UploadMethod, data);
	const store = await openBinaryStore();
	try {
		await upload(await keepVideo(WARM_UP_BYTES));
		const data = await keepVideo(size);
		const before = process.resourceUsage().maxRSS;
		const { result, peakMb } = await withPeakMemory(async () => await upload(data));
		const residentMb = Math.round((process.resourceUsage().maxRSS - before) / KB_PER_MB);
		return { seconds: result.seconds, peakMb, residentMb };
	} finally {
		await store.close();
	}
}

if (require.main === module) {
	process.once('message', (plan) => {
		measure(plan as UploadPlan)
			.then(
				(figures) => figures,
				// n8n keeps errors of a run as plain objects.
				({ message }: { message?: string }) => message ?? 'for an unknown reason',
			)
			.then((answer) => process.send?.(answer, () => process.exit(0)))
			.catch(() => process.exit(1));
	});
	// The parent may end without a word.
	process.once('disconnect', () => process.exit(0));
}
