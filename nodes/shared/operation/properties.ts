import type { INodeCredentialDescription, INodeProperties } from 'n8n-workflow';

import { AMOUNTS_IN, looksOf, type Look, type UnitField } from './fields/money';
import { alphabetical, inListOrder } from './fields/order';
import {
	ADDITIONAL_FIELDS,
	additionalFieldsOf,
	NODE_OPTIONS,
	nodeOptions,
	topLevelFieldsOf,
} from './standardFields';
import type { Field, Operation, Resource, Resources } from './types';

/** A property with the operations that show it. */
interface Placed extends Look {
	operations: string[];
}

const authentication: INodeProperties = {
	displayName: 'Authentication',
	name: 'authentication',
	type: 'options',
	options: [
		{ name: 'Access Token', value: 'accessToken' },
		{ name: 'OAuth2', value: 'oAuth2' },
	],
	default: 'oAuth2',
};

/** The credentials of every node, of which the field Authentication chooses one. */
export const nodeCredentials: INodeCredentialDescription[] = [
	{
		name: 'metaAdsOAuth2Api',
		required: true,
		displayOptions: { show: { authentication: ['oAuth2'] } },
	},
	{
		name: 'metaAdsApi',
		required: true,
		displayOptions: { show: { authentication: ['accessToken'] } },
	},
];

/**
 * The n8n properties of a node: authentication, resource, operation, then each field once, shown
 * for all operations that have it just so.
 */
export function nodeProperties(resources: Resources): INodeProperties[] {
	return [
		authentication,
		resourceProperty(resources),
		...Object.entries(resources).map(([name, resource]) => operationProperty(name, resource)),
		...Object.entries(resources).flatMap(([name, resource]) => fieldProperties(name, resource)),
		optionsCollection(),
	];
}

function resourceProperty(resources: Resources): INodeProperties {
	const [first] = Object.keys(resources);
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: alphabetical(
			Object.entries(resources).map(([value, { name, description }]) => ({
				name,
				value,
				...(description ? { description } : {}),
			})),
			({ name }) => name,
		),
		default: first,
	};
}

function operationProperty(resourceName: string, resource: Resource): INodeProperties {
	const [first] = Object.keys(resource.operations);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resourceName] } },
		options: alphabetical(
			Object.entries(resource.operations).map(([value, { name, action, description }]) => ({
				name,
				value,
				action,
				description,
			})),
			({ name }) => name,
		),
		default: first,
	};
}

function fieldProperties(resourceName: string, resource: Resource): INodeProperties[] {
	const topLevel = inFormOrder(merge(resource, topLevelFieldsOf, AMOUNTS_IN), resource);
	const additional = [...merge(resource, additionalFieldsOf, `/${AMOUNTS_IN}`).values()];
	const withAdditional = Object.keys(resource.operations).filter(
		(name) => additionalFieldsOf(resource.operations[name]).length > 0,
	);
	const properties = topLevel.map(({ property, showWhen, operations }) => ({
		...property,
		displayOptions: { show: { resource: [resourceName], operation: operations, ...showWhen } },
	}));
	if (additional.length === 0) return properties;
	return [...properties, additionalCollection(resourceName, additional, withAdditional)];
}

function keyOf({ property, showWhen }: Look): string {
	return JSON.stringify([property, showWhen]);
}

/** One entry for all operations whose field is the same; fields that differ stay apart. */
function merge(
	resource: Resource,
	fieldsOf: (operation: Operation) => readonly Field[],
	unitField: UnitField,
): Map<string, Placed> {
	const placed = new Map<string, Placed>();
	for (const [operationName, operation] of Object.entries(resource.operations)) {
		for (const field of fieldsOf(operation)) {
			for (const look of looksOf(field, unitField)) {
				const key = keyOf(look);
				const same = placed.get(key);
				if (same) same.operations.push(operationName);
				else placed.set(key, { ...look, operations: [operationName] });
			}
		}
	}
	return placed;
}

/**
 * Every operation's form keeps its own order: next comes what stands first in all the forms that
 * still have it. Forms that contradict each other go by the one stated first.
 */
function inFormOrder(placed: Map<string, Placed>, resource: Resource): Placed[] {
	let forms = Object.values(resource.operations).map((operation) =>
		topLevelFieldsOf(operation).flatMap((field) => looksOf(field, AMOUNTS_IN).map(keyOf)),
	);
	const ordered: string[] = [];
	while (forms.some((form) => form.length > 0)) {
		forms = forms.filter((form) => form.length > 0);
		const heads = forms.map(([head]) => head);
		const next =
			heads.find((head) => forms.every((form) => form[0] === head || !form.includes(head))) ??
			heads[0];
		ordered.push(next);
		forms = forms.map((form) => form.filter((key) => key !== next));
	}
	return ordered.flatMap((key) => placed.get(key) ?? []);
}

function additionalCollection(
	resourceName: string,
	additional: Placed[],
	operations: string[],
): INodeProperties {
	return {
		displayName: 'Additional Fields',
		name: ADDITIONAL_FIELDS,
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		displayOptions: { show: { resource: [resourceName], operation: operations } },
		options: collectionOptions(
			additional.map((entry) => {
				const everywhere = entry.operations.length === operations.length;
				const show = {
					...(everywhere ? {} : { '/operation': entry.operations }),
					...entry.showWhen,
				};
				return {
					...entry.property,
					...(Object.keys(show).length > 0 ? { displayOptions: { show } } : {}),
				};
			}),
		),
	};
}

function optionsCollection(): INodeProperties {
	return {
		displayName: 'Options',
		name: NODE_OPTIONS,
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: collectionOptions(nodeOptions.map(({ property }) => property)),
	};
}

function collectionOptions(properties: INodeProperties[]): INodeProperties[] {
	return inListOrder(properties, ({ displayName }) => displayName);
}
