import type { IDataObject } from 'n8n-workflow';

import { bidStrategies } from '../../nodes/shared/fields/campaign';
import { topLevelFieldsOf, additionalFieldsOf } from '../../nodes/shared/operation/standardFields';
import type { Field, Operation } from '../../nodes/shared/operation/types';
import { inputOf, readGoldens } from '../tools/golden';
import { operationsOf, packageNode, packageNodes } from '../tools/nodes';
import { Bench, itemsOf, told } from './support/bench';
import { byId, createParameters, oneNode } from './support/campaigns';
import { choicesOf, parametersOf } from './support/choices';
import {
	BEFORE_THE_SAMPLES,
	knownParameters,
	REFUSED,
	seedWorld,
	titleOf,
} from './support/goldenWorld';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const CAMPAIGN = '120210000000000001';
const AD_SET = '120210000000000021';
const VIDEO = '5001';
/** Nodes whose samples name dates that are over. */
const IN_THE_PAST = ['metaAdSet', 'metaCampaign'];

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => {
	bench.reset();
	const { seed } = bench.sandbox;
	seed.campaigns('1001', 2, (number) => ({ id: `12021000000000000${number}` }));
	seed.adSets(CAMPAIGN, 2, (number) => ({ id: `12021000000000002${number}` }));
	seed.ads(AD_SET, 2, (number) => ({ id: `12021000000000003${number}` }));
});

describe('what the documentation shows is taken by a strict server', () => {
	const goldens = readGoldens();

	let past: Bench;
	beforeAll(async () => (past = await Bench.open({ now: () => BEFORE_THE_SAMPLES })));
	afterAll(async () => await past.sandbox.close());

	test.each(goldens.map((golden) => [titleOf(golden), golden] as const))(
		'%s',
		async (title, golden) => {
			const then = IN_THE_PAST.includes(golden.nodeName) ? past : bench;
			then.reset();
			seedWorld(then.sandbox, golden);
			const { resource, operation } = golden.parameters;
			const type = `n8n-nodes-meta-ads.${golden.nodeName}`;
			const run = await then.run(
				oneNode(
					`${resource}.${operation}`,
					{ ...knownParameters(golden), options: { leaveOutEmpty: true } },
					{ type },
				),
				{ inputs: [inputOf(golden)] },
			);
			expect(told(run)).toMatch(REFUSED[title] ?? /^ \| $/);
		},
	);

	test('what is refused is still a sample', () => {
		expect(goldens.map(titleOf)).toEqual(expect.arrayContaining(Object.keys(REFUSED)));
	});
});

describe('every choice that a form offers is known to a strict server', () => {
	const { resources } = packageNode('metaCampaign');
	const { create, update, getMany, getAds, getAdSets, copy, deleteMany } =
		resources.campaign.operations;

	/** Values that need others beside them. */
	const beside: Record<string, IDataObject> = {
		...Object.fromEntries(bidStrategies.map(({ value }) => [value, { daily_budget: 1000 }])),
		include_recommendations: { execution_options: ['include_recommendations', 'validate_only'] },
		AUTOMATED_SHOPPING_ADS: { objective: 'OUTCOME_SALES' },
		SMART_APP_PROMOTION: { objective: 'OUTCOME_APP_PROMOTION' },
	};

	const casesOf = (operation: Operation) =>
		parametersOf(operation)
			.flatMap((field) =>
				choicesOf(field.property)
					.filter((value) => value !== '')
					.map((value) => [field.name, value] as const),
			)
			.map(([name, value]) => [name, value] as [string, string]);

	test.each(casesOf(create))('create: %s %s', async (name, value) => {
		const field = fieldOf(create, name);
		const run = await bench.run(
			oneNode('campaign.create', {
				...createParameters({ name: 'Choice' }),
				...placed(create, { [name]: valueOf(field, value), ...beside[value] }),
			}),
		);
		expect(told(run)).toBe(' | ');
	});

	test.each(casesOf(update))('update: %s %s', async (name, value) => {
		const field = fieldOf(update, name);
		const run = await bench.run(
			oneNode('campaign.update', {
				campaign_id: byId(CAMPAIGN),
				...placed(update, { [name]: valueOf(field, value), ...beside[value] }),
			}),
		);
		expect(told(run)).toBe(' | ');
	});

	test.each([
		...casesOf(getMany).map((one) => ['getMany', ...one] as const),
		...casesOf(getAds).map((one) => ['getAds', ...one] as const),
		...casesOf(getAdSets).map((one) => ['getAdSets', ...one] as const),
		...casesOf(copy).map((one) => ['copy', ...one] as const),
		...casesOf(deleteMany).map((one) => ['deleteMany', ...one] as const),
	])('%s: %s %s', async (operation, name, value) => {
		const definition = resources.campaign.operations[operation];
		const field = fieldOf(definition, name);
		const run = await bench.run(
			oneNode(`campaign.${operation}`, {
				ad_account: byId('1001'),
				campaign_id: byId(CAMPAIGN),
				...placed(definition, {
					[name]: valueOf(field, value),
					...(value === 'DELETE_ARCHIVED_BEFORE' ? { before_date: '2026-01-01T00:00:00' } : {}),
				}),
			}),
		);
		// The documentation names the status and says that lists with it are refused.
		if (value === 'DELETED') expect(told(run)).toMatch(/Deleted Objects/);
		else expect(told(run)).toBe(' | ');
	});
});

