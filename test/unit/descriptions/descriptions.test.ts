import type { INodeProperties } from 'n8n-workflow';

import {
	ADDITIONAL_FIELDS,
	additionalFieldsOf,
	NODE_OPTIONS,
	topLevelFieldsOf,
} from '../../../nodes/shared/operation/standardFields';
import { documentedIds, readDocumentation } from '../../tools/documented';
import { operationsOf, packageNodes, type PackageNode } from '../../tools/nodes';

/** n8n's editor loads every description when it starts. */
const MAX_DESCRIPTION_BYTES = 300_000;

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

		test('has a description of less than 300 kB', () => {
			const size = Buffer.byteLength(JSON.stringify(entry.node.description));
			expect(size).toBeLessThan(MAX_DESCRIPTION_BYTES);
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

		test('claims documented ids only', () => {
			const known = new Set(documentedIds(documentation));
			const claimed = operations.flatMap(({ operation }) => operation.documents);
			expect(claimed.filter((id) => !known.has(id))).toEqual([]);
		});

		test('claims every documented operation once', () => {
			const claimed = operations.flatMap(({ operation }) => operation.documents);
			const documented = documentation[nodeName].map(({ id }) => id);
			expect(documented.filter((id) => !claimed.includes(id))).toEqual([]);
			expect(repeated(claimed)).toEqual([]);
		});

		describe.each(
			operations.map(
				({ resourceName, operationName, operation }) =>
					[`${resourceName}.${operationName}`, operation] as const,
			),
		)('%s', (_name, operation) => {
			const fields = [...topLevelFieldsOf(operation), ...additionalFieldsOf(operation)];

			test('has a field for every name in its path, and no other path field', () => {
				const inPath = fields.filter(({ place }) => place === 'path').map(({ name }) => name);
				const names = [...(operation.request?.path ?? '').matchAll(/\{(\w+)\}/g)];
				if (operation.request) expect(names.map(([, name]) => name)).toEqual(inPath);
				expect(fields.filter(({ place }) => place === 'path').every(isRequired)).toBe(true);
			});

			test('has no two fields of one name', () => {
				expect(repeated(fields.map(({ name }) => name))).toEqual([]);
			});

			test('requests what is documented', () => {
				const requests = documentation[nodeName]
					.filter(({ id, variants }) =>
						[id, ...variants.map((variant) => variant.id)].some((known) =>
							operation.documents.includes(known),
						),
					)
					.flatMap(({ method, path, alsoAt = [] }) => [`${method} ${path}`, ...alsoAt]);
				const { request } = operation;
				if (!request) return;
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
