/** A number of 16 digits and more that may stand outside of a string. */
const MAYBE_LONG_NUMBER = /[:[,]\s*-?\d{16}|^\s*-?\d{16}/;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const LONG_INTEGER = /^-?\d{16,}$/;

/**
 * Parses JSON; integers that a number cannot hold exactly become strings, because IDs of 64 bits
 * would otherwise turn into other IDs.
 *
 * @returns `undefined` when the text is not JSON
 */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(MAYBE_LONG_NUMBER.test(text) ? quoteLongIntegers(text) : text);
	} catch {
		return undefined;
	}
}

/** Puts quotes around integers beyond 2^53 that stand outside of strings. */
function quoteLongIntegers(text: string): string {
	const parts: string[] = [];
	let position = 0;
	while (position < text.length) {
		const opening = text.indexOf('"', position);
		const end = opening === -1 ? text.length : opening;
		parts.push(text.slice(position, end).replace(NUMBER, quotedIfLong));
		if (opening === -1) break;
		const closing = closingQuote(text, opening);
		parts.push(text.slice(opening, closing + 1));
		position = closing + 1;
	}
	return parts.join('');
}

function quotedIfLong(number: string): string {
	return LONG_INTEGER.test(number) && !Number.isSafeInteger(Number(number))
		? `"${number}"`
		: number;
}

function closingQuote(text: string, opening: number): number {
	let closing = text.indexOf('"', opening + 1);
	while (closing !== -1 && isEscaped(text, closing)) closing = text.indexOf('"', closing + 1);
	return closing === -1 ? text.length : closing;
}

function isEscaped(text: string, position: number): boolean {
	let backslashes = 0;
	while (text[position - 1 - backslashes] === '\\') backslashes++;
	return backslashes % 2 === 1;
}

/** Whether a value of JSON is an object: neither a list nor `null`. */
export function isObject<Kind extends object = Record<string, unknown>>(
	value: unknown,
): value is Kind {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
