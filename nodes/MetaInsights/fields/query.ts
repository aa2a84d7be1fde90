import { omit, omitBy, uniq } from 'lodash';

import type { GraphParameters, GraphValue } from '../../shared/graph/types';
import { splitSelection } from '../../shared/operation/request';
import type { Item } from '../../shared/operation/types';
import { namesIn } from '../report/shape';
import { fieldsThatCome } from './combinations/metrics';
import { conditionsOf } from './filtering';
import { namesDownTo, presets } from './presets';

/** Names and IDs that objects above a level do not have. */
const BELOW: Record<string, RegExp> = {
	account: /^(campaign|adset|ad)_(id|name)$/,
	campaign: /^(adset|ad)_(id|name)$/,
	adset: /^ad_(id|name)$/,
};

/** Fields that a report has without any of its own (Ad Account Insights, Parameters, fields). */
const DEFAULT_FIELDS = ['impressions', 'spend'];

/**
 * The parameters of a report as an item's form says them: what the form leaves open comes from the
 * chosen preset. Fields stay a list.
 */
export function queryParameters(item: Item): GraphParameters {
	const { values, parameters } = item;
	const preset = presets[String(values.preset)];
	const level = parameters.level ?? preset?.level;
	const breakdowns = parameters.breakdowns ?? preset?.breakdowns;
	const ofPreset = fieldsThatCome(preset?.fields ?? [], namesIn(breakdowns));
	const own = fieldsOf(item, ofPreset, level);
	const names = namesOf(item, level, breakdowns);
	const fields = uniq([...names, ...(own.length > 0 || names.length === 0 ? own : DEFAULT_FIELDS)]);
	const increment = parameters.time_ranges === undefined ? preset?.timeIncrement : undefined;
	const conditions = conditionsOf(item, level);
	return defined({
		fields: fields.length > 0 ? fields : undefined,
		level,
		breakdowns: preset?.breakdowns,
		time_increment: increment,
		...omit(parameters, ['fields', 'level', 'filtering']),
		filtering: conditions.length > 0 ? conditions : undefined,
	});
}

function fieldsOf(
	{ values, parameters }: Item,
	ofPreset: string[],
	level: GraphValue | undefined,
): string[] {
	const hidden = BELOW[String(level)];
	const { fields = ofPreset.filter((name) => !hidden?.test(name)) } = parameters;
	const chosen = namesIn(fields);
	// Meta refuses a selection that names a field twice.
	return uniq([...chosen, ...splitSelection(String(values.moreFields ?? ''))]);
}

/** What tells whose row it is, so that rows about different objects can be told apart. */
function namesOf(
	{ values }: Item,
	level: GraphValue | undefined,
	breakdowns: GraphValue | undefined,
): string[] {
	// Reports for marketing mix modeling have rows and fields of their own.
	const isModeling = namesIn(breakdowns).includes('mmm');
	if (values.show_names === false || isModeling) return [];
	return namesDownTo(String(level ?? values.report_on ?? ''));
}

function defined(record: Record<string, GraphValue | undefined>): GraphParameters {
	return omitBy(record, (value) => value === undefined) as GraphParameters;
}
