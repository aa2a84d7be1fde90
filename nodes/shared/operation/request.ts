import { uniq } from 'lodash';

import type { GraphParameters, GraphRequest, GraphValue } from '../graph/types';
import type { Operation, RequestShape, Values } from './types';
import { formOf } from './standardFields';

/** The Graph request that an operation makes for one item's values. */
export function buildRequest(
	operation: Operation & { request: RequestShape },
	values: Values,
): GraphRequest {
	const { request } = operation;
	const selection = fieldSelection(operation, values);
	const parameters: GraphParameters = {
		...request.parameters,
		...sentParameters(operation, values),
		...(selection ? { fields: selection } : {}),
	};
	const repeat = request.findWritten?.(values) ?? request.repeat;
	const batchGroup = request.batchGroup?.(values);
	const asPage = request.asPage?.(values);
	const quotaOf = accountNumber(values) ?? asPage;
	return {
		method: request.method,
		path: fillPath(request.path, values),
		useCase: request.useCase ?? 'ads_management',
		...(Object.keys(parameters).length > 0 ? { parameters } : {}),
		...(quotaOf ? { quotaOf } : {}),
		...(repeat ? { repeat } : {}),
		...(batchGroup ? { batchGroup } : {}),
		...(asPage ? { asPage } : {}),
	};
}

/** What of an item's values is sent: not what fills the path or steers the node. */
export function sentParameters(operation: Operation, values: Values): GraphParameters {
	const { unsent } = formOf(operation);
	const given = Object.entries(values).filter(
		(entry): entry is [string, GraphValue] => entry[1] !== undefined && !unsent.has(entry[0]),
	);
	return Object.fromEntries(given);
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
	if (!readable) return undefined;
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

/** The number of the ad account that a request names, in its path or only for its picker. */
function accountNumber({ ad_account: account }: Values): string | undefined {
	return account === undefined ? undefined : String(account).replace(/^act_/, '');
}
