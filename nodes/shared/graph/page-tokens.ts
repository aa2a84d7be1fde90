import type { GraphError, GraphOutcome, GraphRequest } from './types';

/** What a token looks like; masked ones do not. */
const TOKEN = /^[\w|-]+$/;

/**
 * The tokens of the Pages in whose name requests are made (Page Access Tokens). A credential holds
 * the token of a person or system user, from which Meta gives that of a Page the user works for.
 */
export class PageTokens {
	private readonly tokens = new Map<string, string | undefined>();

	constructor(
		private readonly ask: (request: GraphRequest) => Promise<GraphOutcome>,
		private readonly conceal: (token: string) => void,
	) {}

	/** Asks for the tokens that the requests need; the error when Meta refuses one. */
	async prepare(requests: GraphRequest[]): Promise<GraphError | undefined> {
		for (const { asPage } of requests) {
			if (asPage === undefined || this.tokens.has(asPage)) continue;
			const outcome = await this.ask({
				method: 'GET',
				path: `/${asPage}`,
				parameters: { fields: 'access_token' },
				useCase: 'pages',
				quotaOf: asPage,
			});
			if ('error' in outcome) return outcome.error;
			this.learn(asPage, outcome.reply.body.access_token);
		}
		return undefined;
	}

	/** `undefined` when the credential's own token is the one to use: it may be the Page's already. */
	of(page: string | undefined): string | undefined {
		return page === undefined ? undefined : this.tokens.get(page);
	}

	private learn(page: string, token: unknown): void {
		const isToken = typeof token === 'string' && TOKEN.test(token);
		if (isToken) this.conceal(token);
		this.tokens.set(page, isToken ? token : undefined);
	}
}
