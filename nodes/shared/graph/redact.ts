import type { GraphErrorDetails } from './types';

const MASK = '***';

/** Shorter values are no secrets, and masking them would only garble texts. */
const MIN_SECRET_LENGTH = 8;

/**
 * Parameters of URLs and JSON texts whose values nobody may see. A colon without quotes is one of
 * a sentence.
 */
const SECRET_PARAMETER =
	/((?:access_token|input_token|fb_exchange_token|client_secret|appsecret_proof)(?:\s*=\s*|["']\s*:\s*)["']?)[^\s&"',}\\]+/gi;

/** What Meta quotes of a token that it cannot read. */
const QUOTED_TOKEN = /(malformed access token:?\s+)\S+/gi;
/** Tokens and proofs as such; image hashes, IDs and permissions are shorter or of letters alone. */
const LONG_SECRET = /\b(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{40,}/gi;

/** A token in a URL inside JSON text, as in `paging.next`; its `&` may be escaped. */
const TOKEN_IN_URL = /((?:access_token|appsecret_proof)=)[^&"\\\s]+/g;

/** Masks the given secrets, and every value that stands where tokens, secrets and proofs do. */
export function redact(text: string, secrets: readonly string[]): string {
	return withoutKnown(text, secrets)
		.replace(SECRET_PARAMETER, `$1${MASK}`)
		.replace(QUOTED_TOKEN, `$1${MASK}`)
		.replace(LONG_SECRET, MASK);
}

/**
 * Masks tokens in the URLs of an answer: Meta writes the caller's token into the `next` links even
 * of nested edges, and those end up in items. Fields such as a Page's own `access_token` stay.
 */
export function redactLinks(text: string, secrets: readonly string[]): string {
	return withoutKnown(text, secrets).replace(TOKEN_IN_URL, `$1${MASK}`);
}

/** The details of an error without secrets in any of its texts. */
export function redactDetails(
	details: GraphErrorDetails,
	secrets: readonly string[],
): GraphErrorDetails {
	const clean = (text: string) => redact(text, secrets);
	const cleanOptional = (text?: string) => (text === undefined ? undefined : clean(text));
	return {
		...details,
		message: clean(details.message),
		advice: clean(details.advice),
		type: cleanOptional(details.type),
		userTitle: cleanOptional(details.userTitle),
		userMessage: cleanOptional(details.userMessage),
		cause: cleanOptional(details.cause),
		blamedFields: details.blamedFields.map(clean),
		path: clean(details.path),
	};
}

function withoutKnown(text: string, secrets: readonly string[]): string {
	let clean = text;
	for (const secret of secrets) {
		if (secret.length < MIN_SECRET_LENGTH) continue;
		for (const form of [secret, encodeURIComponent(secret)]) {
			if (clean.includes(form)) clean = clean.split(form).join(MASK);
		}
	}
	return clean;
}
