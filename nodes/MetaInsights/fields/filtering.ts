import {
	byUse,
	group,
	mapped,
	multiOptions,
	options,
	refined,
	text,
	textList,
} from '../../shared/operation/fields';
import { splitList } from '../../shared/operation/fields/text';
import type { GraphParameters, GraphValue } from '../../shared/graph/types';
import { campaignEffectiveStatuses } from '../../shared/fields/campaign';
import { entriesOf } from '../../shared/fields/rules';
import { statusChoices } from '../../shared/fields/status';
import type { Issue, Item } from '../../shared/operation/types';

/** One condition of `filtering` as it is sent. */
export interface Condition {
	field: string;
	operator: string;
	value: GraphValue;
}

/** Fields that the documentation filters by; others may be typed. */
const FILTER_FIELDS = byUse({
	common: [
		{ value: 'campaign.name', name: 'Campaign: Name' },
		{ value: 'campaign.id', name: 'Campaign: ID' },
		{ value: 'campaign.effective_status', name: 'Campaign: Effective Status' },
		{ value: 'campaign.adlabels', name: 'Campaign: Labels' },
		{ value: 'campaign.impressions', name: 'Campaign: Impressions' },
		{ value: 'adset.name', name: 'Ad Set: Name' },
		{ value: 'adset.id', name: 'Ad Set: ID' },
		{ value: 'adset.effective_status', name: 'Ad Set: Effective Status' },
		{ value: 'adset.adlabels', name: 'Ad Set: Labels' },
		{ value: 'adset.impressions', name: 'Ad Set: Impressions' },
		{ value: 'ad.name', name: 'Ad: Name' },
		{ value: 'ad.id', name: 'Ad: ID' },
		{ value: 'ad.effective_status', name: 'Ad: Effective Status' },
		{ value: 'ad.adlabels', name: 'Ad: Labels' },
		{ value: 'ad.impressions', name: 'Ad: Impressions' },
		{ value: 'impressions', name: 'Result: Impressions' },
		{ value: 'spend', name: 'Result: Spend' },
		{ value: 'clicks', name: 'Result: Clicks' },
		{ value: 'reach', name: 'Result: Reach' },
		{ value: 'action_type', name: 'Result: Action Type' },
		{ value: 'age', name: 'Breakdown: Age' },
		{ value: 'gender', name: 'Breakdown: Gender' },
		{ value: 'country', name: 'Breakdown: Country' },
		{ value: 'region', name: 'Breakdown: Region' },
		{ value: 'dma', name: 'Breakdown: DMA' },
		{ value: 'publisher_platform', name: 'Breakdown: Publisher Platform' },
		{ value: 'platform_position', name: 'Breakdown: Platform Position' },
		{ value: 'device_platform', name: 'Breakdown: Device Platform' },
		{ value: 'delivery_info', name: 'Delivery Information' },
		{ value: 'other', name: 'Other Field', description: 'Enter its name below' },
	],
});

const LIST_OPERATORS = ['IN', 'NOT_IN', 'ANY', 'ALL', 'NONE', 'IN_RANGE', 'NOT_IN_RANGE'];
const NUMBER_OPERATORS = [
	'GREATER_THAN',
	'GREATER_THAN_OR_EQUAL',
	'LESS_THAN',
	'LESS_THAN_OR_EQUAL',
	'IN_RANGE',
	'NOT_IN_RANGE',
];

/** How conditions compare, the most used first. */
const OPERATORS = byUse({
	common: [
		'IN',
		{ value: 'NOT_IN', name: 'Not In' },
		{ value: 'CONTAIN', name: 'Contains' },
		{ value: 'NOT_CONTAIN', name: 'Does Not Contain' },
		{ value: 'EQUAL', name: 'Equals' },
		{ value: 'NOT_EQUAL', name: 'Does Not Equal' },
		'GREATER_THAN',
		'GREATER_THAN_OR_EQUAL',
		'LESS_THAN',
		'LESS_THAN_OR_EQUAL',
	],
	others: [
		'ALL',
		'ANY',
		{ value: 'ENDS_WITH', name: 'Ends With' },
		'IN_RANGE',
		'NONE',
		'NOT_IN_RANGE',
		{ value: 'STARTS_WITH', name: 'Starts With' },
	],
});

