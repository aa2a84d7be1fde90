import type { Check, Values } from '../../shared/operation/types';
import { ageProblem, todayIn, type ReportSettings } from '../report';
import { objectsOf } from './object';
import { queryParameters } from './query';

type Mode = ReportSettings['mode'];

/**
 * Refuses days that Meta does not keep any more, and reach that it no longer gives in the way the
 * report is made, unless the user wants it sent all the same. Goes by the workflow's day: that of the
 * ad account is not known yet.
 */
export function isRecentEnough(modeOf: (values: Values) => Mode): Check {
	return (values, { timezone }) => {
		if (values.send_unusual) return undefined;
		const query = { object: objectsOf(values)[0] ?? '', parameters: queryParameters(values) };
		const problem = ageProblem(query, todayIn(timezone, Date.now()), modeOf(values));
		return problem === undefined ? undefined : { field: 'The report', message: problem };
	};
}
