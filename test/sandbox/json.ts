/** A value as it stands in JSON text. */
export type Json = string | number | boolean | null | Json[] | JsonObject;

/** A JSON object; members set to `undefined` are left out of the text. */
export interface JsonObject {
	[key: string]: Json | undefined;
}

const NEEDS_CARE = /\d{16}/;
const STRING_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|-?\d{16,}(?![\d.eE])/g;

/**
 * Parses JSON and keeps integers of 16 and more digits as text, since an id written as a bare
 * number would otherwise lose its last digits. Throws SyntaxError on anything that is not JSON.
 */
export function parseJson(text: string): Json {
	if (!NEEDS_CARE.test(text)) return JSON.parse(text) as Json;
	const safe = text.replace(STRING_OR_LONG_INTEGER, (part) =>
		part.startsWith('"') ? part : `"${part}"`,
	);
	return JSON.parse(safe) as Json;
}

/** Whether the value is a JSON object (not a list, not null). */
export function isJsonObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
