import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { ICredentialDataDecryptedObject, IRun } from 'n8n-workflow';
import type { EngineRun, WorkflowJson } from '../support/engine';
import { readRun } from '../support/engine';
import { artifact } from './artifacts';
import type { N8nInstallation } from './install';
import { say, shell, type ShellOptions } from './shell';

export interface N8nOptions {
	/** Where this n8n keeps its database and community nodes: `<userFolder>/.n8n`. */
	userFolder: string;
	/** A free one when absent. */
	port?: number;
	env?: NodeJS.ProcessEnv;
}

export interface CredentialRecord {
	id: string;
	name: string;
	type: string;
	data: ICredentialDataDecryptedObject;
}

export type N8nExecution = Omit<EngineRun, 'credentials'>;

const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 15_000;
const POLL_MS = 200;

/** One real n8n: its command line, and its server when started. */
export class N8n {
	private server?: ChildProcess;
	/** For the end of this process, which takes n8n's files away: n8n would not end in peace. */
	private readonly kill = () => this.server?.kill('SIGKILL');

	private constructor(
		private readonly installation: N8nInstallation,
		readonly userFolder: string,
		private readonly port: number,
		private readonly env: NodeJS.ProcessEnv,
	) {}

	static async create(installation: N8nInstallation, options: N8nOptions): Promise<N8n> {
		const { userFolder, port = await freePort(), env = {} } = options;
		await mkdir(path.join(userFolder, '.n8n'), { recursive: true });
		return new N8n(installation, userFolder, port, {
			...installation.env,
			N8N_USER_FOLDER: userFolder,
			N8N_PORT: String(port),
			N8N_LISTEN_ADDRESS: '127.0.0.1',
			N8N_DIAGNOSTICS_ENABLED: 'false',
			N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
			N8N_TEMPLATES_ENABLED: 'false',
			N8N_PERSONALIZATION_ENABLED: 'false',
			N8N_PYTHON_ENABLED: 'false',
			N8N_SECURE_COOKIE: 'false',
			...env,
		});
	}

	get url(): string {
		return `http://127.0.0.1:${this.port}`;
	}

	/** Starts the server and resolves when it answers. Its output goes to test/.artifacts/n8n.log. */
	async start(): Promise<void> {
		const log = createWriteStream(await artifact('n8n.log'));
		const brokerPort = await freePort();
		const { node, n8n } = this.installation;
		const server = spawn(node, [n8n, 'start'], {
			env: { ...this.env, N8N_RUNNERS_BROKER_PORT: String(brokerPort) },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		this.server = server;
		process.once('exit', this.kill);
		server.stdout.pipe(log, { end: false });
		server.stderr.pipe(log, { end: false });
		const giveUpAt = Date.now() + START_TIMEOUT_MS;
		while (!(await this.isReady())) {
			if (server.exitCode !== null) throw new Error(`n8n ended at once, see ${String(log.path)}`);
			if (Date.now() > giveUpAt) {
				await this.stop();
				throw new Error(`n8n did not answer within ${START_TIMEOUT_MS} ms`);
			}
			await wait(POLL_MS);
		}
		say(`n8n runs at ${this.url}`);
	}

	/**
	 * n8n listens before it can serve: without a migrated database it says so on every path, and its
	 * REST API is added before its pages, which come last.
	 */
	private async isReady(): Promise<boolean> {
		return (
			(await answers(`${this.url}/healthz/readiness`)) && (await answers(`${this.url}/signin`))
		);
	}

	/** Ends the server that `start` began; nothing when there is none. */
	async stop(): Promise<void> {
		const { server } = this;
		this.server = undefined;
		process.off('exit', this.kill);
		if (!server || server.exitCode !== null) return;
		const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
		server.kill('SIGTERM');
		const patience = new AbortController();
		const force = wait(STOP_TIMEOUT_MS, undefined, { signal: patience.signal }).then(
			() => server.kill('SIGKILL'),
			() => false,
		);
		await ended;
		patience.abort();
		await force;
	}

	async importCredentials(credentials: CredentialRecord[]): Promise<void> {
		await this.import('credentials', credentials);
	}

	/** Every workflow needs an `id`, by which it is executed. */
	async importWorkflows(workflows: Array<WorkflowJson & { id: string }>): Promise<void> {
		const records = workflows.map((workflow) => ({ active: false, ...workflow }));
		await this.import('workflow', records);
	}

	/**
	 * Executes an imported workflow to its end, in a process of its own. n8n prints the same record
	 * for a failed run as for a good one, but fails itself then.
	 */
	async executeWorkflow(
		id: string,
		{ onStart }: Pick<ShellOptions, 'onStart'> = {},
	): Promise<N8nExecution> {
		const { stdout, stderr } = await this.command(['execute', '--id', id, '--rawOutput'], {
			mayFail: true,
			onStart,
		});
		const lines = stdout.split('\n');
		const start = lines.indexOf('{');
		const end = lines.indexOf('}', start);
		if (start < 0 || end < 0) {
			throw new Error(`n8n printed no record of workflow ${id}:\n${stdout}\n${stderr}`);
		}
		return readRun(JSON.parse(lines.slice(start, end + 1).join('\n')) as IRun);
	}

	private async import(kind: 'workflow' | 'credentials', records: object[]): Promise<void> {
		const folder = await mkdtemp(path.join(tmpdir(), 'n8n-import-'));
		const file = path.join(folder, `${kind}.json`);
		try {
			await writeFile(file, JSON.stringify(records), { mode: 0o600 });
			const { stdout, stderr } = await this.command([`import:${kind}`, `--input=${file}`]);
			// A failed import ends with exit code 0.
			if (!stdout.includes(`Successfully imported ${records.length}`)) {
				throw new Error(`n8n did not import ${kind}:\n${stdout}\n${stderr}`);
			}
		} finally {
			await rm(folder, { recursive: true, force: true });
		}
	}

	private async command(args: string[], options: ShellOptions = {}) {
		const { node, n8n } = this.installation;
		const brokerPort = await freePort();
		const env = { ...this.env, N8N_RUNNERS_BROKER_PORT: String(brokerPort) };
		return await shell(node, [n8n, ...args], { ...options, env });
	}
}

/** Creates an n8n in `userFolder` and starts its server. */
export async function startN8n(installation: N8nInstallation, options: N8nOptions): Promise<N8n> {
	const n8n = await N8n.create(installation, options);
	await n8n.start();
	return n8n;
}

export async function freePort(): Promise<number> {
	const probe = createServer();
	await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
	const { port } = probe.address() as AddressInfo;
	await new Promise((resolve) => probe.close(resolve));
	return port;
}

async function answers(url: string): Promise<boolean> {
	return await fetch(url).then(
		({ ok }) => ok,
		() => false,
	);
}
