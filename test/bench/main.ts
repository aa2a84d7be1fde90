/**
 * `npm run bench`: what this package costs and gains, as ratios measured in one run.
 *
 * `npm run bench -- campaigns quota list load insights video` runs only the named parts.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { startSandbox } from '../sandbox';
import { runBareBatches, runBarePages, runFacebookNode, runOurs } from './contestants';
import { loadFacebookNode } from './facebookNode';
import { insights } from './insights';
import { withPeakMemory } from './memory';
import { makeCertificate, startTlsFront } from './tls';
import { video } from './video';

const ROOT = join(__dirname, '..', '..');
const ACCOUNT = '1001';
const ITEMS = 500;
const SERVER_LATENCY_MS = 50;
const ROUNDS = 3;
const PLENTY_OF_CALLS = 10_000_000;

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

async function campaigns(): Promise<void> {
	const sandbox = await startSandbox({
		latencyMs: SERVER_LATENCY_MS,
		limits: { callsPerHour: PLENTY_OF_CALLS },
	});
	const front = await startTlsFront(sandbox, certificate);
	const facebookNode = await loadFacebookNode();
	const numbered = Array.from({ length: ITEMS }, (_, index) => ({ name: `Campaign ${index}` }));

	// The first run of a process loads n8n's engine.
	await runOurs(front.url, { operation: 'getMany', ad_account: adAccount }, [{}]);

	const ours = await median(() =>
		runOurs(
			front.url,
			{
				operation: 'create',
				ad_account: adAccount,
				name: '={{ $json.name }}',
				objective: 'OUTCOME_TRAFFIC',
				special_ad_categories: [],
				status: 'PAUSED',
			},
			numbered,
		),
	);
	const createBody = (name: string) =>
		new URLSearchParams({
			name,
			objective: 'OUTCOME_TRAFFIC',
			special_ad_categories: '[]',
			status: 'PAUSED',
		}).toString();
	const bare = await median(() =>
		runBareBatches(
			front.url,
			numbered.map(({ name }) => ({
				method: 'POST',
				relative_url: `act_${ACCOUNT}/campaigns`,
				body: createBody(name),
			})),
		),
	);
	const facebook = await runFacebookNode(
		facebookNode,
		front.host,
		{
			httpRequestMethod: 'POST',
			node: `act_${ACCOUNT}`,
			edge: 'campaigns',
			options: {
				queryParametersJson:
					'={{ JSON.stringify({name: $json.name, objective: "OUTCOME_TRAFFIC", special_ad_categories: "[]", status: "PAUSED"}) }}',
			},
		},
		numbered,
	);
	report('create', ours.seconds, bare.seconds, facebook.seconds);

	const ids = ours.items.map(({ json }) => ({ id: String(json.id) }));
	const campaignId = { __rl: true, mode: 'id', value: '={{ $json.id }}' };
	const oursGet = await median(() =>
		runOurs(
			front.url,
			{
				operation: 'get',
				campaign_id: campaignId,
				output: 'selected',
				outputFields: ['name', 'objective', 'status'],
			},
			ids,
		),
	);
	const bareGet = await median(() =>
		runBareBatches(
			front.url,
			ids.map(({ id }) => ({ method: 'GET', relative_url: `${id}?fields=${LIST_FIELDS}` })),
		),
	);
	const facebookGet = await runFacebookNode(
		facebookNode,
		front.host,
		{
			httpRequestMethod: 'GET',
			node: '={{ $json.id }}',
			options: { queryParametersJson: JSON.stringify({ fields: LIST_FIELDS }) },
		},
		ids,
	);
	report('get', oursGet.seconds, bareGet.seconds, facebookGet.seconds);

	const oursUpdate = await median(() =>
		runOurs(
			front.url,
			{
				operation: 'update',
				campaign_id: campaignId,
				additionalFields: { name: '={{ "Renamed " + $json.id }}' },
			},
			ids,
		),
	);
	const bareUpdate = await median(() =>
		runBareBatches(
			front.url,
			ids.map(({ id }) => ({ method: 'POST', relative_url: id, body: `name=Renamed+${id}` })),
		),
	);
	const facebookUpdate = await runFacebookNode(
		facebookNode,
		front.host,
		{
			httpRequestMethod: 'POST',
			node: '={{ $json.id }}',
			options: { queryParametersJson: '={{ JSON.stringify({name: "Renamed " + $json.id}) }}' },
		},
		ids,
	);
	report('update', oursUpdate.seconds, bareUpdate.seconds, facebookUpdate.seconds);
	front.close();
	await sandbox.close();
}

/** The middle one of several runs. */
async function median<Run extends { seconds: number }>(run: () => Promise<Run>): Promise<Run> {
	const runs: Run[] = [];
	for (let round = 0; round < ROUNDS; round++) runs.push(await run());
	return runs.sort((a, b) => a.seconds - b.seconds)[Math.floor(ROUNDS / 2)];
}

function report(what: string, ours: number, bare: number, facebook: number): void {
	say(
		`${ITEMS} x ${what}, ${SERVER_LATENCY_MS} ms per HTTP answer: ours ${ours.toFixed(2)} s, bare batches ${bare.toFixed(2)} s, n8n's Facebook node ${facebook.toFixed(2)} s; ` +
			`${(facebook / ours).toFixed(1)} times as fast as the Facebook node, ${(ours / bare).toFixed(2)} times the bare batches`,
	);
}

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
	const sandbox = await startSandbox({ limits: { callsPerHour: PLENTY_OF_CALLS } });
	sandbox.seed.campaigns(ACCOUNT, LISTED_CAMPAIGNS);
	const bare = await runBarePages(sandbox.url, `/act_${ACCOUNT}/campaigns`, {
		fields: LIST_FIELDS,
		limit: '500',
	});
	const parameters = {
		operation: 'getMany',
		ad_account: adAccount,
		returnAll: true,
		output: 'selected',
		outputFields: ['name', 'objective', 'status'],
	};
	const { result: ours, peakMb } = await withPeakMemory(
		async () => await runOurs(sandbox.url, parameters, [{}]),
	);
	say(
		`${ours.items.length} campaigns listed: ${Math.round(ours.items.length / ours.seconds)} items/s against ${Math.round(bare.rows / bare.seconds)} rows/s of a bare loop ` +
			`(${(ours.seconds / bare.seconds).toFixed(2)} times its time), memory grew by ${peakMb} MB at its peak`,
	);
	await sandbox.close();
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
	campaigns,
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
