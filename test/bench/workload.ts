import { groupBy, range, sum, uniq } from 'lodash';

import { startSandbox } from '../sandbox';
import { PLENTY_OF_CALLS, runBareBatches, runFacebookNode, runOurs } from './contestants';
import { median, setRace, type Say } from './race';
import { startSandboxProcess } from './sandboxProcess';

const ACCOUNT = '1001';
const ITEMS = 500;
const ADS_PER_CAMPAIGN = 2;
/** A batch of 50 steps takes a second, as long as Meta takes for so many writes. */
const WORKING_SERVER = { latencyMs: 50, stepMs: 100, stepsAtOnce: 5 };

const FAULTY_ITEMS = 1_000;
/** Every so many HTTP answers one is lost or broken, although the work was done. */
const FAULTY_EVERY = 5;
const FAULTS = ['lostReply', 'truncated'] as const;
const MAX_FAULTS = 100;

const adAccount = { __rl: true, mode: 'id', value: ACCOUNT };
const campaignParameters = {
	operation: 'create',
	ad_account: adAccount,
	name: '={{ $json.name }}',
	objective: 'OUTCOME_TRAFFIC',
	special_ad_categories: [],
	status: 'PAUSED',
};

/** Batches against a server that needs time for each of their steps. `npm run bench -- batches` */
export async function batches(say: Say): Promise<void> {
	const sandbox = await startSandboxProcess({
		options: { ...WORKING_SERVER, limits: { callsPerHour: PLENTY_OF_CALLS } },
	});
	await warmUp(sandbox);
	const ours = await median(() => runOurs(sandbox.url, campaignParameters, named(ITEMS)));
	const { throttledCalls } = await sandbox.usage();
	const bare = await median(() =>
		runBareBatches(
			sandbox.url,
			named(ITEMS).map(({ name }) => ({
				method: 'POST',
				relative_url: `act_${ACCOUNT}/campaigns`,
				body: new URLSearchParams({
					name,
					objective: 'OUTCOME_TRAFFIC',
					special_ad_categories: '[]',
					is_adset_budget_sharing_enabled: 'false',
					status: 'PAUSED',
				}).toString(),
			})),
		),
	);
	say(
		`${ITEMS} x create, ${WORKING_SERVER.latencyMs} ms per HTTP answer and ${WORKING_SERVER.stepMs} ms per step, ${WORKING_SERVER.stepsAtOnce} steps at a time: ` +
			`ours ${ours.seconds.toFixed(2)} s, bare batches one after the other ${bare.seconds.toFixed(2)} s, ` +
			`${(ours.seconds / bare.seconds).toFixed(2)} times their time, ${throttledCalls} throttled`,
	);
	sandbox.close();
}

/** One list per item. `npm run bench -- lists` */
export async function lists(say: Say): Promise<void> {
	const { sandbox, front, facebookNode, close } = await setRace(WORKING_SERVER.latencyMs);
	await warmUp(sandbox);
	const campaigns = sandbox.seed.campaigns(ACCOUNT, ITEMS);
	for (const campaign of campaigns) {
		const [adSet] = sandbox.seed.adSets(campaign, 1);
		sandbox.seed.ads(adSet, ADS_PER_CAMPAIGN);
	}
	const items = campaigns.map((id) => ({ id }));
	const ours = await median(() =>
		runOurs(
			front.url,
			{
				operation: 'getAds',
				campaign_id: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
				returnAll: true,
				output: 'selected',
				outputFields: ['name', 'status'],
			},
			items,
		),
	);
	const facebook = await runFacebookNode(
		facebookNode,
		front.host,
		{
			httpRequestMethod: 'GET',
			node: '={{ $json.id }}',
			edge: 'ads',
			options: { queryParametersJson: JSON.stringify({ fields: 'id,name,status', limit: 500 }) },
		},
		items,
	);
	say(
		`${ITEMS} x Get Ads (${ours.items.length} ads), ${WORKING_SERVER.latencyMs} ms per HTTP answer: ours ${ours.seconds.toFixed(2)} s, ` +
			`n8n's Facebook node ${facebook.seconds.toFixed(2)} s, ${(facebook.seconds / ours.seconds).toFixed(1)} times as fast`,
	);
	await close();
}

/** Writes whose answers get lost: looked for, never done twice. `npm run bench -- faults` */
export async function faults(say: Say): Promise<void> {
	const sandbox = await startSandbox({ latencyMs: 50, limits: { callsPerHour: PLENTY_OF_CALLS } });
	await warmUp(sandbox);
	const logged = sandbox.requests.length;
	sandbox.faults.add(
		...range(MAX_FAULTS).map((index) => ({
			fault: FAULTS[index % FAULTS.length],
			match: { batchStep: false },
			skip: (FAULTY_EVERY - 1) * (index + 1),
		})),
	);
	const ours = await runOurs(sandbox.url, campaignParameters, named(FAULTY_ITEMS));
	const http = sandbox.requests.slice(logged).filter(({ batch }) => batch === undefined);
	const writes = http.filter(({ number }) =>
		sandbox.requests.some(({ parent, method }) => parent === number && method === 'POST'),
	);
	const lost = writes.filter(({ fault }) => fault !== undefined);
	const made = sandbox.store.ofType('campaign').map(({ values }) => String(values.name));
	const doubled = sum(Object.values(groupBy(made)).map(({ length }) => length - 1));
	say(
		`${FAULTY_ITEMS} x create, every ${FAULTY_EVERY}th answer lost: ${ours.seconds.toFixed(1)} s, ` +
			`${FAULTY_ITEMS - uniq(made).length} missing, ${doubled} doubled, ${lost.length} of ${writes.length} batches lost, ` +
			`${((http.length - writes.length) / lost.length).toFixed(1)} further HTTP calls per lost batch`,
	);
	await sandbox.close();
}

/** The first run of a process loads n8n's engine. */
async function warmUp({ url }: { url: string }): Promise<void> {
	await runOurs(url, { operation: 'getMany', ad_account: adAccount }, [{}]);
}

function named(count: number): Array<{ name: string }> {
	return range(count).map((index) => ({ name: `Campaign ${index}` }));
}
