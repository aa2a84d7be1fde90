import type { INodeProperties } from 'n8n-workflow';

import { MetaAdsApi } from '../../credentials/MetaAdsApi.credentials';
import {
	ADDITIONAL_FIELDS,
	additionalFieldsOf,
	topLevelFieldsOf,
} from '../../nodes/shared/operation/standardFields';
import { runWorkflow, workflowWith } from '../support/engine';
import { coverageOf, unknownIds } from '../tools/coverage';
import { COMPLETE_NODES, documentedIds, readDocumentation } from '../tools/documented';
import { inputOf, readGoldens, type Golden, type GoldenRequest } from '../tools/golden';
import { operationsOf, packageNodes, packageNodeTypes } from '../tools/nodes';
import type { Operation } from '../../nodes/shared/operation/types';
import { startRecorder, type Recorder } from './recorder';

const TOKEN = 'test-token';
/** Dates in golden files name no zone, so they are in this one; it has a summer time. */
const TIMEZONE = 'America/New_York';

const goldens = readGoldens();
let recorder: Recorder;

beforeAll(async () => {
	recorder = await startRecorder();
});

afterAll(async () => {
	await recorder.close();
});

async function run(golden: Golden) {
	recorder.answerWith(golden.replies);
	const type = `n8n-nodes-meta-ads.${golden.nodeName}`;
	return await runWorkflow(
		workflowWith({
			type,
			parameters: { authentication: 'accessToken', ...golden.parameters },
			credentials: ['metaAdsApi'],
		}),
		{
			nodeTypes: packageNodeTypes,
			credentials: {
				metaAdsApi: { accessToken: TOKEN, graphBaseUrl: recorder.baseUrl, apiVersion: 'v24.0' },
			},
			credentialTypes: { metaAdsApi: new MetaAdsApi() },
			timezone: TIMEZONE,
			triggerItems: [inputOf(golden)],
		},
	);
}

describe.each(goldens.map((golden) => [golden.file, golden] as const))('%s', (_file, golden) => {
	test(golden.title, async () => {
		const result = await run(golden);

		expect(result.error).toBeUndefined();
		const requests = recorder.requests();
		expect(requests.map(({ authorization: _sent, ...request }) => request)).toEqual(
			golden.requests.map(({ scheme: _scheme, token: _token, ...request }) => request),
		);
		expect(requests.map(({ authorization }) => authorization)).toEqual(
			golden.requests.map(({ scheme = 'Bearer', token = TOKEN }) => `${scheme} ${token}`),
		);
		const [items] = result.outputs.Node;
		expect(items.map(({ json }) => json)).toEqual(golden.output);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(items.map(() => ({ item: 0 })));
	});
});

