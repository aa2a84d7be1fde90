import { omit, omitBy, uniq } from 'lodash';

import type { GraphParameters, GraphValue } from '../../shared/graph/types';
import { splitSelection } from '../../shared/operation/request';
import type { Values } from '../../shared/operation/types';
import { conditionsOf } from './filtering';
import { periodParameters } from './period';
import { presets } from './presets';

/** Values that steer the node, or that become parameters under another name. */
const NOT_SENT = [
	'action_columns',
	'action_types',
	'ad_account',
	'ad_id',
	'ad_labels',
	'adset_id',
	'campaign_id',
	'file_name',
	'job_timeout',
	'limit',
	'max_jobs',
	'max_restarts',
	'metric_format',
	'mode',
	'moreFields',
	'numbers',
	'object_ids',
	'object_status',
	'output_field',
	'output_as',
	'page_size',
	'period',
	'preset',
	'report_on',
	'returnAll',
	'row_key',
	'send_unusual',
	'shape_rows',
	'time_increment_days',
	'windows',
];

/** Names and IDs that objects above a level do not have. */
const BELOW: Record<string, RegExp> = {
	account: /^(campaign|adset|ad)_(id|name)$/,
	campaign: /^(adset|ad)_(id|name)$/,
	adset: /^ad_(id|name)$/,
};

/**
 * The parameters of a report as an item's form says them: what the form leaves open comes from the
 * chosen preset. Fields stay a list.
 */
export function queryParameters(values: Values): GraphParameters {
	const preset = presets[String(values.preset)];
	const level = values.level ?? preset?.level;
	const fields = fieldsOf(values, preset?.fields ?? [], level);
	const { time_increment: increment, ...period } = periodParameters(values);
	const isSliced = period.time_ranges === undefined;
	const conditions = conditionsOf(values, level);
	const given = omitBy(omit(values, NOT_SENT), (value) => value === undefined) as GraphParameters;
	return {
		...defined({
			fields: fields.length > 0 ? fields : undefined,
			level,
			breakdowns: preset?.breakdowns,
			time_increment: increment ?? (isSliced ? preset?.timeIncrement : undefined),
		}),
		...omit(given, ['fields', 'level', 'filtering', 'time_increment']),
		...period,
		...(conditions.length > 0 ? { filtering: conditions.map((one) => ({ ...one })) } : {}),
	};
}

function fieldsOf(
	{ fields, moreFields }: Values,
	ofPreset: string[],
	level: GraphValue | undefined,
): string[] {
	const hidden = BELOW[String(level)];
	const chosen = (fields as string[] | undefined) ?? ofPreset.filter((name) => !hidden?.test(name));
	// Meta refuses a selection that names a field twice.
	return uniq([...chosen, ...splitSelection(String(moreFields ?? ''))]);
}

function defined(record: Record<string, GraphValue | undefined>): GraphParameters {
	return omitBy(record, (value) => value === undefined) as GraphParameters;
}
