import type { Item, RuleOn, Values } from '../../shared/operation/types';
import { ageProblem, todayIn, type ReportSettings } from '../report';
import { objectsOf } from './object';
import { queryParameters } from './query';

type Mode = ReportSettings['mode'];

/** Where days begin last: nobody's today is earlier. */
const LAST_ZONE = 'Etc/GMT+12';

/**
 * Refuses days that Meta does not keep any more, and reach that it no longer gives in the way the
 * report is made, unless the user wants it sent all the same. The ad account's day is not known yet, so
 * what would be in time anywhere is let through.
 */
export function isRecentEnough(modeOf: (values: Values) => Mode): RuleOn<'period'> {
	const problemOf = (item: Item) => {
		const query = { object: objectsOf(item.values)[0] ?? '', parameters: queryParameters(item) };
		return ageProblem(query, todayIn(LAST_ZONE, Date.now()), modeOf(item.values));
	};
	return {
		at: 'period',
		waivable: true,
		when: (values, { parameters }) => problemOf({ values, parameters }) !== undefined,
		message: (values, { parameters }) => problemOf({ values, parameters }) ?? '',
	};
}
