import { ASSET_IDS } from '../../sandbox';
import { errorOf, openBench, rowsOf } from './support';

const bench = openBench({ limits: { tier: 'standard_access' } });

const [CUSTOMERS] = ASSET_IDS.audiences;

describe('sharing an audience', () => {
	it('tells what became of each account, and lets the others use it', async () => {
		const body = await bench.post(`${CUSTOMERS}/ad_accounts`, {
			adaccounts: ['1002', '1003', '1001', '5'],
			permissions: 'targeting_and_insights',
			relationship_type: ['AD_MANAGER'],
		});
		expect(body).toEqual({
			success: true,
			sharing_data: [
				{ ad_acct_id: '1002', business_id: '2001', audience_share_status: 'ready', errors: [] },
				{
					ad_acct_id: '1003',
					business_id: '2002',
					audience_share_status: 'failed',
					errors: ['Ad account 1003 is disabled'],
				},
				{
					ad_acct_id: '1001',
					business_id: '2001',
					audience_share_status: 'failed',
					errors: ['The audience belongs to this ad account'],
				},
				{
					ad_acct_id: '5',
					audience_share_status: 'failed',
					errors: ['Ad account 5 does not exist'],
				},
			],
		});
		expect(rowsOf(await bench.get('act_1002/customaudiences'))).toEqual([{ id: CUSTOMERS }]);
		expect(rowsOf(await bench.get(`${CUSTOMERS}/ad_accounts`))).toEqual([
			{ account_id: '1002', id: 'act_1002' },
		]);
	});

	it('replaces the list, takes accounts out, and refuses other permissions', async () => {
		bench.sandbox.seed.account('1004');
		const path = `${CUSTOMERS}/ad_accounts`;
		const shared = async () => rowsOf(await bench.get(path)).map(({ account_id: id }) => id);
		await bench.post(path, { adaccounts: ['1002'] });
		await bench.post(path, { adaccounts: ['1004'] });
		expect(await shared()).toEqual(['1002', '1004']);
		await bench.post(path, { adaccounts: ['1004'], replace: true });
		expect(await shared()).toEqual(['1004']);
		expect(await bench.remove(path, { adaccounts: ['1004'] })).toEqual({ success: true });
		expect(await shared()).toEqual([]);
		expect(errorOf(await bench.post(path, { adaccounts: ['1002'], permissions: 'all' })).code).toBe(
			100,
		);
		expect(errorOf(await bench.post(path, {})).code).toBe(100);
	});
});
