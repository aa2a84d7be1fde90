import type { GraphFault } from '../graph/errors';

/** One thing that a write must not do. */
export interface Rule<Subject> {
	when: (subject: Subject) => boolean;
	error: (subject: Subject) => GraphFault;
}

/**
 * Checks rules in their order.
 * @throws GraphFault of the first one that is broken
 */
export function checkRules<Subject>(rules: ReadonlyArray<Rule<Subject>>, subject: Subject): void {
	const broken = rules.find(({ when }) => when(subject));
	if (broken) throw broken.error(subject);
}
