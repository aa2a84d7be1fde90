import type { GraphParameters, GraphValue } from '../../shared/graph/types';

/** Fields of a row when none are asked for (Ad Account Insights, Parameters: `fields`). */
const DEFAULT_FIELDS: readonly string[] = ['impressions', 'spend'];

/** Columns of the Marketing Mix Modeling breakdown (Marketing Mix Modeling Breakdown, Limits). */
const MMM_COLUMNS: readonly string[] = [
	'country',
	'region',
	'dma',
	'device_platform',
	'platform_position',
	'publisher_platform',
	'creative_media_type',
];

/** A list parameter, which may also be given as text: `['age','gender']` or `age,gender`. */
export function listOf(value: GraphValue | undefined): string[] {
	if (typeof value === 'string') {
		return value.split(/[[\]'",\s]+/).filter(Boolean);
	}
	return Array.isArray(value) ? value.map(String) : [];
}

/** The fields that a query asks for, or those that Meta gives unasked. */
export function askedFields({ fields }: GraphParameters): string[] {
	const asked = listOf(fields);
	return asked.length > 0 ? asked : [...DEFAULT_FIELDS];
}

/** Names of the columns that a query's breakdowns add to each row. */
export function breakdownColumns({ breakdowns }: GraphParameters): string[] {
	return listOf(breakdowns).flatMap((name) => (name === 'mmm' ? MMM_COLUMNS : [name]));
}
