import { uniq } from 'lodash';
import type { INodeProperties } from 'n8n-workflow';

import { packageNodes } from '../../tools/nodes';

/** Fewer characters hardly say more than a label. */
const MIN_CHARACTERS = 25;

/** n8n words these itself: each of their choices has a description. */
const SELECTORS = ['resource', 'operation'];

/** Words that add nothing to a label. */
const EMPTY_WORDS = new Set([
	'a',
	'an',
	'and',
	'for',
	'from',
	'in',
	'is',
	'of',
	'on',
	'or',
	'the',
	'to',
	'whether',
	'which',
	'with',
]);

/** A property with the labels that lead to it. */
interface Placed {
	place: string;
	property: INodeProperties;
}

function everyProperty(place: string, properties: INodeProperties[]): Placed[] {
	return properties.flatMap((property) => {
		const inside = `${place} > ${property.displayName}`;
		const members = (property.options ?? []).flatMap((option) => {
			if ('values' in option) return option.values;
			return 'type' in option ? [option] : [];
		});
		return [{ place: inside, property }, ...everyProperty(inside, members)];
	});
}

function wordsOf(text: string): string[] {
	return text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
}

/** What a description says besides what its label does. */
function added({ displayName, description = '' }: INodeProperties): string[] {
	const label = wordsOf(displayName);
	return wordsOf(description).filter((word) => !label.includes(word) && !EMPTY_WORDS.has(word));
}

test.each(packageNodes.map(({ node }) => [node.description.name, node] as const))(
	'%s says of every field more than its label does',
	(name, { description }) => {
		const fields = everyProperty(name, description.properties).filter(
			({ property: { name: fieldName, type } }) =>
				type !== 'notice' && type !== 'callout' && !SELECTORS.includes(fieldName),
		);
		const poor = fields.filter(
			({ property }) =>
				(property.description ?? '').length < MIN_CHARACTERS || added(property).length < 2,
		);
		expect(uniq(poor.map(({ place, property }) => `${place}: ${property.description}`))).toEqual(
			[],
		);
	},
);
