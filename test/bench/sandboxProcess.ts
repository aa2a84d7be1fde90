import { fork } from 'node:child_process';
import { request } from 'undici';

import { startSandbox, type Sandbox, type SandboxOptions } from '../sandbox';

/** What a sandbox of its own process is to hold. */
export interface SandboxPlan {
	options?: SandboxOptions;
	/** Numbers of further ad accounts. */
	accounts?: string[];
	/** Objects with so many rows that are made up while they are read. */
	rows?: Array<{ object: string; count: number }>;
	/** Ad accounts with campaigns, ad sets and ads that deliver. */
	trees?: Array<{
		account: string;
		tree: Parameters<Sandbox['seed']['insightsTree']>[1];
	}>;
}

export interface SandboxProcess {
	url: string;
	/** Calls in all, and those that were beyond a quota. */
	usage(): Promise<{ totalCalls: number; throttledCalls: number }>;
	/** Requests as the sandbox logged them. */
	requests(): Promise<Array<{ method: string; path: string; status: number }>>;
	close(): void;
}

/**
 * Starts a sandbox in a process of its own: what is measured here is then the memory and the time of
 * the nodes alone.
 */
export async function startSandboxProcess(plan: SandboxPlan): Promise<SandboxProcess> {
	const child = fork(__filename, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
	const url = await new Promise<string>((resolve, reject) => {
		child.once('message', (message) => resolve(String(message)));
		child.once('exit', (code) => reject(new Error(`The sandbox ended with ${code}`)));
		child.send(plan);
	});
	const look = async <Answer>(what: string) =>
		(await (await request(`${url}/__sandbox/${what}`)).body.json()) as Answer;
	return {
		url,
		usage: async () => await look('usage'),
		requests: async () => await look('requests'),
		close: () => child.kill(),
	};
}

async function serve({ options, accounts, rows, trees }: SandboxPlan): Promise<void> {
	const sandbox = await startSandbox(options);
	for (const number of accounts ?? []) sandbox.seed.account(number);
	for (const { object, count } of rows ?? []) sandbox.seed.insightsRows(object, count);
	for (const { account, tree } of trees ?? []) sandbox.seed.insightsTree(account, tree);
	process.send?.(sandbox.url);
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
