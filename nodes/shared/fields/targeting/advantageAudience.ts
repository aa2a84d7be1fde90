import type { GraphParameters } from '../../graph/types';
import { DATED, holds, sentenceOf } from '../../dated';
import { options } from '../../operation/fields';
import type { ParseContext } from '../../operation/types';
import { membersOf } from '../rules';
import { DETAIL_NAMES } from './details';

/** Members that narrow an audience, so that Meta wants to know whether it may go beyond them. */
const NARROWING = [
	'age_max',
	'age_min',
	'age_range',
	'custom_audiences',
	'excluded_custom_audiences',
	'genders',
	...DETAIL_NAMES,
];

/** Whether Meta may go beyond the targeting of a new ad set; the targeting's own word wins. */
export function advantageAudience() {
	return options(
		'advantage_audience',
		[
			{
				value: 'whereAsked',
				name: 'Off Where It Has to Be Decided',
				description:
					'Sends Off with ages, genders, audiences or detailed targeting. Without these Meta decides, and switches it on.',
			},
			{ value: 'on', name: 'On', description: 'Meta takes the targeting as a suggestion' },
			{ value: 'off', name: 'Off', description: 'Meta keeps to the targeting' },
		],
		{
			label: 'Advantage+ Audience',
			to: false,
			description: `Whether Meta may reach people beyond the targeting. ${sentenceOf(DATED.advantageAudienceIsSaid)}.`,
		},
	);
}

/** What is said of it to Meta (refusal 1870227). */
export function audienceAutomation(
	targeting: unknown,
	decision: unknown,
	context: Pick<ParseContext, 'apiVersion'>,
): GraphParameters | undefined {
	const members = membersOf(targeting as GraphParameters);
	const isAsked =
		holds(DATED.advantageAudienceIsSaid, context) &&
		NARROWING.some((name) => members[name] !== undefined);
	if (decision !== 'on' && decision !== 'off' && !isAsked) return undefined;
	return { targeting_automation: { advantage_audience: decision === 'on' ? 1 : 0 } };
}
