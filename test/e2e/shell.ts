import { spawn } from 'node:child_process';

export interface ShellOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	timeoutMs?: number;
	/** Gives the output of a program that fails by its exit code too. */
	mayFail?: boolean;
	/** Told the number of the process. */
	onStart?: (pid: number) => void;
}

export interface ShellResult {
	exitCode: number;
	stdout: string;
	stderr: string;
}

const DEFAULT_TIMEOUT_MS = 15 * 60_000;
const QUOTED_OUTPUT_CHARACTERS = 4_000;

/** Prints one line of progress; the whole e2e speaks through here. */
export function say(line: string): void {
	process.stdout.write(`e2e: ${line}\n`);
}

/**
 * Runs a program to its end and gives what it printed. Rejects with the end of its output when
 * it fails, cannot be started or is not done after `timeoutMs`.
 */
export async function shell(
	command: string,
	args: string[],
	options: ShellOptions = {},
): Promise<ShellResult> {
	const { cwd, env = process.env, timeoutMs = DEFAULT_TIMEOUT_MS, mayFail = false } = options;
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		if (child.pid !== undefined) options.onStart?.(child.pid);
		const stdout: Buffer[] = [];
		const stderr: Buffer[] = [];
		let timedOut = false;
		const timer = setTimeout(() => {
			timedOut = true;
			child.kill('SIGKILL');
		}, timeoutMs);
		child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
		child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
		child.once('error', (error) => {
			clearTimeout(timer);
			reject(new Error(`Could not start ${command}: ${error.message}`));
		});
		child.once('close', (code, signal) => {
			clearTimeout(timer);
			const result = {
				exitCode: code ?? -1,
				stdout: Buffer.concat(stdout).toString('utf8'),
				stderr: Buffer.concat(stderr).toString('utf8'),
			};
			if (code === 0 || (code !== null && mayFail)) {
				resolve(result);
				return;
			}
			const how = timedOut ? `took over ${timeoutMs} ms` : `ended with ${code ?? signal}`;
			const printed = `${result.stdout}\n${result.stderr}`.trim().slice(-QUOTED_OUTPUT_CHARACTERS);
			reject(new Error(`${command} ${args.join(' ')} ${how}:\n${printed}`));
		});
	});
}

/**
 * The environment for npm and n8n without what an outer `npm run` adds: it would pass this
 * project's own npm settings (such as `ignore-scripts`) on to installs in other folders.
 */
export function cleanEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const kept = /^npm_config_(registry|cache|userconfig|globalconfig|cafile|(https?_|no)?proxy)$/i;
	const entries = Object.entries(process.env).filter(
		([name]) => !/^(npm_|N8N_|NODE_OPTIONS$|INIT_CWD$)/i.test(name) || kept.test(name),
	);
	return { ...Object.fromEntries(entries), ...extra };
}
