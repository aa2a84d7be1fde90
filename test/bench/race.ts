import type { INodeType } from 'n8n-workflow';

import { startSandbox, type Sandbox } from '../sandbox';
import { PLENTY_OF_CALLS } from './contestants';
import { loadFacebookNode } from './facebookNode';
import { startTlsFront } from './tls';

/** Of how many runs the middle one counts. */
export const ROUNDS = 3;

/** Prints one line of results. */
export type Say = (line: string) => void;

/** What a race of our node against n8n's own Facebook node needs. */
export interface Race {
	sandbox: Sandbox;
	/** HTTPS in front of the sandbox, which all contestants use. */
	front: { url: string; host: string };
	facebookNode: INodeType;
	close(): Promise<void>;
}

/** A sandbox that answers each HTTP request after `latencyMs`, with quota for all. */
export async function setRace(latencyMs: number): Promise<Race> {
	const sandbox = await startSandbox({
		latencyMs,
		limits: { callsPerHour: PLENTY_OF_CALLS },
	});
	const front = await startTlsFront(sandbox, {
		certFile: process.env.BENCH_CERT ?? '',
		keyFile: process.env.BENCH_KEY ?? '',
	});
	return {
		sandbox,
		front,
		facebookNode: await loadFacebookNode(),
		close: async () => {
			front.close();
			await sandbox.close();
		},
	};
}

/** The middle one of several runs. */
export async function median<Run extends { seconds: number }>(
	run: () => Promise<Run>,
): Promise<Run> {
	const runs: Run[] = [];
	for (let round = 0; round < ROUNDS; round++) runs.push(await run());
	return runs.sort((a, b) => a.seconds - b.seconds)[Math.floor(ROUNDS / 2)];
}
