import type { GraphParameters, GraphValue } from '../../../shared/graph/types';
import type { Issue, Item, RuleOn } from '../../../shared/operation/types';
import { namesIn } from '../../report/shape';
import type { Condition } from '../filtering';
import { objectsOf } from '../object';
import { queryParameters } from '../query';
import {
	actionsForActionBreakdowns,
	assetMetrics,
	convertedProducts,
	neededMetric,
	noPostbackFilters,
	noRefusedMetric,
	placesBelowAccount,
} from './metrics';
import { asMmmIs } from './mmm';
import { onlyPermutations } from './permutations';
import type { Asked, CombinationRule } from './types';

const RULES: CombinationRule[] = [
	asMmmIs,
	onlyPermutations,
	noRefusedMetric,
	neededMetric,
	assetMetrics,
	actionsForActionBreakdowns,
	convertedProducts,
	placesBelowAccount,
	noPostbackFilters,
];

/** What the documentation rules out in a report on these objects, and what would do; or nothing. */
export function combinationProblem(
	parameters: GraphParameters,
	objects: string[],
): Issue | undefined {
	const asked = askedBy(parameters, objects);
	for (const rule of RULES) {
		const issue = rule(asked);
		if (issue) return issue;
	}
	return undefined;
}

/** Refuses what the documentation rules out, unless the user wants it sent all the same. */
export const combinationExists: RuleOn<never> = {
	waivable: true,
	when: (values, { parameters }) => problemIn({ values, parameters })?.path,
	message: (values, { parameters }) => problemIn({ values, parameters })?.message ?? '',
};

function problemIn(item: Item): Issue | undefined {
	return combinationProblem(queryParameters(item), objectsOf(item.values));
}

function askedBy(parameters: GraphParameters, objects: string[]): Asked {
	const { level, time_increment: timeIncrement, filtering } = parameters;
	const isAccountLevel =
		level === undefined ? objects.some((id) => id.startsWith('act_')) : level === 'account';
	return {
		fields: namesIn(parameters.fields),
		breakdowns: namesIn(parameters.breakdowns),
		actionBreakdowns: namesIn(parameters.action_breakdowns),
		filtering: asConditions(filtering),
		...(level === undefined ? {} : { level: String(level) }),
		timeIncrement,
		isAccountLevel,
	};
}

function asConditions(filtering: GraphValue | undefined): Condition[] {
	if (!Array.isArray(filtering)) return [];
	return filtering.map((entry) => {
		const { field, operator, value } = (entry ?? {}) as Record<string, GraphValue>;
		return { field: String(field), operator: String(operator), value: value ?? null };
	});
}
