import { union } from 'lodash';
import type { INodeProperties } from 'n8n-workflow';

import { AMOUNTS_IN, looksOf, type Look } from './fields/money';
import { alphabetical, inListOrder } from './fields/order';
import {
	additionalFieldsOf,
	NODE_OPTIONS,
	nodeOptions,
	sectionsOf,
	topLevelFieldsOf,
} from './standardFields';
import type { Resource, Resources } from './types';

/** A property at the top level with the operations that show it, by resource. */
interface TopLevel extends Look {
	shownFor: Record<string, string[]>;
}

/** A property among the additional fields of a resource with the operations that show it. */
interface Additional extends Look {
	section?: string;
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
	description: 'Whether to sign in with Facebook or to use a token, such as that of a system user',
};

/**
 * The n8n properties of a node: authentication, resource, operation, then each field once, shown
 * for all operations that have it just so.
 */
export function nodeProperties(resources: Resources): INodeProperties[] {
	return [
		authentication,
		resourceProperty(resources),
		...Object.entries(resources).map(([name, resource]) => operationProperty(name, resource)),
		...topLevelProperties(resources),
		...Object.entries(resources).flatMap(([name, resource]) =>
			additionalProperties(name, resource),
		),
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

/** Every field at the top level once, for all resources and operations that have it just so. */
function topLevelProperties(resources: Resources): INodeProperties[] {
	const placed = new Map<string, TopLevel>();
	const forms: string[][] = [];
	for (const [resourceName, { operations }] of Object.entries(resources)) {
		for (const [operationName, operation] of Object.entries(operations)) {
			const looks = topLevelFieldsOf(operation).flatMap((field) => looksOf(field, AMOUNTS_IN));
			forms.push(looks.map(keyOf));
			for (const look of looks) {
				const { shownFor } = getOrAdd(placed, keyOf(look), { ...look, shownFor: {} });
				(shownFor[resourceName] ??= []).push(operationName);
			}
		}
	}
	return inFormOrder(forms).flatMap((key) => {
		const { property, showWhen, shownFor } = placed.get(key) as TopLevel;
		return together(shownFor, resources).map((show) => ({
			...property,
			displayOptions: { show: { ...show, ...showWhen } },
		}));
	});
}

/**
 * Conditions that show a field for just these operations. n8n joins conditions with "and", so resources
 * share one only when the operations that it names are among theirs just where they have the field.
 */
function together(
	shownFor: Record<string, string[]>,
	resources: Resources,
): Array<{ resource: string[]; operation: string[] }> {
	const shared: Array<{ resource: string[]; operation: string[] }> = [];
	const isExact = (resource: string[], operation: string[]) =>
		resource.every((name) => {
			const named = operation.filter((each) => each in resources[name].operations);
			return named.length === shownFor[name].length;
		});
	for (const [resource, operations] of Object.entries(shownFor)) {
		const joined = shared.find((one) =>
			isExact([...one.resource, resource], union(one.operation, operations)),
		);
		if (!joined) {
			shared.push({ resource: [resource], operation: operations });
			continue;
		}
		joined.resource.push(resource);
		joined.operation = union(joined.operation, operations);
	}
	return shared;
}

function keyOf({ property, showWhen }: Look): string {
	return JSON.stringify([property, showWhen]);
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, made: Value): Value {
	const value = map.get(key) ?? made;
	map.set(key, value);
	return value;
}

/**
 * Every operation's form keeps its own order: next comes what stands first in all the forms that
 * still have it. Forms that contradict each other go by the one stated first.
 */
function inFormOrder(all: string[][]): string[] {
	let forms = all;
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
	return ordered;
}

function additionalProperties(resourceName: string, resource: Resource): INodeProperties[] {
	const placed = new Map<string, Additional>();
	for (const [operationName, operation] of Object.entries(resource.operations)) {
		const fields = additionalFieldsOf(operation);
		for (const { section, ...field } of fields) {
			for (const look of looksOf(field, `/${AMOUNTS_IN}`)) {
				const key = `${section ?? ''} ${keyOf(look)}`;
				const made = { ...look, section, operations: [] };
				getOrAdd(placed, key, made).operations.push(operationName);
			}
		}
	}
	return sectionsOf([...placed.values()]).map(({ name, label, fields }) => {
		const operations = Object.keys(resource.operations).filter((operation) =>
			fields.some((field) => field.operations.includes(operation)),
		);
		return additionalCollection({ name, label }, resourceName, fields, operations);
	});
}

function additionalCollection(
	{ name, label }: { name: string; label: string },
	resourceName: string,
	additional: Additional[],
	operations: string[],
): INodeProperties {
	return {
		displayName: label,
		name,
		type: 'collection',
		placeholder: 'Add Field',
		description: 'Only what you add here is sent',
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
		description: 'How this node works: API version, batches and waits for rate limits',
		default: {},
		options: collectionOptions(nodeOptions.map(({ property }) => property)),
	};
}

function collectionOptions(properties: INodeProperties[]): INodeProperties[] {
	return inListOrder(properties, ({ displayName }) => displayName);
}
