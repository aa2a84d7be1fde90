import { camelCase, uniq } from 'lodash';

import { AMOUNTS_IN, amountsIn, holdsMoney } from './fields/money';
import {
	boolean,
	choiceList,
	integer,
	json,
	jsonObject,
	multiOptions,
	options,
	text,
} from './fields';
import type { Field, Operation, ReadableObject, ValuesOf } from './types';

/** Longest pause for usage limits that a node takes unless told otherwise. */
export const DEFAULT_MAX_WAIT_SECONDS = 600;
/** Rows of a list unless told otherwise. */
export const DEFAULT_LIMIT = 50;
/** Most steps that Meta takes in one batch (Batch Requests, Limitations). */
export const MAX_BATCH_SIZE = 50;

/** Batches of one node run that are under way at the same time unless told otherwise. */
export const DEFAULT_BATCHES_AT_ONCE = 3;
const MAX_BATCHES_AT_ONCE = 10;

/** The n8n collections that hold optional fields. */
export const ADDITIONAL_FIELDS = 'additionalFields';
const ADDITIONAL_LABEL = 'Additional Fields';
export const NODE_OPTIONS = 'options';
/** The field for parameters that have none of their own. */
export const ADDITIONAL_PARAMETERS = 'additionalParameters';

/** The option that waives rules. */
const SEND_UNUSUAL = 'sendUnusual';

const VERSION = { test: /^v\d+\.\d+$/, message: 'must be a version such as v24.0' };

/** Settings of a node run, the same in every node. */
export const nodeOptions = [
	text('apiVersion', {
		label: 'API Version',
		description: 'Version of the Graph API to call instead of the one set in the credential',
		placeholder: 'e.g. v24.0',
		pattern: VERSION,
		to: false,
	}),
	integer('batchSize', {
		label: 'Batch Size',
		description:
			'How many items to send in one HTTP request. Meta counts each of them as a call all the same.',
		default: MAX_BATCH_SIZE,
		min: 1,
		max: MAX_BATCH_SIZE,
		to: false,
	}),
	integer('batchesAtOnce', {
		label: 'Batches at Once',
		description:
			'How many of these requests are under way at the same time. Fewer spare the rate limits of a small app; Meta works on the items of a batch for seconds.',
		default: DEFAULT_BATCHES_AT_ONCE,
		min: 1,
		max: MAX_BATCHES_AT_ONCE,
		to: false,
	}),
	boolean('leaveOutEmpty', {
		label: 'Leave Out Empty Fields',
		description:
			'Whether an optional field whose expression gives nothing for an item is left out. Otherwise it is reported, since a budget or an end date could be missing.',
		to: false,
	}),
	boolean(SEND_UNUSUAL, {
		label: 'Send Unusual Combinations',
		description:
			'Whether to send combinations that Meta is likely to refuse, such as a breakdown that the documentation rules out',
		to: false,
	}),
	boolean('usageInOutput', {
		label: 'Include Usage in Output',
		description: "Whether to add how much of Meta's rate limits is used to each item",
		to: false,
	}),
	integer('maxWait', {
		label: 'Max Wait for Rate Limits (Seconds)',
		description:
			'Longest time this node waits in all when rate limits are nearly used up. After that it stops and says when to come back.',
		default: DEFAULT_MAX_WAIT_SECONDS,
		min: 0,
		to: false,
	}),
];

/** What a user can set per node run. */
export type NodeOptions = Partial<ValuesOf<(typeof nodeOptions)[number]>>;

/** How many rows of a list to give. */
export const listFields = [
	boolean('returnAll', {
		description: 'Whether to return all results or only up to a given limit',
		label: 'Return All',
		to: false,
	}),
	integer('limit', {
		description: 'Max number of results to return',
		default: DEFAULT_LIMIT,
		min: 1,
		to: false,
		showWhen: { returnAll: [false] },
	}),
];

/** What an item of a write shows unless told otherwise: Meta answers with little more than the ID. */
export const WHAT_WAS_SENT = 'sent';

const whatWasSent = {
	value: WHAT_WAS_SENT,
	name: 'What Was Set',
	description: 'The ID and all that this node has set',
};

/** Which fields of what is read become part of the item; after a write Meta reads in the same call. */
export function outputFields({ fields, loadedBy }: ReadableObject, isWrite = false) {
	const choices = fields.map(({ name, description }) => ({ value: name, description }));
	return [
		options(
			'output',
			[
				...(isWrite ? [whatWasSent] : []),
				{ value: 'simplified', name: 'Simplified', description: 'The fields most people need' },
				{ value: 'raw', name: 'Raw', description: 'Every field, as Meta gives it' },
				{ value: 'selected', name: 'Selected Fields', description: 'Only the fields you choose' },
			],
			{ description: 'How many of the fields of each object to return, and which', to: false },
		),
		multiOptions('outputFields', loadedBy ? choiceList(loadedBy, choices) : choices, {
			label: 'Fields',
			description: 'Fields that each item gets, named as in the API',
			to: false,
			showWhen: { output: ['selected'] },
		}),
		text('moreFields', {
			label: 'More Fields',
			description:
				'Other fields or edges to return, in the notation of the Graph API and separated by commas',
			placeholder: 'e.g. adsets.limit(5){name,status}',
			to: false,
			showWhen: { output: ['selected'] },
		}),
	];
}