/** A suggestion from the list, or any other name of a field. */
function filterField() {
	return options('field', FILTER_FIELDS, {
		open: true,
		required: true,
		description: 'Field that the condition is about; a value of the list or any name of the API',
	});
}

/** Text, or from an expression a number or a list. */
function filterValue() {
	const shown = text('value', {
		required: true,
		description: 'What to compare with; several values separated by commas',
	});
	return { ...shown, parse: (raw: unknown) => ({ value: raw as GraphValue }) };
}

const conditions = group(
	'filtering',
	[
		filterField(),
		text('other_field', {
			description: 'Name of the field in the API, with its level in front',
			placeholder: 'e.g. ad.created_time',
			showWhen: { field: ['other'] },
		}),
		options('operator', OPERATORS, {
			required: true,
			description: 'How to compare the field with the value. In and Not In take several values.',
		}),
		filterValue(),
	],
	{
		label: 'Filters',
		entryLabel: 'Filter',
		description:
			'Only what meets all of these. With a filter Meta leaves out archived and deleted objects unless their status is asked for.',
	},
);

/** Conditions that rows have to meet (Ad Account Insights, Parameters: `filtering`). */
export function filtering() {
	return mapped(refined(conditions, otherFieldsAreNamed), (entries) => entries.map(toCondition));
}

function otherFieldsAreNamed(entries: GraphParameters[]): Issue[] {
	return entries.flatMap(({ field, other_field: other }, index) =>
		field === 'other' && !other ? [{ path: [index, 'other_field'], message: 'is required' }] : [],
	);
}

function toCondition(entry: GraphParameters): GraphParameters {
	const { other_field: other } = entry;
	const operator = String(entry.operator);
	const value = entry.value ?? null;
	const field = String(entry.field === 'other' ? other : entry.field);
	const given = LIST_OPERATORS.includes(operator) ? (splitList(value) as GraphValue) : value;
	if (!NUMBER_OPERATORS.includes(operator)) return { field, operator, value: given };
	return { field, operator, value: Array.isArray(given) ? given.map(asNumber) : asNumber(given) };
}

/** Digits as a number where it stays exact. */
function asNumber(value: GraphValue): GraphValue {
	const isNumber = typeof value === 'string' && /^-?\d{1,15}(\.\d+)?$/.test(value.trim());
	return isNumber ? Number(value) : value;
}

/** Short ways to conditions that many reports need. */
export const filterShortcuts = [
	multiOptions('object_status', statusChoices(campaignEffectiveStatuses), {
		label: 'Only With Status',
		description:
			'Effective statuses of the objects that rows are about, archived and deleted ones included. Ads when no level is chosen.',
		to: false,
	}),
	textList('ad_labels', {
		label: 'Only With Ad Labels',
		description: 'Names of ad labels, separated by commas; objects with one of them are counted',
		to: false,
	}),
];

/** All conditions of an item: those of the form, and those of the short ways. */
export function conditionsOf(
	{ values, parameters }: Item,
	level: GraphValue | undefined,
): GraphValue[] {
	const prefix = level === undefined || level === 'account' ? 'ad' : String(level);
	const { object_status: status, ad_labels: labels } = values;
	return [
		...entriesOf(parameters.filtering),
		...(status === undefined
			? []
			: [{ field: `${prefix}.effective_status`, operator: 'IN', value: status }]),
		...(labels === undefined
			? []
			: [{ field: `${prefix}.adlabels`, operator: 'ANY', value: labels }]),
	];
}