describe('golden files', () => {
	const documentation = readDocumentation();

	test('name documented ids only', () => {
		expect(unknownIds(documentation, goldens)).toEqual([]);
	});

	test('belong to a node of the package', () => {
		const names = packageNodes.map(({ node }) => node.description.name);
		expect(goldens.filter(({ nodeName }) => !names.includes(nodeName))).toEqual([]);
	});

	test.each(COMPLETE_NODES)('cover all that is documented of %s', (nodeName) => {
		const { operations, variants } = coverageOf(documentation, goldens)[nodeName];
		expect(operations.documented).toBeGreaterThan(0);
		expect([...operations.missing, ...variants.missing]).toEqual([]);
	});

	test('cover whatever an operation claims', () => {
		const documented = new Set(documentedIds(documentation));
		const covered = new Set(goldens.flatMap(({ documents }) => documents));
		const claimed = packageNodes
			.flatMap(operationsOf)
			.flatMap(({ operation }) => operation.documents);
		expect(claimed.filter((id) => !documented.has(id) || !covered.has(id))).toEqual([]);
	});

	test('cover no node in full that is not marked complete', () => {
		const full = Object.entries(coverageOf(documentation, goldens)).filter(
			([, { operations, variants }]) =>
				operations.covered > 0 && operations.missing.length + variants.missing.length === 0,
		);
		expect(full.map(([nodeName]) => nodeName).sort()).toEqual([...COMPLETE_NODES].sort());
	});

	test('send what they document to where it is documented', () => {
		const requestsOf = new Map(
			Object.values(documentation)
				.flat()
				.flatMap(({ id, method, path, alsoAt = [], variants }) =>
					[id, ...variants.map((variant) => variant.id)].map(
						(known) => [known, [`${method} ${path}`, ...alsoAt]] as const,
					),
				),
		);
		const elsewhere = goldens.filter(({ documents, requests }) =>
			documents.some(
				(id) =>
					!requestsOf
						.get(id)
						?.some((documented) => requests.some((sent) => isRequestTo(documented, sent))),
			),
		);
		expect(elsewhere.map(({ file }) => file)).toEqual([]);
	});

	test.each(packageNodes.map((entry) => [entry.node.description.name, entry] as const))(
		'set every field of every operation of %s',
		(nodeName, entry) => {
			const mine = goldens.filter((golden) => golden.nodeName === nodeName);
			const operations = operationsOf(entry).map((placed) => ({
				...placed,
				fields: [
					...topLevelFieldsOf(placed.operation),
					...additionalFieldsOf(placed.operation),
				].filter(({ to, name }) => to === undefined || to || isInPath(placed.operation, name)),
				saved: mine
					.filter(
						({ parameters: { resource, operation } }) =>
							resource === placed.resourceName && operation === placed.operationName,
					)
					.map(({ parameters }) => ({ ...parameters, ...Object(parameters[ADDITIONAL_FIELDS]) })),
			}));
			// What is the same is made by the same builder: it has to be set in one of its places.
			const setInside = new Set(
				operations.flatMap(({ fields, saved }) =>
					fields.flatMap(({ property }) =>
						saved.flatMap((parameters) => setMembers(property, parameters[property.name])),
					),
				),
			);
			const unset = operations.flatMap(({ resourceName, operationName, fields, saved }) =>
				fields
					.flatMap(({ property }) => [
						...(saved.some(({ [property.name]: value }) => value !== undefined)
							? []
							: [property.name]),
						...insideOf(property)
							.filter(({ member }) => !setInside.has(lookOf(member)))
							.map(({ path }) => path),
					])
					.map((path) => `${resourceName}.${operationName}: ${path}`),
			);
			expect(unset).toEqual([]);
		},
	);
});

/** Whether a field fills the path of a request. */
function isInPath({ request }: Operation, name: string): boolean {
	return typeof request === 'object' && request.path.includes(`{${name}}`);
}

/** Whether a request goes to a documented one: `POST /act_{ad_account_id}/campaigns`. */
function isRequestTo(documented: string, { method, path }: GoldenRequest): boolean {
	const pattern = documented.replace(/\{\w+\}/g, '[^/]+');
	return new RegExp(`^${pattern}$`).test(`${method} ${path.replace(/^\/v\d+\.\d+/, '')}`);
}

/** What a nested property is made of, next level only. */
function membersOf({ options = [] }: INodeProperties): INodeProperties[] {
	return options.flatMap((option) => {
		if ('values' in option) return option.values;
		return 'type' in option ? [option] : [];
	});
}

/** All that a property is made of, with the path to it: `promoted_object.page_id`. */
function insideOf(property: INodeProperties): Array<{ path: string; member: INodeProperties }> {
	return membersOf(property)
		.flatMap((member) => [{ path: member.name, member }, ...insideOf(member)])
		.map(({ path, member }) => ({ path: `${property.name}.${path}`, member }));
}

/** The members that a saved value sets, without the group of a collection and the entries of a list. */
function setMembers(property: INodeProperties, saved: unknown): string[] {
	if (Array.isArray(saved)) return saved.flatMap((entry) => setMembers(property, entry));
	if (typeof saved !== 'object' || saved === null) return [];
	const values = saved as Record<string, unknown>;
	const grouped = property.type === 'fixedCollection' ? values.value : undefined;
	if (typeof grouped === 'object') return setMembers(property, grouped);
	return membersOf(property)
		.filter(({ name }) => values[name] !== undefined)
		.flatMap((member) => [lookOf(member), ...setMembers(member, values[member.name])]);
}

function lookOf(property: INodeProperties): string {
	return JSON.stringify(property);
}
