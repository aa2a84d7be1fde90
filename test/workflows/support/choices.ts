import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import {
	ADDITIONAL_FIELDS,
	additionalFieldsOf,
	topLevelFieldsOf,
} from '../../../nodes/shared/operation/standardFields';
import { loadedEntries } from '../../../nodes/shared/operation/fields/choices';
import type { Field, Operation } from '../../../nodes/shared/operation/types';
import { byId } from './campaigns';

/** Node parameters around a value. */
type Wrap = (parameters: IDataObject) => IDataObject;

/** A field of a form, however deep, that offers values to choose from. */
export interface Choosing {
	/** The way to it: `promoted_object > custom_event_type`. */
	title: string;
	values: string[];
	/** Whether it takes a list of them. */
	several: boolean;
	/** Node parameters that give the field this value, and the fields beside it what they need. */
	withValue: (value: IDataObject[string]) => IDataObject;
}

/** Fields of an operation that become parameters of its request. */
export function parametersOf(operation: Operation): Field[] {
	return [...topLevelFieldsOf(operation), ...additionalFieldsOf(operation)].filter(
		({ to }) => to !== false && to !== '',
	);
}

/** Every field of an operation's form that offers values. */
export function choosingsOf(operation: Operation): Choosing[] {
	const top = new Set(topLevelFieldsOf(operation).map(({ name }) => name));
	return parametersOf(operation).flatMap(({ name, property }) =>
		choosingsIn(
			[property],
			(inner) => (top.has(name) ? inner : { [ADDITIONAL_FIELDS]: inner }),
			[],
		),
	);
}

/** Every field below the named one that offers values. */
export function choosingsBelow(operation: Operation, name: string): Choosing[] {
	return choosingsOf(operation).filter(({ title }) => title.startsWith(`${name} > `));
}

function choosingsIn(properties: INodeProperties[], wrap: Wrap, path: string[]): Choosing[] {
	return properties.flatMap((property) => {
		const { name, type, options = [] } = property;
		const way = [...path, name];
		if (type === 'collection') {
			return choosingsIn(options as INodeProperties[], (inner) => wrap({ [name]: inner }), way);
		}
		if (type === 'fixedCollection') {
			const [{ name: group, values }] = options as INodePropertyCollection[];
			const several = property.typeOptions?.multipleValues === true;
			const entry: Wrap = (inner) => {
				const whole = { ...needed(values), ...inner };
				return wrap({ [name]: { [group]: several ? [whole] : whole } });
			};
			return choosingsIn(values, entry, way);
		}
		const values = choicesOf(property).filter((value) => value !== '');
		if (values.length === 0) return [];
		return [
			{
				title: way.join(' > '),
				values,
				several: type === 'multiOptions',
				withValue: (value) => wrap({ [name]: value }),
			},
		];
	});
}

/** Some value for each field that must have one. */
function needed(properties: INodeProperties[]): IDataObject {
	return Object.fromEntries(
		properties
			.filter(({ required }) => required)
			.map((property) => [property.name, some(property)]),
	);
}

function some(property: INodeProperties): IDataObject[string] {
	const { type, typeOptions, default: preset } = property;
	if (type === 'resourceLocator') return byId('1');
	if (type === 'number') return Math.max(Number(preset), typeOptions?.minValue ?? 0);
	if (type === 'fixedCollection' || type === 'collection') return {};
	const [first] = choicesOf(property);
	if (first === undefined) return 'Some text';
	return type === 'multiOptions' ? [first] : first;
}

/** The values that a property offers. */
export function choicesOf({ type, options, typeOptions }: INodeProperties): string[] {
	if (type !== 'options' && type !== 'multiOptions') return [];
	const { loadOptionsMethod: method } = typeOptions ?? {};
	return (method ? loadedEntries(method) : ((options ?? []) as INodePropertyOptions[])).map(
		({ value }) => String(value),
	);
}
