import { ReceivedFile } from './videos/digest';

/** One HTTP request or one step of a batch, as the sandbox saw it. Secrets are blotted out. */
export interface LoggedRequest {
	/** Counts from 1. */
	number: number;
	/** Ms since 1970, of the sandbox's clock. */
	at: number;
	method: string;
	/** Without version, with a slash in front. */
	path: string;
	version?: string;
	query: Record<string, unknown>;
	/** Files as their name, type, size and sha256; one that was the whole body is called `bytes`. */
	body: Record<string, unknown>;
	/** Bytes of the body that came, with all that stands around the files. */
	bodyBytes?: number;
	headers: Record<string, string>;
	/** HTTP status; 0 while unanswered or when the connection was cut. */
	status: number;
	/** Number of the step in its batch, from 0. */
	batch?: number;
	/** `number` of the HTTP request the step came in. */
	parent?: number;
	/** Where the access token stood. */
	tokenIn: 'header' | 'query' | 'body' | 'batch' | 'none';
	hasProof: boolean;
	/** Steps of a batch request. */
	steps?: number;
	/** The fault that struck. */
	fault?: string;
	/** The Graph error of the answer. */
	error?: { code: number; subcode?: number; message: string };
}

const SECRETS = new Set([
	'access_token',
	'appsecret_proof',
	'client_secret',
	'code',
	'fb_exchange_token',
	'input_token',
]);

const BLOT = '***';

/** All requests since the start, oldest first. */
export class RequestLog {
	readonly entries: LoggedRequest[] = [];
	private last = 0;

	add(entry: Omit<LoggedRequest, 'number'>): LoggedRequest {
		this.last += 1;
		const logged = { number: this.last, ...entry };
		this.entries.push(logged);
		return logged;
	}

	clear(): void {
		this.entries.length = 0;
	}
}

/** Parameters without tokens, proofs and secrets, and without the bytes of files. */
export function withoutSecrets(params: Record<string, unknown>): Record<string, unknown> {
	return Object.fromEntries(
		Object.entries(params).map(([name, value]) => {
			if (SECRETS.has(name)) return [name, BLOT];
			return [name, value instanceof ReceivedFile ? value.summary() : value];
		}),
	);
}

/** Headers without the token; the scheme of `Authorization` stays. */
export function headersWithoutSecrets(
	headers: Record<string, string | string[] | undefined>,
): Record<string, string> {
	const result: Record<string, string> = {};
	for (const [name, value] of Object.entries(headers)) {
		const text = Array.isArray(value) ? value.join(', ') : (value ?? '');
		result[name] = name === 'authorization' ? `${text.split(' ')[0]} ${BLOT}` : text;
	}
	return result;
}
