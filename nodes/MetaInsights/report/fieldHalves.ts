import { baseName, ID_OF_LEVEL, isAdditive, isAttribute, isKeyField } from './metrics';
import { namesIn, partParameters, type Shape } from './shape';
import type { InsightsQuery } from './types';

/** A part of the fields, and what the rows of its report have to offer to the joined ones. */
export interface FieldHalf {
	query: InsightsQuery;
	/** The metrics that this half is for. */
	wanted: string[];
}

export type FieldHalves = [FieldHalf, FieldHalf];

/**
 * Both halves of the metrics of a report. Each half asks for what tells its rows apart and for what
 * describes them, so that rows can be joined and one without a counterpart lacks nothing. Metrics
 * that add up come first: their half can then still be cut by days.
 */
export function halvesOf(query: InsightsQuery, shape: Shape): FieldHalves | undefined {
	const { fields = [], breakdowns } = shape;
	// The first products are those of the first metric, so each half could name others; and what
	// tells rows of marketing mix modeling apart is not told by name.
	if (query.parameters.product_id_limit !== undefined || breakdowns.includes('mmm')) {
		return undefined;
	}
	const isCommon = (field: string) => isAttribute(field) || isKeyField(field, breakdowns);
	const metrics = fields.filter((field) => !isCommon(field));
	const sorted = [...metrics.filter(isAdditive), ...metrics.filter((name) => !isAdditive(name))];
	if (sorted.length < 2) return undefined;
	const sums = metrics.filter(isAdditive).length;
	const middle = sums > 0 && sums < sorted.length ? sums : Math.ceil(sorted.length / 2);
	const common = [...new Set([...fields.filter(isCommon), ...idFields(shape)])];
	const halves = [sorted.slice(0, middle), sorted.slice(middle)].map((wanted) =>
		halfOf(query, common, wanted, fields),
	);
	// A half that has to ask for everything is none.
	const isReal = halves.every(({ query: { parameters } }) => {
		const asked = namesIn(parameters.fields);
		return !metrics.every((metric) => asked.includes(metric));
	});
	return isReal ? [halves[0], halves[1]] : undefined;
}

function idFields({ level }: Shape): string[] {
	return level ? [ID_OF_LEVEL[level]] : [];
}

/** `action_breakdowns` are only taken together with `actions` (Ad Account, Insights, Parameters). */
function halfOf(
	query: InsightsQuery,
	common: string[],
	wanted: string[],
	fields: string[],
): FieldHalf {
	const needsActions =
		namesIn(query.parameters.action_breakdowns).length > 0 &&
		fields.includes('actions') &&
		!wanted.some((field) => baseName(field) === 'actions');
	const asked = [...common, ...wanted, ...(needsActions ? ['actions'] : [])];
	return { query: { ...query, parameters: { ...partParameters(query), fields: asked } }, wanted };
}
