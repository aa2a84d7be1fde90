import { DATED, sentenceOf } from '../../shared/dated';
import {
	boolean,
	byUse,
	choiceList,
	integer,
	mapped,
	multiOptions,
	options,
	prepared,
	text,
	textList,
} from '../../shared/operation/fields';
import { additionalParameters } from '../../shared/operation/standardFields';
import { attributionFields } from './attribution';
import { actionBreakdowns, breakdowns, summaryActionBreakdowns } from './breakdowns';
import { combinationExists } from './combinations';
import { filtering, filterShortcuts } from './filtering';
import { metrics } from './metrics';
import { objectFields, objectIsGiven } from './object';
import { periodFields, rangesInOrder } from './period';
import { presets } from './presets';

const presetField = options(
	'preset',
	byUse({
		common: [
			...Object.entries(presets).map(([value, { name, description }]) => ({
				value,
				name,
				description,
			})),
			{ value: '', name: 'None', description: 'Impressions and spend, unless you choose fields' },
		],
	}),
	{
		label: 'Report Preset',
		description: 'Where to start from. What you choose below counts instead of the preset.',
		default: 'performance',
		to: false,
	},
);

const levelField = options(
	'level',
	byUse({
		common: [
			{ value: '', name: 'As in the Preset, or as Reported On' },
			{ value: 'account', name: 'Ad Account' },
			{ value: 'campaign', name: 'Campaign' },
			{ value: 'adset', name: 'Ad Set' },
			{ value: 'ad', name: 'Ad' },
		],
	}),
	{ description: 'What each row is about: one row per campaign, ad set or ad, or one for all' },
);

/** What a report is about, at the top of the form (Ad Account Insights, Parameters). */
export const reportFields = [
	...objectFields,
	presetField,
	multiOptions('fields', choiceList('getMetrics', metrics), {
		description: 'Values of a row, instead of those of the preset',
	}),
	text('moreFields', {
		label: 'More Fields',
		description:
			'Other fields to return too, in the notation of the Graph API and separated by commas',
		placeholder: 'e.g. unique_link_clicks_ctr,comparison_node{clicks}',
		to: false,
	}),
	levelField,
	...periodFields,
	multiOptions('breakdowns', choiceList('getBreakdowns', breakdowns), {
		description: `What rows are broken down by, instead of what the preset says. ${sentenceOf(DATED.oldReachEnds)}.`,
	}),
	multiOptions('action_breakdowns', actionBreakdowns, {
		description: 'What lists of actions are broken down by; by Action Type unless chosen',
	}),
	filtering(),
];

/** The other parameters of a report. */
export const moreReportFields = [
	...attributionFields,
	...filterShortcuts,
	boolean('show_names', {
		label: 'IDs and Names',
		default: true,
		description:
			'Whether rows begin with the IDs and names of the campaign, ad set and ad that they are about',
		to: false,
	}),
	integer('product_id_limit', {
		label: 'Product ID Limit',
		description: 'Most products of each ad in a report that is broken down by Product ID',
		min: 1,
	}),
	sortField(),
	additionalParameters,
];

/** The file that people can export a report to (Ad Account Insights, Parameters). */
const exportFields = [
	textList('export_columns', {
		description: 'Columns of the export file, separated by commas; as the fields when empty',
	}),
	options('export_format', ['csv', 'xls'], {
		description: 'Also makes a file to export, with the column names of Ads Manager',
	}),
	text('export_name', { description: 'Name of the file that people export the report to' }),
];

/** What sums up all rows; for what is read at once. */
export const summaryFields = [
	boolean('default_summary', {
		description: 'Whether to sum up all rows, with the same fields as the rows',
	}),
	textList('summary', {
		label: 'Summary Fields',
		description: 'Fields to sum up all rows by, separated by commas',
		placeholder: 'e.g. impressions,spend',
	}),
	multiOptions('summary_action_breakdowns', summaryActionBreakdowns, {
		description: 'What lists of actions in the summary are broken down by',
	}),
];

/** The optional fields of a report that is one request. */
export const requestFields = [...moreReportFields, ...summaryFields, ...exportFields];

/** Sent as a list of one, which is the most that Meta takes. */
function sortField() {
	const field = text('sort', {
		description: 'Field to sort rows by, with _ascending or _descending at its end',
		placeholder: 'e.g. reach_descending or actions:link_click_descending',
		pattern: { test: /^[\w:.]+$/, message: 'must be one field such as reach_descending' },
	});
	const single = prepared(field, (raw) => (Array.isArray(raw) && raw.length === 1 ? raw[0] : raw));
	return mapped(single, (value) => [value]);
}

/** What every report is checked for before it is sent. */
export const reportRules = [...objectIsGiven, ...rangesInOrder, combinationExists];
