import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { labelOf } from '../naming';
import { inListOrder } from './order';

/** One value of an enum; its label is made from the value when absent. */
export type Choice = string | NamedChoice;

/** A value that may have a label, a description and a place in the list of its own. */
export interface NamedChoice {
	value: string;
	name?: string;
	description?: string;
	/** Where in the list it stands: see `byUse`. */
	rank?: 'common' | 'legacy';
}

/** Values to choose from, as they are written or as a list of its own. */
export type Choices = readonly Choice[] | ChoiceList;

/**
 * A list too long to be in every description that offers it: n8n loads it when it is opened, by a method
 * that makes no call.
 */
export interface ChoiceList {
	/** Name of that method: `getCountries`. */
	method: string;
	choices: readonly Choice[];
}

/** From so many values on a list has to be loaded on demand. */
export const LOADED_FROM = 40;

const lists = new Map<string, ChoiceList>();

/** States a list that is loaded on demand. */
export function choiceList(method: string, choices: readonly Choice[]): ChoiceList {
	const list = { method, choices };
	lists.set(method, list);
	return list;
}

/**
 * Values in the order of their use: what most people choose, as it is written; then the others, by the
 * alphabet; last those of former times, which their labels call so.
 */
export function byUse({
	common = [],
	others = [],
	legacy = [],
}: Record<'common', readonly Choice[]> &
	Partial<Record<'others' | 'legacy', readonly Choice[]>>): NamedChoice[] {
	return [
		...common.map((choice) => ({ ...named(choice), rank: 'common' as const })),
		...others.map(named),
		...legacy.map(named).map((choice) => ({
			...choice,
			name: `${choice.name ?? labelOf(choice.value)} (Legacy)`,
			rank: 'legacy' as const,
		})),
	];
}

function named(choice: Choice): NamedChoice {
	return typeof choice === 'string' ? { value: choice } : choice;
}

function isList(choices: Choices): choices is ChoiceList {
	return 'method' in choices;
}

/** All values of an enum with their labels, in the order in which they are shown. */
export function entriesOf(choices: Choices): INodePropertyOptions[] {
	const all = (isList(choices) ? choices.choices : choices).map(named);
	const ranked = (rank: NamedChoice['rank']) =>
		all.filter((choice) => rankOf(choice, all) === rank);
	return [
		...ranked('common').map(entryOf),
		...inListOrder(ranked(undefined).map(entryOf), nameOf),
		...inListOrder(ranked('legacy').map(entryOf), nameOf),
	];
}

/** "Not Set" and its like stand before everything else where they are written first. */
function rankOf(choice: NamedChoice, all: NamedChoice[]): NamedChoice['rank'] {
	return choice.value === '' && choice === all[0] ? 'common' : choice.rank;
}

function entryOf({ value, name, description }: NamedChoice): INodePropertyOptions {
	return { name: name ?? labelOf(value), value, ...(description ? { description } : {}) };
}

function nameOf({ name }: INodePropertyOptions): string {
	return name;
}

/** The values of an enum, in the order in which they were written. */
export function valuesOf(choices: Choices): string[] {
	const all = isList(choices) ? choices.choices : choices;
	return all.map((choice) => named(choice).value);
}

/** What n8n's guidelines want to be said of a list that is loaded. */
const HOW_TO_CHOOSE =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

/** The part of a property that offers the values of a `multiOptions` field. */
export function offered(
	choices: Choices,
	{ displayName, description }: Pick<INodeProperties, 'displayName' | 'description'>,
): Partial<INodeProperties> {
	if (!isList(choices)) return { options: entriesOf(choices) };
	return {
		displayName: `${displayName.replace(/ies$/, 'y').replace(/s$/, '')} Names or IDs`,
		description: description
			? `${description.replace(/\.$/, '')}. ${HOW_TO_CHOOSE}.`
			: HOW_TO_CHOOSE,
		typeOptions: { loadOptionsMethod: choices.method },
	};
}

/** The methods that load the lists which a node's fields name: its `methods.loadOptions`. */
export function loadOptionsOf(
	properties: INodeProperties[],
): Record<string, () => Promise<INodePropertyOptions[]>> {
	const methods = methodsIn(properties);
	return Object.fromEntries(methods.map((name) => [name, async () => loadedEntries(name)]));
}

/** What the method of a list gives. */
export function loadedEntries(method: string): INodePropertyOptions[] {
	const list = lists.get(method);
	return list ? entriesOf(list) : [];
}

function methodsIn(properties: INodeProperties[]): string[] {
	return properties.flatMap(({ typeOptions, options = [] }) => [
		...(typeOptions?.loadOptionsMethod ? [typeOptions.loadOptionsMethod] : []),
		...options.flatMap((option) => {
			if ('values' in option) return methodsIn(option.values);
			return 'type' in option ? methodsIn([option]) : [];
		}),
	]);
}
