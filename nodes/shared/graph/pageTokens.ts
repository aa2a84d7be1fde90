import type { GraphError, GraphOutcome, GraphRequest } from './types';

/** What a token looks like; masked ones do not. */
const TOKEN = /^[\w|-]+$/;

/**
 * The tokens of the Pages in whose name requests are made (Page Access Tokens). A credential holds
 * the token of a person or system user, from which Meta gives that of a Page the user works for.
 */
export class PageTokens {
	private readonly tokens = new Map<string, string | undefined>();
	/** Pages that are being asked for, so that items side by side ask once. */
	private readonly asked = new Map<string, Promise<GraphError | undefined>>();

	constructor(
		private readonly ask: (request: GraphRequest) => Promise<GraphOutcome>,
		private readonly conceal: (token: string) => void,
	) {}

	/** Asks for the tokens that the requests need; gives the Pages whose token Meta refuses. */
	async prepare(requests: GraphRequest[]): Promise<Map<string, GraphError>> {
		const refused = new Map<string, GraphError>();
		for (const { asPage } of requests) {
			if (asPage === undefined || this.tokens.has(asPage) || refused.has(asPage)) continue;
			const asked = this.asked.get(asPage) ?? this.askFor(asPage);
			this.asked.set(asPage, asked);
			const refusal = await asked;
			if (refusal) refused.set(asPage, refusal);
		}
		return refused;
	}

	/** `undefined` when the credential's own token is the one to use: it may be the Page's already. */
	of(page: string | undefined): string | undefined {
		return page === undefined ? undefined : this.tokens.get(page);
	}

	private async askFor(page: string): Promise<GraphError | undefined> {
		const outcome = await this.ask({
			method: 'GET',
			path: `/${page}`,
			parameters: { fields: 'access_token' },
			useCase: 'pages',
			quotaOf: page,
		});
		this.asked.delete(page);
		if ('error' in outcome) return outcome.error;
		this.learn(page, outcome.reply.body.access_token);
		return undefined;
	}

	private learn(page: string, token: unknown): void {
		const isToken = typeof token === 'string' && TOKEN.test(token);
		if (isToken) this.conceal(token);
		this.tokens.set(page, isToken ? token : undefined);
	}
}
