import { fork } from 'node:child_process';
import { request } from 'undici';

import { startSandbox, type ArrivedFile, type Sandbox, type SandboxOptions } from '../sandbox';
import { startTlsFront, type Certificate } from './tls';

/** What a sandbox of its own process is to hold. */
export interface SandboxPlan {
	options?: SandboxOptions;
	/** Numbers of further ad accounts. */
	accounts?: string[];
	/** Ad accounts with so many campaigns. */
	campaigns?: Array<{ account: string; count: number }>;
	/** Objects with so many rows that are made up while they are read. */
	rows?: Array<{ object: string; count: number }>;
	/** Ad accounts with campaigns, ad sets and ads that deliver. */
	trees?: Array<{
		account: string;
		tree: Parameters<Sandbox['seed']['insightsTree']>[1];
	}>;
	/** Puts an HTTPS address before it, in the same process. */
	certificate?: Certificate;
}

export interface SandboxProcess {
	url: string;
	/** Host and port of the HTTPS address. */
	secureHost?: string;
	/** Calls in all, and those that were beyond a quota. */
	usage(): Promise<{ totalCalls: number; throttledCalls: number }>;
	/** Requests as the sandbox logged them. */
	requests(): Promise<Array<{ method: string; path: string; status: number }>>;
	/** Files that arrived whole, oldest first. */
	videos(): Promise<ArrivedFile[]>;
	/** Changes options while it runs. */
	configure(options: SandboxOptions): Promise<void>;
	close(): void;
}

/** Where a sandbox of its own process answers. */
type Addresses = Pick<SandboxProcess, 'url' | 'secureHost'>;

/**
 * Starts a sandbox in a process of its own: what is measured here is then the memory and the time of
 * the nodes alone.
 */
export async function startSandboxProcess(plan: SandboxPlan): Promise<SandboxProcess> {
	const child = fork(__filename, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	const addresses = await new Promise<Addresses>((resolve, reject) => {
		child.once('message', (message) => resolve(message as Addresses));
		child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}`)));
		child.send(plan);
	});
	const { url } = addresses;
	const look = async <Answer>(what: string) =>
		(await (await request(`${url}/__sandbox/${what}`)).body.json()) as Answer;
	return {
		...addresses,
		usage: async () => await look('usage'),
		requests: async () => await look('requests'),
		videos: async () => await look('videos'),
		configure: async (options) => {
			const body = JSON.stringify(options);
			const reply = await request(`${url}/__sandbox/options`, { method: 'POST', body });
			const answer = await reply.body.text();
			if (reply.statusCode !== 200) throw new Error(answer);
		},
		close: () => child.kill(),
	};
}

async function serve(plan: SandboxPlan): Promise<void> {
	const { options, accounts, campaigns, rows, trees, certificate } = plan;
	const sandbox = await startSandbox(options);
	for (const number of accounts ?? []) sandbox.seed.account(number);
	for (const { account, count } of campaigns ?? []) sandbox.seed.campaigns(account, count);
	for (const { object, count } of rows ?? []) sandbox.seed.insightsRows(object, count);
	for (const { account, tree } of trees ?? []) sandbox.seed.insightsTree(account, tree);
	const front = certificate && (await startTlsFront(sandbox, certificate));
	const addresses: Addresses = { url: sandbox.url, secureHost: front?.host };
	process.send?.(addresses);
}

if (require.main === module) {
	process.once('message', (plan) => {
		serve(plan as SandboxPlan).catch((error: unknown) => {
			process.stderr.write(`${String(error)}\n`);
			process.exit(1);
		});
	});
	// The parent may end without a word.
	process.once('disconnect', () => process.exit(0));
}
