import { runBareBatches, runFacebookNode, runOurs } from './contestants';
import { median, setRace, type Say } from './race';

const ACCOUNT = '1001';
const ITEMS = 500;
const SERVER_LATENCY_MS = 50;
const LIST_FIELDS = 'id,name,objective,status';

const adAccount = { __rl: true, mode: 'id', value: ACCOUNT };

/** Campaigns made, read and changed. `npm run bench -- campaigns` */
export async function campaigns(say: Say): Promise<void> {
	const { front, facebookNode, close } = await setRace(SERVER_LATENCY_MS);
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
			is_adset_budget_sharing_enabled: 'false',
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
					'={{ JSON.stringify({name: $json.name, objective: "OUTCOME_TRAFFIC", special_ad_categories: "[]", is_adset_budget_sharing_enabled: "false", status: "PAUSED"}) }}',
			},
		},
		numbered,
	);
	report(say, 'create', ours.seconds, bare.seconds, facebook.seconds);

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
	report(say, 'get', oursGet.seconds, bareGet.seconds, facebookGet.seconds);

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
	report(say, 'update', oursUpdate.seconds, bareUpdate.seconds, facebookUpdate.seconds);
	await close();
}

function report(say: Say, what: string, ours: number, bare: number, facebook: number): void {
	say(
		`${ITEMS} x ${what}, ${SERVER_LATENCY_MS} ms per HTTP answer: ours ${ours.toFixed(2)} s, bare batches ${bare.toFixed(2)} s, n8n's Facebook node ${facebook.toFixed(2)} s; ` +
			`${(facebook / ours).toFixed(1)} times as fast as the Facebook node, ${(ours / bare).toFixed(2)} times the bare batches`,
	);
}
