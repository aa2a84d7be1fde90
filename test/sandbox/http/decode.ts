import { isJsonObject, parseJson } from '../json';
import { GraphFault } from '../graph/errors';

/**
 * Parameters of a form or a JSON object; an empty body has none.
 * @throws GraphFault 100 for JSON that is no object
 */
export function decodeText(text: string, contentType: string): Record<string, unknown> {
	if (text === '') return {};
	if (contentType.startsWith('application/json')) return decodeJson(text);
	return Object.fromEntries(new URLSearchParams(text));
}

function decodeJson(text: string): Record<string, unknown> {
	let value: unknown;
	try {
		value = parseJson(text);
	} catch {
		value = undefined;
	}
	if (isJsonObject(value)) return value;
	throw new GraphFault({ code: 100, message: 'The request body must be a valid JSON object' });
}

/** The token of an `Authorization` header; Graph takes the schemes Bearer and OAuth. */
export function headerToken(header: string | undefined): string | undefined {
	return /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(header ?? '')?.[1];
}
