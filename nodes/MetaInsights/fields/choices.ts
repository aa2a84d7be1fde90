import { partition, sortBy } from 'lodash';

import { byUse, type NamedChoice } from '../../shared/operation/fields';
import { labelOf } from '../../shared/operation/naming';

/** A choice with its label. */
export interface LabelledChoice {
	value: string;
	name: string;
	description?: string;
}

/**
 * Choices of one group, by value: what each means, or nothing where the documentation only names it.
 * The group stands in front of the label, so that a long list shows its groups together and a search
 * for the group finds them.
 */
export function choicesOf(group: string, meanings: Record<string, string>): LabelledChoice[] {
	return Object.entries(meanings).map(([value, description]) => ({
		value,
		name: `${group}: ${labelOf(value.replace(/_breakdown$/, ''))}`,
		...(description ? { description } : {}),
	}));
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
