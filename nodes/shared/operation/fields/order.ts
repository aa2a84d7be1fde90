/** n8n lists so many entries and more by the alphabet. */
const ALPHABETICAL_FROM = 5;

/** Entries as n8n's guidelines have them: a short list as it is written, a long one by its labels. */
export function inListOrder<Entry>(entries: Entry[], labelOf: (entry: Entry) => string): Entry[] {
	return entries.length < ALPHABETICAL_FROM ? entries : alphabetical(entries, labelOf);
}

/** Entries by the alphabet of their labels. */
export function alphabetical<Entry>(entries: Entry[], labelOf: (entry: Entry) => string): Entry[] {
	return [...entries].sort((a, b) => labelOf(a).localeCompare(labelOf(b), 'en'));
}
