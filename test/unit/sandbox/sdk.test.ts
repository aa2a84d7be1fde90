import { startSandbox, type Sandbox } from '../../sandbox';

/** What of Meta's SDK is used here; it has no type declarations of its own. */
interface SdkObject {
	id: string;
	_data: Record<string, unknown>;
}

interface SdkCursor extends Array<SdkObject> {
	hasNext(): boolean;
	next(): Promise<SdkCursor>;
	hasPrevious(): boolean;
	previous(): Promise<SdkCursor>;
	summary?: unknown;
}

interface SdkCampaign extends SdkObject {
	get(fields: string[]): Promise<SdkCampaign>;
	update(fields: string[], params: object): Promise<unknown>;
	delete(fields: string[]): Promise<unknown>;
	createCopy(fields: string[], params: object): Promise<SdkObject>;
	getAdSets(fields: string[], params: object): Promise<SdkCursor>;
}

interface SdkAccount {
	createCampaign(fields: string[], params: object): Promise<SdkCampaign>;
	getCampaigns(fields: string[], params: object): Promise<SdkCursor>;
}

interface Sdk {
	FacebookAdsApi: { init(token: string, locale: string, crashLog: boolean): unknown };
	AdAccount: new (id: string) => SdkAccount;
	Campaign: new (id: string) => SdkCampaign;
}

/** Meta's own SDK as an independent client of the sandbox. */
describe("Meta's Node SDK", () => {
	let sandbox: Sandbox;
	let sdk: Sdk;

	beforeAll(async () => {
		sandbox = await startSandbox();
		sdk = jest.requireActual<Sdk>('facebook-nodejs-business-sdk');
		Object.defineProperty(sdk.FacebookAdsApi, 'GRAPH', { get: () => sandbox.url });
		sdk.FacebookAdsApi.init('test-token', 'en_US', false);
	});
	afterAll(async () => await sandbox.close());
	beforeEach(() => sandbox.reset());

	it('creates, reads, updates, copies and deletes a campaign', async () => {
		const account = new sdk.AdAccount('act_1001');
		const { id } = await account.createCampaign(['name'], {
			name: 'From the SDK',
			objective: 'OUTCOME_LEADS',
			status: 'PAUSED',
			special_ad_categories: [],
			daily_budget: 1500,
		});
		const campaign = new sdk.Campaign(id);
		const read = await campaign.get(['name', 'objective', 'daily_budget']);
		expect(read._data).toMatchObject({
			id,
			name: 'From the SDK',
			objective: 'OUTCOME_LEADS',
			daily_budget: '1500',
		});
		await new sdk.Campaign(id).update([], { name: 'Renamed', status: 'ACTIVE' });
		expect(sandbox.store.get(id)?.values).toMatchObject({ name: 'Renamed', status: 'ACTIVE' });
		const copy = await new sdk.Campaign(id).createCopy([], { status_option: 'PAUSED' });
		expect(copy._data).toHaveProperty('copied_campaign_id');
		await new sdk.Campaign(id).delete([]);
		expect(sandbox.store.get(id)?.values.status).toBe('DELETED');
	});

	it('reads lists with its cursors, forwards and backwards', async () => {
		const ids = sandbox.seed.campaigns('1001', 7);
		const account = new sdk.AdAccount('act_1001');
		const seen: string[] = [];
		let page = await account.getCampaigns(['name'], { limit: 3, summary: 'total_count' });
		expect(page.summary).toEqual({ total_count: 7 });
		seen.push(...page.map((campaign) => campaign.id));
		while (page.hasNext()) {
			page = await page.next();
			seen.push(...page.map((campaign) => campaign.id));
		}
		expect(seen).toEqual(ids);
		page = await page.previous();
		expect(page.map((campaign) => campaign.id)).toEqual(ids.slice(3, 6));
	});

	it('understands its errors', async () => {
		const account = new sdk.AdAccount('act_1001');
		const wrong = account.createCampaign([], {
			name: 'x',
			objective: 'FUN',
			special_ad_categories: [],
		});
		await expect(wrong).rejects.toMatchObject({
			status: 400,
			response: { code: 100, message: expect.stringContaining('Param objective must be one of') },
		});
	});
});
