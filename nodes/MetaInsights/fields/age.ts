import type { Item, RuleOn, Values } from '../../shared/operation/types';
import { ageProblem, todayIn, type ReportSettings } from '../report';
import { objectsOf } from './object';
import { queryParameters } from './query';

type Mode = ReportSettings['mode'];

/**
 * Refuses days that Meta does not keep any more, and reach that it no longer gives in the way the
 * report is made, unless the user wants it sent all the same. Goes by the workflow's day: that of the
 * ad account is not known yet.
 */
export function isRecentEnough(modeOf: (values: Values) => Mode): RuleOn<'period'> {
	const problemOf = (item: Item, timezone: string) => {
		if (item.values.send_unusual) return undefined;
		const query = { object: objectsOf(item.values)[0] ?? '', parameters: queryParameters(item) };
		return ageProblem(query, todayIn(timezone, Date.now()), modeOf(item.values));
	};
	return {
		at: 'period',
		when: (values, { parameters, timezone }) =>
			problemOf({ values, parameters }, timezone) !== undefined,
		message: (values, { parameters, timezone }) =>
			problemOf({ values, parameters }, timezone) ?? '',
	};
}
