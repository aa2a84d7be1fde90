import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { cleanEnvironment, say, shell } from './shell';

const DEFAULT_N8N_VERSION = '2.41.1';
/** The n8n to run: another release than the usual one by the environment variable E2E_N8N_VERSION. */
export const N8N_VERSION = process.env.E2E_N8N_VERSION || DEFAULT_N8N_VERSION;
/** Runs n8n 2 (which needs Node 24) and the last releases of n8n 1 alike. */
const NODE_VERSION = '24.21.0';
/** n8n 1 takes SheetJS from its maker's server; this is n8n 2's copy of it in the npm registry. */
const OVERRIDES = { xlsx: 'npm:@e965/xlsx@0.20.3' };
const LOCK_POLL_MS = 2_000;
const LOCK_WAIT_MS = 20 * 60_000;

export interface N8nInstallation {
	/** The folder that holds `node_modules`. */
	folder: string;
	/** Node in the version n8n needs. */
	node: string;
	/** n8n's command line script, to be run with `node`. */
	n8n: string;
	/** Environment with the right Node first on PATH. */
	env: NodeJS.ProcessEnv;
}

interface Step {
	name: string;
	does: string;
	run(): Promise<void>;
}

/**
 * Where n8n is kept between runs, each version beside the others: outside the checkout, since it is
 * 2 to 3 GB and shared by clones.
 */
export function cacheFolder(): string {
	if (!/^\d+\.\d+\.\d+$/.test(N8N_VERSION)) {
		throw new Error(`E2E_N8N_VERSION must be a version such as ${DEFAULT_N8N_VERSION}`);
	}
	const cache = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
	return path.join(cache, 'n8n-nodes-meta-ads', `n8n-${N8N_VERSION}`);
}

/**
 * Installs a real n8n and the Node it needs, once. Every step leaves a marker, so an interrupted
 * install goes on where it stopped and a complete one costs nothing. A second process waits for
 * the first.
 */
export async function installN8n(folder = cacheFolder()): Promise<N8nInstallation> {
	const installation = describe(folder);
	const steps = installSteps(installation);
	if (steps.every((step) => existsSync(marker(folder, step)))) {
		say(`using n8n ${N8N_VERSION} in ${folder}`);
		return installation;
	}
	await mkdir(path.join(folder, '.steps'), { recursive: true });
	const release = await lock(path.join(folder, '.lock'));
	try {
		for (const step of steps) {
			if (existsSync(marker(folder, step))) continue;
			const startedAt = Date.now();
			say(`${step.does} (in ${folder})`);
			await step.run();
			await writeFile(marker(folder, step), `${new Date().toISOString()}\n`);
			say(`... done in ${Math.round((Date.now() - startedAt) / 1000)} s`);
		}
	} finally {
		await release();
	}
	return installation;
}

function describe(folder: string): N8nInstallation {
	const binaries = path.join(runtimeFolder(folder), 'node_modules', '.bin');
	return {
		folder,
		node: path.join(binaries, 'node'),
		n8n: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		env: cleanEnvironment({ PATH: [binaries, process.env.PATH].join(path.delimiter) }),
	};
}

/**
 * Node has a folder of its own: the C++ headers that its package unpacks at install are unknown
 * to npm, so a later `npm install` beside them would remove them.
 */
function runtimeFolder(folder: string): string {
	return path.join(folder, 'runtime');
}

function marker(folder: string, step: Step): string {
	return path.join(folder, '.steps', step.name);
}

function installSteps({ folder, node, n8n, env }: N8nInstallation): Step[] {
	const npm = async (cwd: string, args: string[], extra: NodeJS.ProcessEnv = {}) => {
		const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
		await shell('npm', [...args, '--prefix', cwd, ...quiet], { cwd, env: { ...env, ...extra } });
	};
	return [
		{
			name: `node-${NODE_VERSION}`,
			does: `installing Node ${NODE_VERSION}, which n8n needs`,
			run: async () => {
				const runtime = runtimeFolder(folder);
				await mkdir(runtime, { recursive: true });
				await writeFile(path.join(runtime, 'package.json'), '{ "private": true }\n');
				await npm(runtime, ['install', '--ignore-scripts=false', `node@${NODE_VERSION}`]);
				const { stdout } = await shell(node, ['--version']);
				if (stdout.trim() !== `v${NODE_VERSION}`) throw new Error(`Node is ${stdout.trim()}`);
			},
		},
		{
			name: `n8n-${N8N_VERSION}`,
			does: `installing n8n ${N8N_VERSION}: some minutes, 2 to 3 GB`,
			run: async () => {
				const manifest = JSON.stringify({ private: true, overrides: OVERRIDES });
				await writeFile(path.join(folder, 'package.json'), `${manifest}\n`);
				await npm(folder, ['install', '--ignore-scripts', `n8n@${N8N_VERSION}`]);
			},
		},
		{
			name: 'native-modules',
			does: 'building the native modules n8n cannot start without',
			run: async () => {
				await npm(folder, ['rebuild', 'sqlite3', 'isolated-vm', '--ignore-scripts=false'], {
					npm_config_nodedir: headersFolder(folder),
				});
				const { stdout } = await shell(node, [n8n, '--version'], { env });
				if (!stdout.includes(N8N_VERSION)) throw new Error(`n8n says ${stdout.trim()}`);
			},
		},
	];
}

/** The C++ headers come with the Node package, so that nothing but the registry is needed. */
function headersFolder(folder: string): string {
	const modules = path.join(runtimeFolder(folder), 'node_modules');
	const system = process.platform === 'win32' ? 'win' : process.platform;
	const name = `node-${system}-${process.arch}`;
	const places = [path.join(modules, 'node', 'node_modules', name), path.join(modules, name)];
	const found = places.find((place) => existsSync(path.join(place, 'include')));
	if (!found) throw new Error(`Node's C++ headers are missing: ${places.join(' or ')}`);
	return found;
}

/** Takes the lock; one whose owner is dead (an interrupted install) is taken over. */
async function lock(file: string): Promise<() => Promise<void>> {
	const giveUpAt = Date.now() + LOCK_WAIT_MS;
	let told = false;
	while (!(await tryLock(file))) {
		const owner = Number((await readFile(file, 'utf8').catch(() => '')).trim());
		if (owner && !isRunning(owner)) {
			await rm(file, { force: true });
			continue;
		}
		if (Date.now() > giveUpAt) throw new Error(`${file} is still held by process ${owner}`);
		if (!told) say(`waiting for process ${owner}, which is installing n8n`);
		told = true;
		await wait(LOCK_POLL_MS);
	}
	return async () => await rm(file, { force: true });
}

async function tryLock(file: string): Promise<boolean> {
	return await writeFile(file, `${process.pid}\n`, { flag: 'wx' }).then(
		() => true,
		() => false,
	);
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
