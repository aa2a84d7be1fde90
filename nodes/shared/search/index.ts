import type { INodeProperties } from 'n8n-workflow';
import { pick } from 'lodash';

import { edgeSearches } from './edges';
import type { ListSearch } from './searchEdge';
import { targetingSearches } from './targeting';

/** Every list search that a field can name. */
export const listSearches = { ...edgeSearches, ...targetingSearches };

/** The list searches that a node's fields name: its `methods.listSearch`. */
export function listSearchOf(properties: INodeProperties[]): Record<string, ListSearch> {
	return pick(listSearches, namedIn(properties));
}

function namedIn(properties: INodeProperties[]): string[] {
	return properties.flatMap(({ modes = [], options = [] }) => [
		...modes.flatMap(({ typeOptions }) => typeOptions?.searchListMethod ?? []),
		...options.flatMap((option) => {
			if ('values' in option) return namedIn(option.values);
			return 'type' in option ? namedIn([option]) : [];
		}),
	]);
}
