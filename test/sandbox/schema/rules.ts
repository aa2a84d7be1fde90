import { invalid, refused, type GraphFault } from '../graph/errors';

/** One thing that a write must not do. */
export interface Rule<Subject> {
	when: (subject: Subject) => boolean;
	error: (subject: Subject) => GraphFault;
}

/** A text of an error, which may tell of the subject. */
type Said<Subject> = string | ((subject: Subject) => string);

const say = <Subject>(text: Said<Subject>, subject: Subject): string =>
	typeof text === 'string' ? text : text(subject);

/** What makes a parameter invalid; `blame` is the path to it, such as `targeting.age_min`. */
export function rule<Subject>(
	when: (subject: Subject) => boolean,
	message: Said<Subject>,
	blame: Said<Subject>,
): Rule<Subject> {
	return { when, error: (subject) => invalid(say(message, subject), say(blame, subject)) };
}

/** Subcode, title and message for people. */
type Refusal<Subject> = readonly [number, string, Said<Subject>];

export const NO_PRODUCT_SET = [
	1487831,
	'Product set cannot be loaded',
	'Your product set cannot be loaded. It may be non-existent or inaccessible due to privacy reasons.',
] as const;

/** What is refused with a subcode, a title and a message for people. */
export function refusal<Subject>(
	when: (subject: Subject) => boolean,
	[subcode, title, message]: Refusal<Subject>,
	blame: Said<Subject>,
): Rule<Subject> {
	const error = (subject: Subject) =>
		refused(subcode, title, say(message, subject), say(blame, subject));
	return { when, error };
}

/** A rule for some subjects only. */
export function within<Subject>(
	applies: (subject: Subject) => boolean,
	{ when, error }: Rule<Subject>,
): Rule<Subject> {
	return { when: (subject) => applies(subject) && when(subject), error };
}

/**
 * Checks rules in their order.
 * @throws GraphFault of the first one that is broken
 */
export function checkRules<Subject>(rules: ReadonlyArray<Rule<Subject>>, subject: Subject): void {
	const broken = rules.find(({ when }) => when(subject));
	if (broken) throw broken.error(subject);
}
