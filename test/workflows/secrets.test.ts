import { DEFAULT_APP_SECRET, type FaultSpec } from '../sandbox';
import { Bench, jsonOf, told } from './support/bench';
import { byId, createParameters, named, oneNode } from './support/campaigns';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

/** Words that Meta could put into an error, with the caller's secrets in them. */
const TALKATIVE = [
	'Malformed access token: test-token',
	'Request https://graph.facebook.com/me?access_token=test-token&fields=id was refused',
	`{"access_token":"test-token","client_secret":"${DEFAULT_APP_SECRET}"}`,
	`Wrong secret ${DEFAULT_APP_SECRET}`,
];

const appSecret = DEFAULT_APP_SECRET;

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => bench.reset());

/** Every run of every test here is searched by `Bench.run`; this shows that it would find something. */
test('a secret in a run is found', () => {
	const search = (kept: unknown) => () => bench.expectNoSecrets(kept, { appSecret });
	expect(search({ items: [{ json: { deep: { text: 'a test-token in it' } } }] })).toThrow(/shows/);
	expect(search({ error: new Error('x', { cause: new Error(appSecret) }) })).toThrow(/shows/);
	expect(search({ credentials: { token: 'test-token' } })).not.toThrow();
});

describe.each(TALKATIVE)('an error that says %j', (message) => {
	const faults: Array<[string, FaultSpec]> = [
		['its message', { fault: 'error', code: 100, message }],
		[
			'its words for people',
			{ fault: 'error', code: 100, userTitle: message, userMessage: message },
		],
		['a step of a batch', { fault: 'error', code: 100, message, match: { batchStep: 1 } }],
		['an unknown outcome', { fault: 'status', code: 2, message }],
		['a throttle', { fault: 'error', code: 613, message }],
		['its type', { fault: 'error', code: 100, type: message }],
	];

	test.each(faults)('in %s shows no secret', async (_place, fault) => {
		bench.sandbox.faults.add({ ...fault, times: 0 });
		for (const onError of [undefined, 'continueRegularOutput', 'continueErrorOutput'] as const) {
			const run = await bench.run(
				oneNode(
					'adStudy.create',
					{
						business_id: byId('2001'),
						name: '={{ $json.name }}',
						type: 'SPLIT_TEST',
						start_time: '2026-03-01',
						end_time: '2026-03-02',
						cells: { value: [{ name: 'A', treatment_percentage: 50, campaigns: '1' }] },
						options: { maxWait: 10 },
					},
					onError ? { onError } : {},
				),
				{ items: named(2), appSecret },
			);
			if (!onError) expect(run.status).toBe('error');
			expect(JSON.stringify([told(run), jsonOf(run), jsonOf(run, 'Node', 1)])).not.toBe('[]');
		}
	});
});

test('a page of results links to the next one without the token', async () => {
	const [id] = bench.sandbox.seed.campaigns('1001', 1);
	bench.sandbox.seed.adSets(id, 5);
	const run = await bench.run(
		oneNode('campaign.get', {
			campaign_id: byId(id),
			output: 'selected',
			moreFields: 'adsets.limit(2){name,ads{name}}',
		}),
		{ appSecret },
	);
	expect(JSON.stringify(jsonOf(run))).toMatch(/access_token=\*\*\*/);
});

test('requests carry the token in a header alone, and the proof beside it', async () => {
	const [id] = bench.sandbox.seed.campaigns('1001', 1);
	for (const [what, parameters] of [
		['campaign.get', { campaign_id: byId(id) }],
		['campaign.getMany', { ad_account: byId('1001') }],
		['campaign.create', createParameters({ name: 'One' })],
		['campaign.update', { campaign_id: byId(id), additionalFields: { name: 'New' } }],
		['campaign.delete', { campaign_id: byId(id) }],
	] as const) {
		await bench.run(oneNode(what, parameters), { appSecret });
	}
	expect(bench.http).toHaveLength(5);
	for (const { tokenIn, hasProof, headers, path, query, body } of bench.http) {
		expect([tokenIn, hasProof]).toEqual(['header', true]);
		expect(headers.authorization).toBe('Bearer ***');
		expect(JSON.stringify([path, query, body])).not.toMatch(/access_token/);
	}
});
