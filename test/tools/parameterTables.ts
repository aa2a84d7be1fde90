/**
 * `npm run sandbox:tables -- <folder>`: makes `test/sandbox/schema/documented.json` from an inventory of
 * the documentation. Out of `operations.json`, a list of `{id, path, params: {name: {type, enum}}}`, come
 * the parameters of every operation as the sandbox checks them; out of `objects.json`, a list of
 * `{name, fields: [{name, source_type}]}`, the fields of objects with the types of their reference.
 */
import { union } from 'lodash';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { z } from 'zod';

import type { ParamSpec, Params } from '../sandbox/schema/types';

const FILE = path.join(__dirname, '..', 'sandbox', 'schema', 'documented.json');

const inventory = z.object({
	operations: z.array(
		z.object({
			id: z.string(),
			path: z.string(),
			params: z.record(
				z.object({
					type: z.string(),
					enum: z.array(z.union([z.string(), z.number()])),
					required_in_reference: z.boolean().optional(),
				}),
			),
		}),
	),
});

const objects = z.array(
	z.object({
		name: z.string(),
		fields: z.array(z.object({ name: z.string(), source_type: z.string().optional() })),
	}),
);

type Row = z.infer<typeof inventory>['operations'][number];

/** What every call or every list takes, and not only this one. */
const EVERYWHERE = ['access_token', 'fields', 'limit', 'after', 'before', 'summary'];
const PLAIN_TYPES = ['string', 'int', 'float', 'bool', 'datetime', 'id', 'object', 'json', 'file'];

/** Parameters by documented id; rows of one id are one operation on several objects. */
function parameterTables(operations: Row[]): Record<string, Params> {
	const tables: Record<string, Params> = {};
	for (const row of operations) {
		const own = Object.entries(row.params).filter(
			([name]) =>
				!EVERYWHERE.includes(name) &&
				!row.path.includes(`{${name}}`) &&
				// Members of objects: the inventory has those that a sample shows, not all there are.
				!/[.[]/.test(name),
		);
		for (const [name, { type, enum: values, required_in_reference: required }] of own) {
			const table = (tables[row.id] ??= {});
			const spec = together(table[name], specOf(type, values.map(String)));
			table[name] = required ? { ...spec, required } : spec;
		}
	}
	return tables;
}

function specOf(type: string, values: string[]): ParamSpec {
	const inner = /^array<(.*)>$/.exec(type)?.[1];
	if (inner !== undefined) return { type: 'list', items: specOf(inner, values) };
	if (values.length > 0 && (type === 'enum' || type === 'string')) return { type: 'enum', values };
	const known = PLAIN_TYPES.find((one) => one === type) as ParamSpec['type'] | undefined;
	return { type: known ?? 'string' };
}

/** Fields by object: those whose reference tells types. */
function fieldTables(known: z.infer<typeof objects>): Record<string, Record<string, string>> {
	const tables = known.map(({ name, fields }) => [
		name,
		Object.fromEntries(
			fields.flatMap((field) => (field.source_type ? [[field.name, field.source_type]] : [])),
		) as Record<string, string>,
	]);
	return Object.fromEntries(tables.filter(([, fields]) => Object.keys(fields).length > 0));
}

/** What one page leaves out of a list, another one has. */
function together(known: ParamSpec | undefined, spec: ParamSpec): ParamSpec {
	if (!known) return spec;
	const items = known.items && spec.items && together(known.items, spec.items);
	const values = known.values && union(known.values, spec.values);
	return { ...known, ...(items ? { items } : {}), ...(values ? { values } : {}) };
}

async function main(folder: string): Promise<void> {
	const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
	const tables = {
		parameters: parameterTables(inventory.parse(read('operations.json')).operations),
		fields: fieldTables(objects.parse(read('objects.json'))),
	};
	const options = await resolveConfig(FILE);
	const json = JSON.stringify(tables);
	writeFileSync(FILE, await format(json, { ...options, parser: 'json' }));
}

if (require.main === module) {
	const [folder] = process.argv.slice(2);
	if (!folder) throw new Error('Name the folder of the inventory');
	main(folder).catch((error: unknown) => {
		process.stderr.write(`${String(error)}\n`);
		process.exitCode = 1;
	});
}
