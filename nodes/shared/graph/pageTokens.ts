import type { GraphError, GraphOutcome, GraphRequest } from './types';

/** What a token looks like; masked ones do not. */
const TOKEN = /^[\w|-]+$/;

/**
 * The tokens of the Pages in whose name requests are made (Page Access Tokens). A credential holds
 * the token of a person or system user, from which Meta gives that of a Page the user works for.
 */
export class PageTokens {
	private readonly tokens = new Map<string, string | undefined>();
	/** Requests in flight, which concurrent items share. */
	private readonly pending = new Map<string, Promise<GraphError | undefined>>();

	constructor(
		private readonly send: (request: GraphRequest) => Promise<GraphOutcome>,
		private readonly addSecret: (token: string) => void,
	) {}

	/** @returns the Pages whose token Meta refuses, with its error */
	async prefetch(requests: GraphRequest[]): Promise<Map<string, GraphError>> {
		const refused = new Map<string, GraphError>();
		for (const { asPage } of requests) {
			if (asPage === undefined || this.tokens.has(asPage) || refused.has(asPage)) continue;
			const fetching = this.pending.get(asPage) ?? this.fetchToken(asPage);
			this.pending.set(asPage, fetching);
			const refusal = await fetching;
			if (refusal) refused.set(asPage, refusal);
		}
		return refused;
	}

	/** `undefined` when the credential's own token is the one to use: it may be the Page's already. */
	get(page: string | undefined): string | undefined {
		return page === undefined ? undefined : this.tokens.get(page);
	}

	private async fetchToken(page: string): Promise<GraphError | undefined> {
		const outcome = await this.send({
			method: 'GET',
			path: `/${page}`,
			parameters: { fields: 'access_token' },
			useCase: 'pages',
			quotaOf: page,
		});
		this.pending.delete(page);
		if ('error' in outcome) return outcome.error;
		this.store(page, outcome.reply.body.access_token);
		return undefined;
	}

	private store(page: string, token: unknown): void {
		const isToken = typeof token === 'string' && TOKEN.test(token);
		if (isToken) this.addSecret(token);
		this.tokens.set(page, isToken ? token : undefined);
	}
}
