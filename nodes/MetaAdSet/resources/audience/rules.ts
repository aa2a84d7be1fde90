import type { GraphValue } from '../../../shared/graph/types';
import type { RuleOn } from '../../../shared/operation/types';

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

function namesAnOrigin(spec: GraphValue | undefined): boolean {
	return Object.keys(Object(spec)).some((name) => !lookalikeMembers.includes(name));
}

/** An engagement audience without a rule has nobody in it (Video Ads, Remarketing). */
export const rulesAreGiven: RuleOn<'rule' | 'subtype'> = {
	at: 'rule',
	when: ({ subtype, rule }) =>
		(subtype === 'ENGAGEMENT' || subtype === undefined) && rule === undefined,
	message: 'is required for this kind of audience',
};

/**
 * Lookalike Audiences: the spec says where to look for people; they are like those of an audience, or
 * of something else that only the spec's JSON can name.
 */
export const lookalikesHaveOrigin: Array<
	RuleOn<'subtype' | 'origin_audience_id' | 'lookalike_spec'>
> = [
	{
		at: 'lookalike_spec',
		when: ({ subtype, lookalike_spec: spec }) => subtype === 'LOOKALIKE' && spec === undefined,
		message: 'is required for a lookalike audience',
	},
	{
		at: 'origin_audience_id',
		when: ({ subtype, origin_audience_id: origin, lookalike_spec: spec }) =>
			subtype === 'LOOKALIKE' && spec !== undefined && origin === undefined && !namesAnOrigin(spec),
		message: 'is required for a lookalike audience',
	},
];
