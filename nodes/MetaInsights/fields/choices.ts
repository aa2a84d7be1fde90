import { partition, sortBy } from 'lodash';

import { byUse, type NamedChoice } from '../../shared/operation/fields';
import { labelOf } from '../../shared/operation/naming';

/** A choice with its label. */
export interface LabelledChoice {
	value: string;
	name: string;
	description?: string;
}

/** What a value means, and its label where its own name says too little; `''` where nobody says. */
type Meaning = string | { name: string; description: string };

/**
 * Choices of one group, by value. The group stands in front of the label, so that a long list shows its
 * groups together and a search for the group finds them.
 */
export function choicesOf(group: string, meanings: Record<string, Meaning>): LabelledChoice[] {
	return Object.entries(meanings).map(([value, meaning]) => {
		const own = labelOf(value.replace(/_breakdown$/, ''));
		const { name, description } =
			typeof meaning === 'string'
				? { name: withoutGroup(own, group), description: meaning }
				: meaning;
		return { value, name: `${group}: ${name}`, ...(description ? { description } : {}) };
	});
}

/** `Video Play Actions` of the group Video is `Play Actions` there. */
function withoutGroup(label: string, group: string): string {
	return label.replace(new RegExp(`^${group} (?=.)|(?<=.) ${group}$`), '');
}

/** Choices with the named ones first, in the order in which they are named, and legacy ones last. */
export function commonFirst(
	choices: LabelledChoice[],
	names: string[],
	legacy: LabelledChoice[],
): NamedChoice[] {
	const [common, others] = partition(choices, ({ value }) => names.includes(value));
	const inOrder = sortBy(common, ({ value }) => names.indexOf(value));
	return byUse({ common: inOrder, others, legacy });
}
