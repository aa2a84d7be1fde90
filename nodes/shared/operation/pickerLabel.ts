/** Between the name of a thing and what else helps to choose it from a list. */
const SEPARATOR = ' · ';

/** How a picker shows a thing: `Movies · 1M people, Interests > Entertainment`. */
export function pickerLabel(name: string, details: Array<string | undefined>): string {
	const given = details.filter(Boolean);
	return given.length > 0 ? `${name}${SEPARATOR}${given.join(', ')}` : name;
}

/** The same label with one detail more. */
export function withDetail(label: string, detail: string): string {
	return `${label}${label.includes(SEPARATOR) ? ', ' : SEPARATOR}${detail}`;
}

/** The name alone, as the API knows the thing. */
export function nameInLabel(label: string): string {
	const end = label.lastIndexOf(SEPARATOR);
	return end < 0 ? label : label.slice(0, end);
}
