import { isPlainObject } from 'lodash';
import type { IDataObject, INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import {
	ADDITIONAL_FIELDS,
	additionalFieldsOf,
	topLevelFieldsOf,
} from '../../../nodes/shared/operation/standardFields';
import type { Operation } from '../../../nodes/shared/operation/types';
import { byId } from './campaigns';

type Value = IDataObject[string];

/**
 * Plain values of fields as the form of n8n keeps them: pickers by ID, groups and objects wrapped.
 * Throws Error for a field that the operation does not have.
 */
export function asForm(operation: Operation, values: IDataObject): IDataObject {
	const top = topLevelFieldsOf(operation).map(({ property }) => property);
	const additional = additionalFieldsOf(operation).map(({ property }) => property);
	const isTop = (name: string) => top.some((property) => property.name === name);
	const given = Object.entries(values).filter(([, value]) => value !== null);
	return {
		...membersOf(top, Object.fromEntries(given.filter(([name]) => isTop(name)))),
		[ADDITIONAL_FIELDS]: membersOf(
			additional,
			Object.fromEntries(given.filter(([name]) => !isTop(name))),
		),
	};
}

function membersOf(properties: INodeProperties[], values: Value): IDataObject {
	return Object.fromEntries(
		Object.entries(values as IDataObject).map(([name, value]) => {
			const property = properties.find((one) => one.name === name);
			if (!property) throw new Error(`There is no field ${name}`);
			return [name, valueOf(property, value)];
		}),
	);
}

/** Gives nothing: a field that is left empty n8n itself would complain of. */
const NOTHING = '={{ $json.nothing }}';

function valueOf({ type, options, typeOptions }: INodeProperties, value: Value): Value {
	if (type === 'resourceLocator') return byId(value === '' ? NOTHING : (value as string));
	if (value === '') return NOTHING;
	if (type === 'collection') return membersOf(options as INodeProperties[], value);
	if (type !== 'fixedCollection') return value;
	const [{ name, values }] = options as INodePropertyCollection[];
	// One value stands for an entry with one field.
	const entry = (one: Value) =>
		membersOf(values, isPlainObject(one) ? one : { [values[0].name]: one });
	const several = typeOptions?.multipleValues === true;
	return { [name]: several ? (value as Value[]).map(entry) : entry(value) };
}
