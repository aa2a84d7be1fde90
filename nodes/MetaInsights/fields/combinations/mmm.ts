import { isMetric } from '../metrics';
import type { CombinationRule } from './types';

/** The only metrics (Marketing Mix Modeling Breakdown on Insights API). */
const METRICS = ['impressions', 'spend'];

/** The only filters (the same, Limits and Best Practices). */
const FILTERS: Record<string, string[]> = {
	'campaign.id': ['IN', 'NOT_IN'],
	'campaign.name': ['CONTAIN', 'NOT_CONTAIN'],
	'adset.id': ['IN', 'NOT_IN'],
	'adset.name': ['CONTAIN', 'NOT_CONTAIN'],
	country: ['IN'],
	region: ['IN'],
	dma: ['IN'],
	device_platform: ['IN'],
	publisher_platform: ['IN'],
	platform_position: ['IN'],
};

/** Whether a report is one of marketing mix modeling, and if so whether it is as those are. */
export const asMmmIs: CombinationRule = (asked) => {
	const { breakdowns, actionBreakdowns, fields, level, filtering, timeIncrement } = asked;
	if (!breakdowns.includes('mmm')) return undefined;
	if (breakdowns.length > 1 || actionBreakdowns.length > 0) {
		return { path: ['breakdowns'], message: 'cannot combine mmm with others. Nearest: mmm alone' };
	}
	if (level !== undefined && level !== 'adset') {
		return {
			path: ['level'],
			message: `cannot be ${level} with the breakdown mmm. Nearest: adset`,
		};
	}
	const metric = fields.find((name) => isMetric(name) && !METRICS.includes(name));
	if (metric) {
		const message = `cannot have ${metric} with the breakdown mmm. Nearest: ${METRICS.join(', ')}`;
		return { path: ['fields'], message };
	}
	if (timeIncrement !== undefined && timeIncrement !== 1 && timeIncrement !== 'all_days') {
		const message = 'can only be each day or all days with the breakdown mmm. Nearest: each day';
		return { path: ['time_increment'], message };
	}
	const filter = filtering.find(
		({ field, operator }) => !FILTERS[field]?.includes(operator.toUpperCase()),
	);
	if (!filter) return undefined;
	const operators = FILTERS[filter.field];
	const nearest = operators
		? `${filter.field} with ${operators.join(' or ')}`
		: Object.keys(FILTERS).join(', ');
	return {
		path: ['filtering'],
		message: `cannot be ${filter.field} ${filter.operator} with the breakdown mmm. Nearest: ${nearest}`,
	};
};
