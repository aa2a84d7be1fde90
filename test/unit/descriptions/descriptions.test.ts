import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties } from 'n8n-workflow';

import {
	ADDITIONAL_FIELDS,
	additionalFieldsOf,
	NODE_OPTIONS,
	topLevelFieldsOf,
} from '../../../nodes/shared/operation/standardFields';
import { LOADED_FROM } from '../../../nodes/shared/operation/fields/choices';
import { COMPLETE_NODES, readDocumentation } from '../../tools/documented';
import { operationsOf, packageNode, packageNodes, type PackageNode } from '../../tools/nodes';

const NODES_FOLDER = path.join(__dirname, '../../../nodes');

/** Whoever opens a node in the editor waits for its description. */
const MAX_DESCRIPTION_BYTES = 200_000;
/** n8n's editor loads every description when it starts. */
const MAX_PACKAGE_BYTES = 1_000_000;
/** What the descriptions take: more than that is to be noticed. */
const CEILINGS: Record<string, number> = {
	metaAdSet: 193_500,
	metaCampaign: 54_200,
	metaInsights: 61_000,
	metaVideoUpload: 36_200,
};

const bytesOf = ({ node }: PackageNode) => Buffer.byteLength(JSON.stringify(node.description));

const documentation = readDocumentation();

/** Properties of the form with the names they have in it: `additionalFields.status`. */
function topLevel({ node }: PackageNode): INodeProperties[] {
	return node.description.properties;
}

/** Properties and all they are made of. */
function withMembers(properties: INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => [
		property,
		...(property.options ?? []).flatMap((option) => {
			if ('values' in option) return withMembers(option.values);
			return 'type' in option ? withMembers([option]) : [];
		}),
	]);
}

/** What is shown at the top level and in Additional Fields: there a name stands for one parameter. */
function parameters(entry: PackageNode): INodeProperties[] {
	const properties = topLevel(entry);
	const collected = properties
		.filter(({ name }) => name === ADDITIONAL_FIELDS || name === NODE_OPTIONS)
		.flatMap(({ options }) => (options ?? []).filter((option) => 'displayName' in option))
		.flatMap((option) => ('type' in option ? [option] : []));
	return [...properties, ...collected];
}

function repeated(names: string[]): string[] {
	return names.filter((name, index) => names.indexOf(name) !== index);
}

