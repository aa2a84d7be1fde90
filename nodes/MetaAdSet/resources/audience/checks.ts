import type { Check } from '../../../shared/operation/types';

/** Members of a lookalike spec that do not tell whom people are to be like. */
const lookalikeMembers = [
	'allow_international_seeds',
	'country',
	'is_financial_service',
	'location_spec',
	'ratio',
	'starting_ratio',
	'type',
];

/** An engagement audience without a rule has nobody in it (Video Ads, Remarketing). */
export const rulesAreGiven: Check = ({ subtype, rule }) =>
	(subtype === 'ENGAGEMENT' || subtype === undefined) && rule === undefined
		? { field: 'Rule', message: 'is required for this kind of audience' }
		: undefined;

/**
 * Lookalike Audiences: the spec says where to look for people; they are like those of an audience, or
 * of something else that only the spec's JSON can name.
 */
export const lookalikesHaveOrigin: Check = ({
	subtype,
	origin_audience_id: origin,
	lookalike_spec: spec,
}) => {
	if (subtype !== 'LOOKALIKE') return undefined;
	if (spec === undefined) {
		return { field: 'Lookalike Spec', message: 'is required for a lookalike audience' };
	}
	const saysMore = Object.keys(Object(spec)).some((name) => !lookalikeMembers.includes(name));
	return origin === undefined && !saysMore
		? { field: 'Origin Audience', message: 'is required for a lookalike audience' }
		: undefined;
};
