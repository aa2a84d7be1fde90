import type { IBinaryData, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { get } from '../../../../nodes/MetaInsights/resources/insights/get';
import { accountTimezone } from '../../../../nodes/MetaInsights/resources/insights/timezone';
import { create } from '../../../../nodes/MetaInsights/resources/report/create';
import { exportReport } from '../../../../nodes/MetaInsights/resources/report/export';
import { getResults } from '../../../../nodes/MetaInsights/resources/report/getResults';
import { GraphError, type GraphReply } from '../../../../nodes/shared/graph/types';
import type { Operation, Values } from '../../../../nodes/shared/operation/types';
import { itemOf } from './support';
import { FakeClient, FakeExecution, graphError, reply, context } from '../../operation/support';

const ROW = { spend: '1.50', actions: [{ action_type: 'link_click', value: '3' }] };

let client: FakeClient;
let written: string[];

beforeEach(() => {
	client = new FakeClient();
	written = [];
});

/** Runs an operation for one item, as the execute loop does after its checks. */
async function run(operation: Operation, values: Values): Promise<INodeExecutionData[]> {
	const prepareBinaryData = async (data: Buffer, fileName: string, mimeType: string) =>
		await Promise.resolve<IBinaryData>({ data: data.toString('base64'), fileName, mimeType });
	const execution: Partial<IExecuteFunctions> = {
		getNode: () => new FakeExecution([]).getNode(),
		helpers: { prepareBinaryData } as unknown as IExecuteFunctions['helpers'],
	};
	if (!operation.run) throw new Error('The operation is a single request');
	return await operation.run({
		execution: execution as IExecuteFunctions,
		client,
		...itemOf(operation, values),
		itemIndex: 0,
		timezone: context.timezone,
		wrote: (id) => void written.push(id),
		note: () => undefined,
	});
}

const several = { report_on: 'ids', object_ids: ['act_1', '7'], level: 'ad' };

describe('Start Report', () => {
	test('starts the reports of many objects in one call', async () => {
		client.answer = (_request, number) => reply({ report_run_id: 100 + number });
		const items = await run(create, several);
		expect(items.map(({ json }) => json)).toEqual([
			{ report_run_id: '100', object_id: 'act_1' },
			{ report_run_id: '101', object_id: '7' },
		]);
		expect(client.batches).toHaveLength(1);
		expect(client.sent).toMatchObject([
			{ method: 'POST', path: '/act_1/insights', quotaOf: '1', useCase: 'ads_insights' },
			{ method: 'POST', path: '/7/insights', parameters: { level: 'ad' }, repeat: 'always' },
		]);
	});

	test('names what was started when another was refused', async () => {
		client.answer = ({ path }) =>
			path.startsWith('/act_') ? reply({ report_run_id: 5 }) : { error: graphError() };
		await expect(run(create, several)).rejects.toBeInstanceOf(GraphError);
		expect(written).toEqual(['5']);
	});
});

describe('rows', () => {
	beforeEach(() => {
		client.listed = [{ rows: [ROW] }];
	});

	test.each([
		['Get', get, { report_on: 'account', ad_account: '1' }],
		['Get Report Results', getResults, { report_run_id: '5' }],
	])('of %s come as Meta gives them, or shaped', async (_name, operation, values) => {
		const [plain] = await run(operation, values);
		expect(plain.json).toEqual(ROW);
		const [shaped] = await run(operation, { ...values, shape_rows: true });
		expect(shaped.json).toEqual({ spend: 1.5, actions_link_click: 3 });
	});

	test('of a report come with its summary', async () => {
		client.listed = [{ rows: [ROW], summary: { spend: '1.50' } }, { rows: [ROW] }];
		const items = await run(getResults, { report_run_id: '5', returnAll: true });
		expect(items.map(({ json }) => json.summary)).toEqual([{ spend: '1.50' }, { spend: '1.50' }]);
	});
});

describe('Export Report', () => {
	const answer = (given: Partial<GraphReply>) => {
		client.request = async () =>
			await Promise.resolve({ headers: {}, statusCode: 200, ...given, body: {} as never });
	};

	test('gives the file under the chosen name', async () => {
		const headers = { 'content-type': 'text/csv; charset=utf-8' };
		answer({ file: Buffer.from('a,b'), headers });
		const values = { report_run_id: '5', format: 'csv', name: 'a/b', output_field: 'report' };
		const [{ json, binary }] = await run(exportReport, values);
		expect(json).toEqual({ report_run_id: '5', file_name: 'a_b.csv', bytes: 3 });
		expect(binary?.report).toEqual({ data: 'YSxi', fileName: 'a_b.csv', mimeType: 'text/csv' });
	});

	test('names the file after the report, and knows its type without being told', async () => {
		answer({ file: Buffer.from('x') });
		const [{ binary }] = await run(exportReport, { report_run_id: '5', format: 'xls' });
		expect(binary?.data).toMatchObject({
			fileName: 'report_5.xls',
			mimeType: 'application/vnd.ms-excel',
		});
	});

	test('says where the rows are when there is no file', async () => {
		answer({});
		const error = run(exportReport, { report_run_id: '5', format: 'csv' });
		await expect(error).rejects.toMatchObject({
			details: { advice: expect.stringContaining('Get Report Results') as string },
		});
	});
});

describe('the time zone of a report', () => {
	test('is that of the ad account, asked for once', async () => {
		client.answer = ({ path }) =>
			reply(path === '/7' ? { account_id: '1' } : { timezone_name: 'Asia/Tokyo' });
		expect(await accountTimezone(client, '7')).toBe('Asia/Tokyo');
		expect(await accountTimezone(client, 'act_1')).toBe('Asia/Tokyo');
		expect(await accountTimezone(client, '7')).toBe('Asia/Tokyo');
		expect(client.sent.map(({ path }) => path)).toEqual(['/7', '/act_1']);
	});

	test('is not known where Meta does not say', async () => {
		client.answer = () => reply({ timezone_name: 'Somewhere/Else' });
		expect(await accountTimezone(client, 'act_1')).toBeUndefined();
		client.answer = () => ({ error: graphError({ class: 'invalidParameter' }) });
		expect(await accountTimezone(client, '8')).toBeUndefined();
	});

	test('is not made up when the object cannot be read', async () => {
		client.answer = () => ({ error: graphError({ class: 'token' }) });
		await expect(accountTimezone(client, 'act_1')).rejects.toMatchObject({
			details: { class: 'token' },
		});
	});
});
