import type { GraphParameters } from '../../graph/types';
import type { Field } from '../types';
import { boolean } from './boolean';
import type { FieldOptions } from './field';

/**
 * A switch for values that would have to be known by heart: when true it sends all of `sets`
 * (`{end_time: 0}` for "Run Without End"), when false nothing. `name` is the form's own and not a
 * parameter; it must not be one of `sets`. Given together with the own field of what it sets, it is
 * refused.
 */
export function choice(
	name: string,
	options: Omit<FieldOptions, 'place'> & { description: string; sets: GraphParameters },
): Field {
	const { sets, ...shown } = options;
	const field = boolean(name, { ...shown, place: 'merge' });
	return {
		...field,
		setsAlone: true,
		parse: (raw, wire) => {
			const chosen = field.parse(raw, wire);
			if ('complaints' in chosen) return chosen;
			return { value: chosen.value ? sets : undefined };
		},
	};
}
