import {
	NodeApiError,
	NodeOperationError,
	type IBinaryKeyData,
	type INode,
	type INodeExecutionData,
	type JsonObject,
} from 'n8n-workflow';

import { uniq } from 'lodash';

import { GraphError } from '../graph/types';
import type { Currency } from './types';

/** Objects that a message lists before it says how many more there are. */
const MAX_LISTED_OBJECTS = 60;
/** Other items that a message says the trouble of. */
const MAX_LISTED_TROUBLES = 5;

/** What one item came to, as far as other items' errors tell it. */
export interface Told {
	itemIndex: number;
	/** Objects that it made or changed. */
	writtenIds: string[];
	error?: NodeApiError | NodeOperationError;
}

/**
 * Input that cannot be sent, as n8n shows it. `itemIndex` is absent for what concerns the whole run.
 */
export function operationError(
	node: INode,
	message: string,
	description: string,
	itemIndex?: number,
): NodeOperationError {
	const error = new NodeOperationError(node, message, { description, itemIndex });
	error.message = message;
	return error;
}

/** What is known of the item that an error is about. */
export interface AboutItem {
	itemIndex?: number;
	/** The label that the form has for what Meta calls `targeting.age_min`. */
	labelOf?: (blamed: string) => string;
	/** What its amounts were entered in, unless in minor units. */
	currency?: Currency;
}

/** A Graph error as n8n shows it: what happened, which item, what to do next. */
export function nodeApiError(node: INode, error: GraphError, about: AboutItem = {}): NodeApiError {
	const { details } = error;
	const { itemIndex, labelOf, currency } = about;
	const blamed = details.blamedFields.map((name) =>
		labelOf ? `${labelOf(name)} (${name})` : name,
	);
	const shown = new NodeApiError(node, publicDetails(error), {
		message: details.message,
		description: [
			details.advice,
			currency ? inCurrency(details.message, currency) : '',
			blamed.length > 0 ? `Fields to look at: ${blamed.join(', ')}.` : '',
			codesOf(error),
			details.fbtraceId ? `Meta's trace ID for support: ${details.fbtraceId}.` : '',
		]
			.filter(Boolean)
			.join(' '),
		...(details.statusCode ? { httpCode: String(details.statusCode) } : {}),
		...(itemIndex !== undefined ? { itemIndex } : {}),
	});
	// n8n puts its own words over a message that happens to contain a name such as EPERM, and takes
	// Meta's code for an HTTP status where there is none.
	shown.message = details.message;
	if (!details.statusCode) shown.httpCode = null;
	return shown;
}

function codesOf({ details: { code, subcode } }: GraphError): string {
	if (code === undefined) return '';
	return `Meta's error code: ${code}${subcode === undefined ? '' : `, subcode ${subcode}`}.`;
}

/** A budget or bid in a message of Meta: a number that stands alone and is no ID. */
const AMOUNT = /(?<![\w.,#])\d{3,9}(?![\w%]|[.,]\d)/g;

/** Meta names amounts in minor units, whatever they were entered in. */
function inCurrency(message: string, { code, offset }: Currency): string {
	if (offset === 1 || !/budget|bid|amount|spend|cap\b/i.test(message)) return '';
	const amounts = uniq(message.match(AMOUNT) ?? []);
	const told = amounts.map(
		(amount) => `${amount} is ${(Number(amount) / offset).toFixed(2)} ${code}`,
	);
	return told.length > 0 ? `Meta counts in minor units: ${told.join(', ')}.` : '';
}

/** Whatever was thrown as n8n shows it. Errors that are n8n's own already stay what they are. */
export function nodeError(
	node: INode,
	cause: unknown,
	about: AboutItem = {},
): NodeApiError | NodeOperationError {
	if (cause instanceof GraphError) return nodeApiError(node, cause, about);
	if (cause instanceof NodeApiError || cause instanceof NodeOperationError) {
		cause.context.itemIndex ??= about.itemIndex;
		return cause;
	}
	return new NodeOperationError(node, cause as Error, { itemIndex: about.itemIndex });
}

/** What an error item and the error's details show of Meta's answer. */
function publicDetails({ details }: GraphError): JsonObject {
	return JSON.parse(
		JSON.stringify({
			message: details.message,
			class: details.class,
			code: details.code,
			error_subcode: details.subcode,
			type: details.type,
			status: details.statusCode,
			error_user_title: details.userTitle,
			error_user_msg: details.userMessage,
			blamed_fields: details.blamedFields.length > 0 ? details.blamedFields : undefined,
			fbtrace_id: details.fbtraceId,
			upload: details.progress,
			request: details.path ? `${details.method} ${details.path}` : undefined,
		}),
	) as JsonObject;
}

/**
 * An item in place of the result of an item that did not go through.
 *
 * n8n throws away all but the message of an item that has an `error` of its own, so the item has
 * none. A node with an error output tells by the members of `json` which items go there; before
 * n8n 2 it did not know `details` and looked for `error`, so there the item has one that n8n sees
 * but does not copy.
 *
 * It keeps the files that the input item brought, so that the item can be tried again.
 */
export function errorItem(
	error: NodeApiError | NodeOperationError,
	itemIndex: number,
	graphError?: GraphError,
	binary?: IBinaryKeyData,
): INodeExecutionData {
	const item: INodeExecutionData = {
		json: {
			error: error.message,
			...(error.description ? { message: error.description } : {}),
			...(graphError ? { details: publicDetails(graphError) } : {}),
		},
		pairedItem: { item: itemIndex },
		...(binary ? { binary } : {}),
	};
	if (error.node.onError === 'continueErrorOutput') {
		Object.defineProperty(item, 'error', { value: error, enumerable: false });
	}
	return item;
}

/**
 * Adds to the error that ends a run what became of the other items, so that nothing is lost: what
 * was made, what did not go through either, what was not begun.
 */
export function tellTheRest(
	error: NodeApiError | NodeOperationError,
	results: Told[],
	notSent: number[],
): void {
	const written = results.flatMap(({ itemIndex, writtenIds }) =>
		writtenIds.map((id) => `item ${itemIndex}: ${id}`),
	);
	const troubles = results.flatMap((result) =>
		result.error && result.error !== error
			? [`item ${result.itemIndex} (${result.error.message})`]
			: [],
	);
	error.description = [
		error.description,
		sentence('Already done in this run (not undone)', written, MAX_LISTED_OBJECTS),
		sentence('Did not go through either', troubles, MAX_LISTED_TROUBLES),
		sentence(
			'Not sent',
			notSent.map((itemIndex) => `item ${itemIndex}`),
			MAX_LISTED_OBJECTS,
		),
	]
		.filter(Boolean)
		.join(' ');
}

function sentence(start: string, entries: string[], most: number): string {
	if (entries.length === 0) return '';
	const more = entries.length - most;
	const listed = entries.slice(0, most).join(', ');
	return `${start}: ${listed}${more > 0 ? ` and ${more} more` : ''}.`;
}
