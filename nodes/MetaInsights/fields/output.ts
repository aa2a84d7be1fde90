import {
	boolean,
	integer,
	multiOptions,
	options,
	text,
	textList,
} from '../../shared/operation/fields';
import { columnWindows } from './attribution';
import type { Field, Values } from '../../shared/operation/types';
import { createShaper, type FileFormat, type Shaper, type ShapeOptions } from '../output';
import type { InsightsQuery, ReportSettings } from '../report/types';

/** Rows asked for per page unless told otherwise. */
export const DEFAULT_PAGE_SIZE = 500;
const DEFAULT_MAX_JOBS = 5;
const DEFAULT_JOB_TIMEOUT_MINUTES = 60;
const DEFAULT_MAX_RESTARTS = 1;
const MS_PER_MINUTE = 60_000;

/** How what was reported is given. */
export const outputFields = [
	options(
		'output_as',
		[
			{ value: 'items', name: 'Items', description: 'One item per row' },
			{ value: 'csv', name: 'CSV File' },
			{
				value: 'ndjson',
				name: 'NDJSON File',
				description: 'One JSON object per line; for very large reports',
			},
		],
		{ label: 'Output', description: 'Whether rows become items or one file', to: false },
	),
	text('file_name', {
		description: 'Name of the file, without its ending',
		default: 'report',
		to: false,
		showWhen: { output_as: ['csv', 'ndjson'] },
	}),
	outputField({ output_as: ['csv', 'ndjson'] }),
];

/** The name of the binary field that a file is put into. */
export function outputField(showWhen?: Field['showWhen']) {
	return text('output_field', {
		label: 'Put Output File in Field',
		hint: 'The name of the output binary field to put the file in',
		description: 'Later nodes find the file under this name, as Input Binary Field',
		default: 'data',
		to: false,
		...(showWhen ? { showWhen } : {}),
	});
}

/** How the values of rows are given. */
export const shapeFields = [
	options(
		'action_columns',
		[
			{ value: 'columns', name: 'Columns', description: 'Such as actions_link_click' },
			{ value: 'raw', name: 'Lists', description: 'As Meta gives them' },
		],
		{
			label: 'Actions As',
			description: 'What lists such as Actions, Action Values, costs, ROAS and video plays become',
			to: false,
		},
	),
	textList('action_types', {
		label: 'Action Types',
		description:
			'Action types that become columns, separated by commas; all when empty. A star at the end stands for the rest.',
		placeholder: 'e.g. link_click,omni_purchase,offsite_conversion.*',
		to: false,
	}),
	multiOptions('windows', columnWindows, {
		label: 'Window Columns',
		description:
			'Attribution windows that become columns beside the total; all that are reported when empty',
		to: false,
	}),
	boolean('numbers', {
		label: 'Numbers as Numbers',
		description: 'Whether to turn numbers, which Meta gives as texts, into numbers',
		default: true,
		to: false,
	}),
	boolean('row_key', {
		description: 'Whether to add row_key, by which stored rows can be found again and updated',
		label: 'Row Key',
		to: false,
	}),
];

/** The same for operations that give rows as Meta does unless told otherwise. */
export const optionalShapeFields = [
	boolean('shape_rows', {
		label: 'Shape Rows',
		description:
			'Whether to turn texts into numbers and lists such as Actions into columns, as Run Report does',
		to: false,
	}),
	...shapeFields.filter(({ name }) => name !== 'row_key'),
];

/** How a report is made. */
export const engineFields = [
	options(
		'mode',
		[
			{
				value: 'auto',
				name: 'Automatic',
				description: 'At once where the report looks small, otherwise by a job',
			},
			{ value: 'synchronous', name: 'At Once' },
			{ value: 'asynchronous', name: 'By a Job' },
		],
		{
			label: 'Make the Report',
			description:
				'Whether Meta answers at once or makes the report in the background. By a job is safer for large reports.',
			to: false,
		},
	),
	integer('max_jobs', {
		description: 'Most jobs of one report that are under way at the same time',
		default: DEFAULT_MAX_JOBS,
		min: 1,
		max: 50,
		to: false,
	}),
	integer('job_timeout', {
		label: 'Job Time-Out (Minutes)',
		description: 'Time after which a job that does not end counts as stuck',
		default: DEFAULT_JOB_TIMEOUT_MINUTES,
		min: 1,
		to: false,
	}),
	integer('max_restarts', {
		label: 'Max Restarts of a Job',
		description: 'Times that a job that does not go through is begun anew before it is split',
		default: DEFAULT_MAX_RESTARTS,
		min: 0,
		to: false,
	}),
];

/** Rows per call. */
export function pageSizeField() {
	return integer('page_size', {
		label: 'Rows per Page',
		description: 'Rows to ask for in one call; fewer are asked for when that is too much for Meta',
		default: DEFAULT_PAGE_SIZE,
		min: 1,
		to: false,
	});
}

/** The settings that an item's form has for making its report. */
export function settingsOf(values: Values): Omit<ReportSettings, 'accountTimezone' | 'today'> {
	return {
		mode: (values.mode ?? 'auto') as ReportSettings['mode'],
		maxJobs: Number(values.max_jobs ?? DEFAULT_MAX_JOBS),
		jobTimeout: Number(values.job_timeout ?? DEFAULT_JOB_TIMEOUT_MINUTES) * MS_PER_MINUTE,
		maxRestarts: Number(values.max_restarts ?? DEFAULT_MAX_RESTARTS),
		pageSize: Number(values.page_size ?? DEFAULT_PAGE_SIZE),
	};
}

/** How an item's form wants the rows of a report. */
export function shapeOptionsOf(values: Values, query: InsightsQuery): ShapeOptions {
	return {
		query,
		numbers: values.numbers !== false,
		actions: values.action_columns === 'raw' ? 'raw' : 'columns',
		actionTypes: values.action_types as string[] | undefined,
		windows: values.windows as string[] | undefined,
		rowKey: values.row_key === true,
	};
}

/** What rows become where shaping them is the user's choice. */
export function optionalShaper(values: Values, query: InsightsQuery): Shaper {
	return values.shape_rows === true ? createShaper(shapeOptionsOf(values, query)) : (row) => row;
}

/** The format of the file that an item's form asks for; nothing where it asks for items. */
export function fileFormatOf(values: Values): FileFormat | undefined {
	return values.output_as === 'csv' || values.output_as === 'ndjson' ? values.output_as : undefined;
}
