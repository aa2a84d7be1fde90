import { uniq } from 'lodash';

import type { GraphParameters, GraphRequest } from '../graph/types';
import { WHAT_WAS_SENT } from './standardFields';
import type { Item, Operation, RequestShape, Values } from './types';

/** An operation of one request per item. */
export type RequestOperation = Extract<Operation, { run?: undefined }>;

/** The Graph request that an operation makes for one item. */
export function buildRequest(operation: RequestOperation, item: Item): GraphRequest {
	const { request } = operation;
	if (typeof request === 'function') return request(item);
	const { values } = item;
	const selection = fieldSelection(operation, values);
	const parameters: GraphParameters = {
		...request.parameters,
		...(selection ? { fields: selection } : {}),
		...item.parameters,
	};
	const repeat = request.findWritten?.(values) ?? request.repeat;
	const batchGroup = request.batchGroup?.(values);
	const asPage = request.asPage?.(values);
	const account = values.ad_account;
	const quotaOf = account === undefined ? asPage : String(account);
	return {
		method: request.method,
		path: fillPath(pathOf(request, values), values),
		useCase: request.useCase ?? 'ads_management',
		...(Object.keys(parameters).length > 0 ? { parameters } : {}),
		...(quotaOf ? { quotaOf } : {}),
		...(repeat ? { repeat } : {}),
		...(batchGroup ? { batchGroup } : {}),
		...(asPage ? { asPage } : {}),
	};
}

/** Where the request goes, with the names of fields in braces. */
function pathOf({ path, pathWith = {} }: RequestShape, values: Values): string {
	const given = Object.keys(pathWith).find((name) => values[name] !== undefined);
	return (given && pathWith[given]) ?? path;
}

/** Puts path values into `{name}`; each is an ID that its field has checked. */
export function fillPath(path: string, values: Values): string {
	return path.replace(/\{(\w+)\}/g, (_whole, name: string) =>
		encodeURIComponent(String(values[name])),
	);
}

/** What `fields` asks for: what the user's choice of output needs. */
export function fieldSelection({ output }: Operation, values: Values): string | undefined {
	const { readable } = output;
	if (!readable || values.output === WHAT_WAS_SENT) return undefined;
	if (values.output === 'raw') return readable.fields.map(({ name }) => name).join(',');
	if (values.output !== 'selected') return readable.simplified.join(',');
	const chosen = (values.outputFields ?? []) as string[];
	const more = splitSelection(String(values.moreFields ?? ''));
	// What has an ID gives it always. Meta refuses a selection that names a field twice.
	const always = readable.fields.some(({ name }) => name === 'id') ? ['id'] : [];
	return uniq([...always, ...chosen, ...more]).join(',');
}

/** `name,adsets.limit(5){name,status}` at the commas that are in no bracket. */
export function splitSelection(selection: string): string[] {
	let depth = 0;
	const parts = [''];
	for (const character of selection) {
		if ('({'.includes(character)) depth++;
		if (')}'.includes(character)) depth--;
		if (character === ',' && depth === 0) parts.push('');
		else parts[parts.length - 1] += character;
	}
	return parts.map((part) => part.trim()).filter(Boolean);
}
