import assert from 'node:assert/strict';
import type { Check } from './checks';
import { execute, pairs, successful } from './execution';
import type { Stage } from './stage';
import { MAX_PAGE_ROWS, workflowFile } from './stage';

const WORKFLOWS = ['two-hundred-items', 'life-of-a-campaign', 'bad-items', 'expired-token'];
const AD_ACCOUNT = 'act_1001';
const ITEMS = 200;

/** What a user does with campaigns, in a real n8n: workflow files in, items and sandbox state out. */
export function campaignChecks({ n8n, sandbox }: Stage): Check[] {
	const campaigns = () => sandbox.store.children(AD_ACCOUNT, 'campaigns');
	const valuesOf = (id: unknown) => sandbox.store.get(String(id))?.values;
	const namesFrom = (prefix: string) =>
		campaigns()
			.map(({ values }) => String(values.name))
			.filter((name) => name.startsWith(prefix));
	return [
		{
			name: 'n8n imports the workflows',
			run: async () => await n8n.importWorkflows(WORKFLOWS.map(workflowFile)),
		},
		{
			name: `${ITEMS} items become ${ITEMS} campaigns, in batches`,
			run: async () => {
				const execution = await execute(n8n, 'two-hundred-items');
				const items = successful(execution, 'Create');
				assert.equal(items.length, ITEMS);
				assert.deepEqual(pairs(items), [...Array(ITEMS).keys()]);
				items.forEach(({ json }, index) => {
					const values = valuesOf(json.id);
					assert.equal(values?.name, `Campaign ${index + 1}`);
					assert.equal(Number(values?.daily_budget), 1000 + index);
					assert.equal(values?.status, 'PAUSED');
				});
				assert.equal(new Set(items.map(({ json }) => json.id)).size, ITEMS);
				assert.equal(namesFrom('Campaign ').length, ITEMS);
				const writes = sandbox.requests.filter(
					({ batch, method }) => batch === undefined && method === 'POST',
				);
				assert.ok(writes.length <= 10, `${writes.length} HTTP requests were sent`);
			},
		},
		{
			name: 'a campaign lives: create, get, list, update, copy, pause, archive, delete',
			run: async () => {
				const before = campaigns().length;
				const first = sandbox.requests.length;
				const execution = await execute(n8n, 'life-of-a-campaign');
				const [created] = successful(execution, 'Create');
				const [read] = successful(execution, 'Get');
				assert.equal(read.json.id, created.json.id);
				assert.equal(read.json.name, 'Life of a campaign');

				const listed = successful(execution, 'Get Many');
				assert.equal(listed.length, before + 1);
				assert.ok(listed.some(({ json }) => json.id === created.json.id));
				assert.ok(pairs(listed).every((item) => item === 0));
				const pages = sandbox.requests
					.slice(first)
					.filter(
						({ path, method, status, batch }) =>
							path === `/${AD_ACCOUNT}/campaigns` &&
							method === 'GET' &&
							status === 200 &&
							batch === undefined,
					);
				assert.ok(
					pages.length >= Math.ceil(listed.length / MAX_PAGE_ROWS),
					`${pages.length} pages`,
				);

				const [copied] = successful(execution, 'Copy');
				assert.notEqual(copied.json.id, created.json.id);
				for (const node of ['Update', 'Pause', 'Archive', 'Delete']) {
					assert.equal(successful(execution, node).length, 1, node);
				}
				assert.equal(valuesOf(created.json.id)?.name, 'Life of a campaign, updated');
				assert.equal(Number(valuesOf(created.json.id)?.daily_budget), 7500);
				assert.equal(valuesOf(created.json.id)?.status, 'ACTIVE');
				assert.equal(valuesOf(copied.json.id)?.status, 'DELETED');
				assert.equal(campaigns().length, before + 2);
			},
		},
		{
			name: 'bad items fail alone when the node continues',
			run: async () => {
				const execution = await execute(n8n, 'bad-items');
				const items = successful(execution, 'Errors in Line');
				assert.deepEqual(pairs(items), [0, 1, 2, 3, 4]);
				const failed = items.map(({ json }) => json.error !== undefined);
				assert.deepEqual(failed, [false, true, true, false, true]);
				assert.match(String(items[1].json.error), /objective/i);
				assert.match(String(items[2].json.error), /no_such_parameter/);
				assert.match(String(items[4].json.error), /name/i);
				assert.deepEqual(namesFrom('A '), ['A Good one', 'A Good two']);

				const [good, bad] = execution.outputs['Errors Apart'];
				assert.deepEqual(pairs(good), [0, 3]);
				assert.deepEqual(pairs(bad), [1, 2, 4]);
				assert.deepEqual(namesFrom('B '), ['B Good one', 'B Good two']);
			},
		},
		{
			name: 'an expired token ends the run and says what to do',
			run: async () => {
				const execution = await execute(n8n, 'expired-token');
				assert.equal(execution.status, 'error');
				const { message, description } = execution.error ?? {};
				assert.match(`${message} ${description}`, /token|expired|reconnect/i);
			},
		},
	];
}