/**
 * Sent as it is and last, for parameters that have no field of their own. What is one request has it; an operation of several calls says itself whether it takes more.
 */
export const additionalParameters = {
	...json(ADDITIONAL_PARAMETERS, {
		label: 'Additional Parameters (JSON)',
		description:
			'Further parameters of the API as a JSON object. They win over the fields of the same name.',
		to: '',
		shape: jsonObject,
	}),
	wins: true,
};

/** The fields that an operation may have besides its own. */
export type StandardField =
	| (typeof listFields)[number]
	| ReturnType<typeof outputFields>[number]
	| ReturnType<typeof amountsIn>;

/** All fields of an operation, those that every operation of its kind has included. */
export interface Form {
	/** At the top level, in order. */
	topLevel: readonly Field[];
	/** In collections of optional fields. */
	additional: readonly Field[];
	/** These collections, in order. */
	sections: readonly Section[];
	/** Names that fill the path or steer the node: never parameters of the request. */
	unsent: ReadonlySet<string>;
}

/** A collection of optional fields of one kind. */
export interface Section {
	/** Of the n8n collection. */
	name: string;
	label: string;
	fields: readonly Field[];
}

/** The same fields in a collection of their own. */
export function inSection<Fields extends Field>(
	section: string,
	fields: readonly Fields[],
): Fields[] {
	return fields.map((field) => ({ ...field, section }));
}

/** Fields by the collection that they stand in; what has none of its own comes last. */
export function sectionsOf<Each extends Pick<Field, 'section'>>(
	fields: readonly Each[],
): Array<{ name: string; label: string; fields: Each[] }> {
	const labels = uniq(fields.map(({ section }) => section));
	return [...labels.filter((label) => label !== undefined), undefined]
		.map((section) => ({
			label: section ?? ADDITIONAL_LABEL,
			name: section === undefined ? ADDITIONAL_FIELDS : camelCase(section),
			fields: fields.filter((field) => field.section === section),
		}))
		.filter((section) => section.fields.length > 0);
}

const forms = new WeakMap<Operation, Form>();

/** The form of an operation; made once, since every item is read with it. */
export function formOf(operation: Operation): Form {
	const known = forms.get(operation);
	if (known) return known;
	const form = makeForm(operation);
	forms.set(operation, form);
	return form;
}

function makeForm({ fields, additionalFields = [], output, request }: Operation): Form {
	const topLevel: Field[] = [
		...withUnit(fields, additionalFields),
		...(output.kind === 'list' ? listFields : []),
		...(output.readable ? outputFields(output.readable, isWrite(request)) : []),
	];
	// A write has the choice before its first amount.
	const givesAmounts =
		output.readable?.amounts && !topLevel.some(({ name }) => name === AMOUNTS_IN);
	if (givesAmounts) topLevel.push(amountsIn());
	// Pause and its like are one fixed change: they take nothing more.
	const takesParameters =
		typeof request === 'object' &&
		(request.method === 'GET' ||
			(request.method === 'POST' &&
				[...fields, ...additionalFields].some(({ to }) => to !== false)));
	const additional = takesParameters
		? [...additionalFields, additionalParameters]
		: additionalFields;
	const all = [...topLevel, ...additional];
	const unsent = all.filter(({ to }) => to === false).map(({ name }) => name);
	return {
		topLevel,
		additional,
		sections: sectionsOf(additional),
		unsent: new Set(unsent),
	};
}

function isWrite(request: Operation['request']): boolean {
	return typeof request === 'object' && request.method === 'POST';
}

/** The fields with the choice of a unit before the first amount, or last when that comes later. */
function withUnit(fields: readonly Field[], additionalFields: readonly Field[]): Field[] {
	const first = fields.findIndex(holdsMoney);
	if (first >= 0) return [...fields.slice(0, first), amountsIn(), ...fields.slice(first)];
	return [...fields, ...(additionalFields.some(holdsMoney) ? [amountsIn()] : [])];
}

/** All optional fields of an operation: its own, and the free parameters. */
export function additionalFieldsOf(operation: Operation): readonly Field[] {
	return formOf(operation).additional;
}

/** All fields at the top level of the form, in order. */
export function topLevelFieldsOf(operation: Operation): readonly Field[] {
	return formOf(operation).topLevel;
}
