import tables from './documented.json';
import type { Params } from './types';

const known = tables.parameters as unknown as Record<string, Params>;
const fieldTypes: Record<string, Record<string, string>> = tables.fields;

/**
 * The parameters of a documented operation, from the tables that `npm run sandbox:tables` makes.
 * @param own what is known better: limits, members of objects, what only prose and samples name
 */
export function documented(id: string, own: Params = {}): Params {
	if (!(id in known)) throw new Error(`Nothing is documented as ${id}`);
	return { ...known[id], ...own };
}

/** The documented values of a parameter, or of the entries of a list. */
export function documentedValues(id: string, name: string): readonly string[] {
	const spec = documented(id)[name];
	const { values } = spec.items ?? spec;
	if (!values) throw new Error(`The values of ${name} of ${id} are not documented`);
	return values;
}

/** The fields of an object whose reference gives one of these types. */
export function documentedFields(object: string, ...types: string[]): string[] {
	return Object.entries(fieldTypes[object])
		.filter(([, type]) => types.includes(type))
		.map(([name]) => name);
}
