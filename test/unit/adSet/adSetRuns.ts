import type { IDataObject } from 'n8n-workflow';

import { adSet } from '../../../nodes/MetaAdSet/resources/adSet';
import { createGraphClient } from '../../../nodes/shared/graph/client';
import { execute } from '../../../nodes/shared/operation/run';
import { inForm } from '../../support/form';
import { FakeClient, FakeExecution } from '../operation/support';

export const US: IDataObject = { geo_locations: { countries: ['US'] } };

export function byId(value: string): IDataObject {
	return { __rl: true, mode: 'id', value };
}

const newAdSet: IDataObject = {
	ad_account: byId('1001'),
	campaign_id: byId('120210000000000001'),
	name: 'Spring',
	targeting: US,
	status: 'PAUSED',
	amounts_in: 'minorUnits',
};
const existingAdSet: IDataObject = {
	ad_account: byId(''),
	adset_id: byId('120210000000000003'),
	amounts_in: 'minorUnits',
};

/** Fields of the form: optional ones under `additionalFields`. */
export type Form = IDataObject & { additionalFields?: IDataObject };

/** Runs an operation on ad sets, one item per form, against a client that keeps what was sent. */
export async function run(operation: string, ...forms: Form[]): Promise<FakeClient> {
	const client = new FakeClient();
	jest.mocked(createGraphClient).mockImplementation(async () => await Promise.resolve(client));
	const base = operation === 'create' ? newAdSet : existingAdSet;
	const execution = new FakeExecution(
		forms.map((form) =>
			inForm('n8n-nodes-meta-ads.metaAdSet', {
				resource: 'adSet',
				operation,
				additionalFields: {},
				...base,
				...form,
			}),
		),
	);
	await execute(execution.functions, { adSet });
	return client;
}

/** What is said of a form that is not sent. */
export async function issue(operation: string, form: Form): Promise<string> {
	return await run(operation, form).then(
		() => 'nothing',
		(error: Error) => error.message,
	);
}

/** A row of a table of checks: what is refused and how, and the nearest that is allowed. */
export type Row = [title: string, refused: Form, message: string, allowed: Form];

const WAY_ROUND = ' (Send Unusual Combinations in Options sends it all the same)';

/** Tests that each row is refused with its message, unless it is insisted on where that helps, and that its neighbour is sent. */
export function testRows(operation: string, rows: Row[]): void {
	describe.each(rows)(`${operation}: %s`, (_title, refused, message, allowed) => {
		test('is refused before anything is sent', async () => {
			const said = await issue(operation, refused);
			expect(said.replace(WAY_ROUND, '')).toBe(message);
			const insisting = { ...refused, options: { sendUnusual: true } };
			expect(await issue(operation, insisting)).toBe(said === message ? message : 'nothing');
		});

		test('is allowed otherwise', async () => {
			expect(await issue(operation, allowed)).toBe('nothing');
		});
	});
}
