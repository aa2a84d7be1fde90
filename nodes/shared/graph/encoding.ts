import type { GraphParameters, GraphRequest, GraphValue } from './types';

/** Longer URLs are cut off or refused on their way, so such reads travel in the body of a batch. */
export const MAX_URL_LENGTH = 6_000;

/** One call in a batch (Batch Requests, Batch Request). */
export interface BatchStep {
	method: string;
	relative_url: string;
	/** Form text; of POST only. */
	body?: string;
}

/**
 * Parameters as Meta reads them: objects and lists as JSON text, booleans as `true` and `false`.
 * `undefined` is left out; `null` is sent as JSON's `null`, which empties a field. A list of `fields`
 * has a notation of its own, in which nested ones are written too: `id,adsets{name}`.
 */
export function toFields(parameters: GraphParameters = {}): Record<string, string> {
	const fields: Record<string, string> = {};
	for (const [name, value] of Object.entries<GraphValue | undefined>(parameters)) {
		if (value === undefined) continue;
		fields[name] = toText(name, value);
	}
	return fields;
}

function toText(name: string, value: GraphValue): string {
	if (typeof value === 'string') return value;
	return name === 'fields' && Array.isArray(value) ? value.join(',') : JSON.stringify(value);
}

/** `name=value` pairs, percent-encoded; the same for a form body and a query. */
export function toFormText(fields: Record<string, string>): string {
	return new URLSearchParams(fields).toString().replace(/\+/g, '%20');
}

/** A request as a step of a batch, without token or proof: those of the batch count. */
export function toBatchStep({ method, path, parameters }: GraphRequest): BatchStep {
	const text = toFormText(toFields(parameters));
	const url = path.replace(/^\//, '');
	if (method === 'POST') return { method, relative_url: url, ...(text ? { body: text } : {}) };
	return { method, relative_url: text ? `${url}?${text}` : url };
}

/** Whether a request has to travel in a batch because its URL would be too long. */
export function isTooLongForUrl({ method, path, parameters }: GraphRequest): boolean {
	if (method === 'POST') return false;
	return path.length + toFormText(toFields(parameters)).length > MAX_URL_LENGTH;
}
