import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

import { openBinaryStore } from '../support/binaryStore';
import { startSandboxProcess, type SandboxProcess } from './sandboxProcess';
import type { Certificate } from './tls';
import { measureUpload, type UploadFigures, type UploadPlan } from './uploadProcess';
import { keepVideo, uploadBare, uploadOurs, type UploadRun } from './uploads';

const MB = 1_000_000;
const GB = 1_000 * MB;
const PLENTY_OF_CALLS = 10_000_000;
const ROUNDS = 5;

const THROUGHPUT_BYTES = GB;
const MEMORY_BYTES = [100 * MB, GB, 4 * GB];
const WHOLE_BYTES = [100 * MB, GB, 3 * GB];
/** The largest file, and one more that the throughput needs. */
const DISK_BYTES = 6 * GB;

type Say = (line: string) => void;

/** `npm run bench -- video` */
export async function video(say: Say, certificate: Certificate): Promise<void> {
	checkDisk();
	const sandbox = await startSandboxProcess({
		options: {
			limits: { callsPerHour: PLENTY_OF_CALLS },
			videos: { hash: false, maxSingleBytes: null },
		},
		certificate,
	});
	try {
		await throughput(say, sandbox);
		await memory(say, sandbox);
		await againstFacebook(say, sandbox);
	} finally {
		sandbox.close();
	}
}

/** Our node against the same requests with nothing around them. */
async function throughput(say: Say, sandbox: SandboxProcess): Promise<void> {
	const store = await openBinaryStore();
	try {
		const data = await keepVideo(THROUGHPUT_BYTES);
		const file = { path: store.pathOf(data), size: THROUGHPUT_BYTES };
		for (const method of ['pieces', 'videoAd'] as const) {
			const contestants = {
				ours: async () => await uploadOurs(sandbox.url, method, data),
				bare: async () => await uploadBare(sandbox.url, method, file),
			};
			await checkIdentity(sandbox, Object.values(contestants));
			const seconds: Record<keyof typeof contestants, number[]> = { ours: [], bare: [] };
			// In turns: what else the machine and the garbage collector do comes in stretches.
			for (let round = 0; round < ROUNDS; round++) {
				for (const name of ['ours', 'bare'] as const) {
					const run = await contestants[name]();
					await checkWhole(sandbox, run, THROUGHPUT_BYTES);
					seconds[name].push(run.seconds);
				}
			}
			say(`${sizeText(THROUGHPUT_BYTES)} ${methodText(method)}: ${throughputText(seconds)}`);
		}
	} finally {
		await store.close();
	}
}

/** The file arrives as it is, by either way; it also warms them up. */
async function checkIdentity(sandbox: SandboxProcess, uploads: Array<() => Promise<UploadRun>>) {
	await sandbox.configure({ videos: { hash: true } });
	for (const upload of uploads) await upload();
	await sandbox.configure({ videos: { hash: false } });
	const [first, second] = (await sandbox.videos()).slice(-uploads.length);
	if (first.sha256 === undefined || first.sha256 !== second.sha256) {
		throw new Error(`Not the same file: ${JSON.stringify([first, second])}`);
	}
}

/** A run that sends less than all would look fast. */
async function checkWhole(sandbox: SandboxProcess, { videoId }: UploadRun, size: number) {
	const last = (await sandbox.videos()).pop();
	if (last?.id !== videoId || last.size !== size) {
		throw new Error(`Video ${videoId} did not arrive whole: ${JSON.stringify(last)}`);
	}
}

async function memory(say: Say, { url }: SandboxProcess): Promise<void> {
	for (const by of ['pieces', 'videoAd'] as const) {
		const texts: string[] = [];
		for (const size of MEMORY_BYTES) {
			texts.push(
				`${sizeText(size)} ${figuresText(await measureUpload({ by, address: url, size }))}`,
			);
		}
		say(`Peak memory ${methodText(by)}: ${texts.join('; ')}`);
	}
}

/** The one way that n8n's Facebook node has, by HTTPS for both since it has no other. */
async function againstFacebook(say: Say, { secureHost = '' }: SandboxProcess): Promise<void> {
	for (const size of WHOLE_BYTES) {
		const measured = async (by: UploadPlan['by'], address: string) =>
			figuresText(await measureUpload({ by, address, size }));
		const ours = await measured('single', `https://${secureHost}`);
		const facebook = await measured('facebook', secureHost);
		say(`${sizeText(size)} in one request by HTTPS: ours ${ours}; n8n's Facebook node ${facebook}`);
	}
}

/** The median of the rounds' ratios: slow stretches meet both of a round, but not all rounds. */
function throughputText({ ours, bare }: { ours: number[]; bare: number[] }): string {
	const text = (seconds: number) => `${Math.round(THROUGHPUT_BYTES / MB / seconds)} MB/s`;
	const ratios = ours.map((each, round) => bare[round] / each);
	const best = { ours: Math.min(...ours), bare: Math.min(...bare) };
	return (
		`${median(ratios).toFixed(2)} of the throughput of bare requests (median of ${ROUNDS} rounds, ` +
		`${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}; medians ${text(median(ours))} against ${text(median(bare))}); ` +
		`best rounds ${text(best.ours)} against ${text(best.bare)} (${(best.bare / best.ours).toFixed(2)})`
	);
}

function checkDisk(): void {
	const { bavail, bsize } = statfsSync(tmpdir());
	if (bavail * bsize < DISK_BYTES) {
		throw new Error(`The bench of videos needs ${sizeText(DISK_BYTES)} free in ${tmpdir()}`);
	}
}

function figuresText(figures: UploadFigures | string): string {
	if (typeof figures === 'string') return `did not go through (${figures})`;
	const { seconds, peakMb, residentMb } = figures;
	return `${seconds.toFixed(1)} s, +${peakMb} MB (process +${residentMb} MB)`;
}

function methodText(method: 'pieces' | 'videoAd'): string {
	return method === 'pieces' ? 'in pieces' : 'in a video ads session';
}

function sizeText(bytes: number): string {
	return bytes < GB ? `${bytes / MB} MB` : `${bytes / GB} GB`;
}

function median(values: number[]): number {
	return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
