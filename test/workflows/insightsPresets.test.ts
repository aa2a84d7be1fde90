import type { IDataObject } from 'n8n-workflow';

import { permutations } from '../../nodes/MetaInsights/fields/combinations/permutations';
import { presets } from '../../nodes/MetaInsights/fields/presets';
import { startSandbox, type Sandbox } from '../sandbox';
import { reportWorkflow, rowsOf, runIn } from './support';
import { sandboxTime } from './support/bench';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

let sandbox: Sandbox;

beforeAll(async () => {
	sandbox = await startSandbox({
		...sandboxTime(),
		hourMs: 60_000,
		limits: { callsPerHour: 1_000_000 },
	});
	const dayBefore = (days: number) =>
		new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
	// An ad does not deliver on every day: on one of these some does.
	const days = { since: dayBefore(6), until: dayBefore(2) };
	sandbox.seed.insightsTree('1001', { campaigns: 1, adSetsPerCampaign: 1, adsPerAdSet: 3, days });
});

afterAll(async () => {
	await sandbox.close();
});

async function rowsWith(parameters: IDataObject): Promise<IDataObject[]> {
	const days = { operation: 'get', period: 'preset', date_preset: 'last_7d' };
	return rowsOf(await runIn(sandbox, reportWorkflow({ ...days, ...parameters })));
}

test.each(Object.entries(presets))(
	'the preset %s is a report that Meta gives',
	async (preset, { fields }) => {
		const rows = await rowsWith({ preset });
		expect(rows.length).toBeGreaterThan(0);
		expect(Object.keys(rows[0])).toEqual(expect.arrayContaining(fields.slice(0, 1)));
	},
);

const isAction = (name: string) => name.startsWith('action_');

test.each(permutations.map((permutation) => [permutation.join(' and '), permutation]))(
	'%s can be combined',
	async (_name, permutation) => {
		const names = permutation as string[];
		const fields = names.includes('skan_conversion_id') ? ['total_postbacks'] : ['actions'];
		const breakdowns = names.filter((name) => !isAction(name));
		const action_breakdowns = names.filter(isAction);
		const level = 'campaign';
		await expect(rowsWith({ fields, level, breakdowns, action_breakdowns })).resolves.toBeDefined();
	},
);
