/**
 * `npm run bench`: what this package costs and gains, as ratios measured in one run.
 *
 * `npm run bench -- campaigns adSets batches lists faults quota list load insights video` runs only the named parts.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { startSandbox } from '../sandbox';
import { adSets } from './adSets';
import { campaigns } from './campaigns';
import { PLENTY_OF_CALLS, runBarePages, runOurs } from './contestants';
import { insights } from './insights';
import { withPeakMemory } from './memory';
import { median } from './race';
import { startSandboxProcess } from './sandboxProcess';
import { makeCertificate } from './tls';
import { video } from './video';
import { batches, faults, lists } from './workload';

const ROOT = join(__dirname, '..', '..');
const ACCOUNT = '1001';

const QUOTA_CALLS = 2000;
const QUOTA_PER_HOUR = 500;
const QUOTA_HOUR_MS = 10_000;
const QUOTA_LATENCY_MS = 2;

const LISTED_CAMPAIGNS = 50_000;
const LIST_FIELDS = 'id,name,objective,status';

/** Given by `restartTrusting`. */
const certificate = {
	certFile: process.env.BENCH_CERT ?? '',
	keyFile: process.env.BENCH_KEY ?? '',
};

const adAccount = { __rl: true, mode: 'id', value: ACCOUNT };

/**
 * A quota of a quarter of the calls. The least possible time is that of a client that knows the
 * server's counting and uses every call: a full quota at once, another one each hour after.
 */
async function quota(): Promise<void> {
	for (const window of ['decaying', 'rolling'] as const) {
		const sandbox = await startSandbox({
			latencyMs: QUOTA_LATENCY_MS,
			hourMs: QUOTA_HOUR_MS,
			limits: { callsPerHour: QUOTA_PER_HOUR, window },
		});
		const [id] = sandbox.seed.campaigns(ACCOUNT, 1);
		const ours = await runOurs(
			sandbox.url,
			{
				operation: 'get',
				ad_account: adAccount,
				campaign_id: { __rl: true, mode: 'id', value: id },
				output: 'simplified',
			},
			Array.from({ length: QUOTA_CALLS }, () => ({})),
			QUOTA_HOUR_MS / 1000,
		);
		const throttled = sandbox.requests.filter(({ status }) => status !== 200).length;
		// Whoever leaves any reserve in an exact window has to wait for one more of them.
		const leastWithReserve = (QUOTA_CALLS / QUOTA_PER_HOUR) * (QUOTA_HOUR_MS / 1000);
		const least = ((QUOTA_CALLS - QUOTA_PER_HOUR) / QUOTA_PER_HOUR) * (QUOTA_HOUR_MS / 1000);
		say(
			`${QUOTA_CALLS} calls, ${QUOTA_PER_HOUR} allowed per ${QUOTA_HOUR_MS / 1000} s (${window} window): ${ours.seconds.toFixed(1)} s, ` +
				`${throttled} throttled, ${(ours.seconds / least).toFixed(2)} times the least possible ${least.toFixed(1)} s` +
				(window === 'rolling'
					? `, ${(ours.seconds / leastWithReserve).toFixed(2)} times the ${leastWithReserve.toFixed(1)} s of any client that keeps a reserve`
					: ''),
		);
		await sandbox.close();
	}
}

async function list(): Promise<void> {
	const sandbox = await startSandboxProcess({
		options: { limits: { callsPerHour: PLENTY_OF_CALLS } },
		campaigns: [{ account: ACCOUNT, count: LISTED_CAMPAIGNS }],
	});
	const parameters = {
		operation: 'getMany',
		ad_account: adAccount,
		returnAll: true,
		output: 'selected',
		outputFields: ['name', 'objective', 'status'],
	};
	// The first run of a process loads n8n's engine.
	await runOurs(sandbox.url, { ...parameters, returnAll: false, limit: 1 }, [{}]);
	const bare = await median(() =>
		runBarePages(sandbox.url, `/act_${ACCOUNT}/campaigns`, { fields: LIST_FIELDS, limit: '500' }),
	);
	const ours = await median(async () => {
		const { result, peakMb } = await withPeakMemory(
			async () => await runOurs(sandbox.url, parameters, [{}]),
		);
		return { seconds: result.seconds, rows: result.items.length, peakMb };
	});
	say(
		`${ours.rows} campaigns listed: ${Math.round(ours.rows / ours.seconds)} items/s against ${Math.round(bare.rows / bare.seconds)} rows/s of a bare loop ` +
			`(${(ours.seconds / bare.seconds).toFixed(2)} times its time), memory grew by ${ours.peakMb} MB at its peak`,
	);
	sandbox.close();
}

function load(): void {
	// What is measured must be what the sources say now.
	const build = spawnSync('npm', ['run', 'build'], { cwd: ROOT, encoding: 'utf8' });
	if (build.status !== 0) throw new Error(build.stdout);
	const script = `
		const before = process.memoryUsage(); const started = performance.now();
		require('n8n-workflow'); require('zod'); require('lodash'); require('luxon');
		const host = performance.now(); const hostMemory = process.memoryUsage();
		const { n8n } = require('./package.json');
		const sizes = n8n.nodes.map((file) => {
			const node = new (Object.values(require('./' + file))[0])();
			return node.description.name + ' ' + (JSON.stringify(node.description).length / 1000).toFixed(1) + ' kB';
		});
		n8n.credentials.forEach((file) => require('./' + file));
		console.log('All nodes loaded in ' + (performance.now() - host).toFixed(0) + ' ms and ' +
			((process.memoryUsage().rss - hostMemory.rss) / 1e6).toFixed(1) + ' MB, after the host libraries; descriptions: ' + sizes.join(', '));`;
	const { stdout, stderr, status } = spawnSync(process.execPath, ['-e', script], {
		cwd: ROOT,
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(stderr);
	say(stdout.trim());
}

function say(line: string): void {
	process.stdout.write(`${line}\n`);
}

const PARTS = {
	campaigns: async () => await campaigns(say),
	adSets: async () => await adSets(say),
	batches: async () => await batches(say),
	lists: async () => await lists(say),
	faults: async () => await faults(say),
	quota,
	list,
	load,
	insights: async () => await insights(say),
	video: async () => await video(say, certificate),
};

/** Node.js takes a certificate to trust only at its start. */
function restartTrusting(): number {
	const { certFile, keyFile } = makeCertificate();
	const { status } = spawnSync(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
		stdio: 'inherit',
		env: {
			...process.env,
			NODE_EXTRA_CA_CERTS: certFile,
			BENCH_CERT: certFile,
			BENCH_KEY: keyFile,
		},
	});
	return status ?? 1;
}

async function main(): Promise<void> {
	const chosen = process.argv.slice(2).filter((name): name is keyof typeof PARTS => name in PARTS);
	for (const name of chosen.length > 0
		? chosen
		: (Object.keys(PARTS) as Array<keyof typeof PARTS>)) {
		await PARTS[name]();
	}
}

if (process.env.BENCH_CERT) {
	main().catch((error: { message?: string; description?: string | null }) => {
		process.stderr.write(`${error.message ?? String(error)}\n${error.description ?? ''}\n`);
		process.exit(1);
	});
} else {
	process.exitCode = restartTrusting();
}