/** What reads of a node need to find something, by the node's name. */
const PLACES: Record<string, IDataObject> = {
	metaAdSet: { ad_account: byId('1001'), adset_id: byId(AD_SET) },
	metaCampaign: { ad_account: byId('1001'), campaign_id: byId(CAMPAIGN) },
	metaVideoUpload: {
		ad_account: byId('1001'),
		video_id: byId(VIDEO),
		page_id: byId('100000000003001'),
	},
};

describe('every field that a list or object offers can be read', () => {
	const selections = packageNodes.flatMap(operationsOf).flatMap(({ operation, ...place }) => {
		const { readable } = operation.output;
		const what = `${place.resourceName}.${place.operationName}`;
		// What a write is answered with are the same fields of the same objects.
		const isRead = !('showsSent' in operation.output);
		return readable && isRead ? [[place.nodeName, what, readable.fields] as const] : [];
	});

	beforeEach(async () => {
		const { seed } = bench.sandbox;
		seed.creatives(AD_SET, 2);
		seed.activities(AD_SET, 2);
		seed.videos('1001', 1, { id: VIDEO });
		await bench.run(
			oneNode('adStudy.create', {
				business_id: byId('2001'),
				name: 'Study',
				type: 'SPLIT_TEST',
				start_time: '2026-03-01',
				end_time: '2026-03-02',
				cells: { value: [{ name: 'A', treatment_percentage: 50, campaigns: CAMPAIGN }] },
			}),
		);
	});

	test.each(selections)('%s %s', async (nodeName, what, fields) => {
		const refused: string[] = [];
		for (const { name } of fields) {
			const parameters = { ...PLACES[nodeName], output: 'selected', outputFields: [name] };
			const type = `n8n-nodes-meta-ads.${nodeName}`;
			const run = await bench.run(oneNode(what, parameters, { type }));
			if (run.status !== 'success') refused.push(`${name}: ${told(run)}`);
		}
		expect(fields.length).toBeGreaterThan(0);
		expect(refused).toEqual([]);
	});
});

test('what is left empty is not sent where the options say so', async () => {
	const run = await bench.run(
		oneNode('campaign.create', {
			...createParameters({ name: 'Left alone' }),
			options: { leaveOutEmpty: true },
			additionalFields: {
				adlabels: {},
				budget_schedule_specs: {},
				promoted_object: {},
				special_ad_category_country: [],
				start_time: '',
				source_campaign_id: byId(''),
				iterative_split_test_configs: '',
				additionalParameters: '',
			},
		}),
	);
	itemsOf(run);
	const [{ body }] = bench.calls('POST');
	expect(Object.keys(body).sort()).toEqual([
		'is_adset_budget_sharing_enabled',
		'name',
		'objective',
		'special_ad_categories',
		'status',
	]);
	expect(body.special_ad_categories).toBe('[]');
});

function fieldOf(operation: Operation, name: string): Field {
	const field = [...topLevelFieldsOf(operation), ...additionalFieldsOf(operation)].find(
		(one) => one.name === name,
	);
	if (!field) throw new Error(`There is no field ${name}`);
	return field;
}

function valueOf({ property }: Field, value: string): string | string[] {
	return property.type === 'multiOptions' ? [value] : value;
}

/** The values where n8n keeps them: at the top level or in the collection. */
function placed(operation: Operation, values: IDataObject): IDataObject {
	const top = new Set(topLevelFieldsOf(operation).map(({ name }) => name));
	const entries = Object.entries(values).filter(([, value]) => value !== undefined);
	return {
		...Object.fromEntries(entries.filter(([name]) => top.has(name))),
		additionalFields: Object.fromEntries(entries.filter(([name]) => !top.has(name))),
	};
}