describe.each(packageNodes.map((entry) => [entry.node.description.name, entry] as const))(
	'%s',
	(nodeName, entry) => {
		const operations = operationsOf(entry);

		test('has a class of its name', () => {
			expect(entry.className).toBe(entry.node.constructor.name);
			expect(nodeName).toBe(entry.className[0].toLowerCase() + entry.className.slice(1));
		});

		test('has a description of its size', () => {
			expect(bytesOf(entry)).toBeLessThan(CEILINGS[nodeName] ?? MAX_DESCRIPTION_BYTES);
			expect(bytesOf(entry)).toBeLessThan(MAX_DESCRIPTION_BYTES);
		});

		test('loads the lists that its fields name, without a call', async () => {
			const asked = withMembers(topLevel(entry)).flatMap(
				({ typeOptions }) => typeOptions?.loadOptionsMethod ?? [],
			);
			const methods = (entry.node.methods?.loadOptions ?? {}) as Record<
				string,
				() => Promise<unknown[]>
			>;
			expect(Object.keys(methods).sort()).toEqual([...new Set(asked)].sort());
			for (const load of Object.values(methods)) {
				expect((await load()).length).toBeGreaterThanOrEqual(LOADED_FROM);
			}
		});

		test('shows every operation of its resources', () => {
			const offered = entry.node.description.properties
				.filter(({ name }) => name === 'operation')
				.flatMap(({ options, displayOptions }) =>
					(options ?? []).map((option) => [
						displayOptions?.show?.resource?.[0],
						'value' in option && option.value,
					]),
				);
			const existing = operations.map(({ resourceName, operationName }) => [
				resourceName,
				operationName,
			]);
			expect(offered.sort()).toEqual(existing.sort());
		});

		test('gives a name the same type in all operations', () => {
			const types = new Map<string, Set<string>>();
			for (const { name, type } of parameters(entry)) {
				types.set(name, (types.get(name) ?? new Set()).add(type));
			}
			const several = [...types].filter(([, found]) => found.size > 1);
			expect(several.map(([name, found]) => `${name}: ${[...found].join(', ')}`)).toEqual([]);
		});

		test('finds what its pickers ask for', () => {
			const asked = withMembers(topLevel(entry)).flatMap(({ modes }) =>
				(modes ?? []).flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
			);
			const existing = Object.keys(entry.node.methods?.listSearch ?? {});
			expect(asked.length).toBeGreaterThan(0);
			expect(asked.filter((method) => !existing.includes(method))).toEqual([]);
			expect(existing.filter((method) => !asked.includes(method))).toEqual([]);
		});

		test('claims no id twice', () => {
			expect(repeated(operations.flatMap(({ operation }) => operation.documents))).toEqual([]);
		});

		describe.each(
			operations.map(
				({ resourceName, operationName, operation }) =>
					[`${resourceName}.${operationName}`, operation] as const,
			),
		)('%s', (_name, operation) => {
			const fields = [...topLevelFieldsOf(operation), ...additionalFieldsOf(operation)];

			test('has a required field for every name in its path', () => {
				const { request } = operation;
				if (typeof request !== 'object') return;
				const names = [...request.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
				const inPath = fields.filter(({ name, to }) => to === false && names.includes(name));
				expect(inPath.map(({ name }) => name).sort()).toEqual([...names].sort());
				expect(inPath.every(isRequired)).toBe(true);
			});

			test('offers long lists on demand', () => {
				const long = withMembers(fields.map(({ property }) => property)).filter(
					({ type, options = [] }) =>
						(type === 'options' || type === 'multiOptions') && options.length >= LOADED_FROM,
				);
				expect(long.map(({ name }) => name)).toEqual([]);
			});

			test('has no two fields of one name', () => {
				expect(repeated(fields.map(({ name }) => name))).toEqual([]);
			});

			test('requests what is documented', () => {
				const requests = Object.values(documentation)
					.flat()
					.filter(({ id, variants }) =>
						[id, ...variants.map((variant) => variant.id)].some((known) =>
							operation.documents.includes(known),
						),
					)
					.flatMap(({ method, path, alsoAt = [] }) => [`${method} ${path}`, ...alsoAt]);
				const { request } = operation;
				if (typeof request !== 'object') return;
				expect(requests.map(shapeOf)).toContain(shapeOf(`${request.method} ${request.path}`));
			});
		});
	},
);

function isRequired({ property }: { property: INodeProperties }): boolean {
	return property.required === true;
}

/** The request without the names of its IDs, which differ from our fields' names. */
function shapeOf(request: string): string {
	return request.replace(/act_\{\w+\}/g, '{}').replace(/\{\w+\}/g, '{}');
}

test.each(COMPLETE_NODES)('%s, being complete, claims every documented operation', (nodeName) => {
	const claimed = operationsOf(packageNode(nodeName)).flatMap(
		({ operation }) => operation.documents,
	);
	const documented = documentation[nodeName].map(({ id }) => id);
	expect(documented.filter((id) => !claimed.includes(id))).toEqual([]);
});

test('every node that has a folder is in the package', () => {
	const folders = readdirSync(NODES_FOLDER).filter((name) => name.startsWith('Meta'));
	expect(packageNodes.map(({ className }) => className).sort()).toEqual(folders.sort());
});

test('all descriptions together stay small', () => {
	const bytes = packageNodes.map(bytesOf).reduce((sum, size) => sum + size, 0);
	expect(bytes).toBeLessThan(MAX_PACKAGE_BYTES);
});
