import { parseMoment, refusal, text } from '../../shared/operation/fields';
import type { Field } from '../../shared/operation/types';

/** `today`, `yesterday`, `last monday`: Meta reads them by its own clock. */
const WORDS = /^[a-z]+( [a-z]+)*$/i;

/**
 * A moment in any form that the list of video ads takes (FB Video Ads, Filters): words are sent as they
 * are, anything else as Unix seconds.
 */
export function momentOrWord<Name extends string>(
	name: Name,
	description: string,
): Field<Name, string | number> {
	const field = text(name, { description, placeholder: 'e.g. 2026-03-01, 10 jan 2026, yesterday' });
	return {
		...field,
		parse: (raw, { timezone }) => {
			const word = typeof raw === 'string' ? raw.trim() : '';
			if (WORDS.test(word)) return { value: word.toLowerCase() };
			const moment = parseMoment(raw, timezone);
			if (moment) return { value: Math.floor(moment.toSeconds()) };
			return refusal(
				'must be a date such as 2026-03-01 or 10 jan 2026, Unix seconds, or a word such as yesterday',
				raw,
			);
		},
	};
}
