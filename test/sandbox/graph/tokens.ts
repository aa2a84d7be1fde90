import { createHmac } from 'node:crypto';
import { ALL_SCOPES, DEFAULT_USER_ID, type Settings, type TokenSpec } from '../options';
import { GraphFault } from './errors';

/** A token that may be used. */
export interface Session {
	token: string;
	userId: string;
	scopes: readonly string[];
	kind: 'USER' | 'SYSTEM_USER' | 'PAGE' | 'APP';
	expiresAt: number;
}

/** The access tokens and sign-in codes that the sandbox knows. */
export class TokenBook {
	private readonly tokens = new Map<string, TokenSpec>();
	private readonly codes = new Map<string, { redirectUri: string; scopes: readonly string[] }>();
	private issued = 0;

	constructor(
		private readonly settings: Settings,
		private readonly now: () => number,
	) {}

	/** Forgets everything and knows these. */
	reset(specs: readonly TokenSpec[]): void {
		this.tokens.clear();
		this.codes.clear();
		for (const spec of specs) this.tokens.set(spec.token, spec);
	}

	get(token: string): TokenSpec | undefined {
		return this.tokens.get(token);
	}

	/** Registers a token, or changes one: how a test lets a token expire in the middle of a run. */
	set(spec: TokenSpec): void {
		this.tokens.set(spec.token, spec);
	}

	/** Makes a new token of a kind of length, such as `short-lived`. */
	issue(label: string, scopes: readonly string[], lifetimeS: number): TokenSpec {
		this.issued += 1;
		const expiresAt = lifetimeS === 0 ? 0 : Math.floor(this.now() / 1000) + lifetimeS;
		const spec: TokenSpec = { token: `test-${label}-${this.issued}`, scopes, expiresAt };
		this.tokens.set(spec.token, spec);
		return spec;
	}

	issueCode(redirectUri: string, scopes: readonly string[]): string {
		this.issued += 1;
		const code = `test-code-${this.issued}`;
		this.codes.set(code, { redirectUri, scopes });
		return code;
	}

	/** A code can be used once. */
	takeCode(code: string): { redirectUri: string; scopes: readonly string[] } | undefined {
		const known = this.codes.get(code);
		this.codes.delete(code);
		return known;
	}

	/** The session of a token; throws error 190 with the documented subcode if it is no good. */
	session(token: string | undefined): Session {
		if (!token) {
			throw new GraphFault({
				code: 2500,
				status: 400,
				message: 'An active access token must be used to query information about the current user.',
			});
		}
		const app = this.settings.app;
		if (token === `${app.id}|${app.secret}`) {
			return { token, userId: app.id, scopes: [], kind: 'APP', expiresAt: 0 };
		}
		const spec = this.tokens.get(token);
		if (!spec) {
			throw new GraphFault({
				code: 190,
				message: 'Invalid OAuth access token - Cannot parse access token',
			});
		}
		if (spec.refusedWith) throw new GraphFault({ code: 190, ...spec.refusedWith });
		const expiresAt = spec.expiresAt ?? 0;
		if (expiresAt !== 0 && expiresAt * 1000 <= this.now()) {
			throw new GraphFault({
				code: 190,
				subcode: 463,
				message: 'Error validating access token: Session has expired.',
			});
		}
		return {
			token,
			userId: spec.userId ?? DEFAULT_USER_ID,
			scopes: spec.scopes ?? ALL_SCOPES,
			kind: spec.kind ?? 'USER',
			expiresAt,
		};
	}

	/** Checks `appsecret_proof` ("Secure Graph API Calls"): HMAC-SHA256 of the token, in hex. */
	checkProof(token: string, proof: string | undefined): void {
		if (proof === undefined || proof === '') {
			if (!this.settings.requireProof) return;
			throw new GraphFault({
				code: 100,
				type: 'GraphMethodException',
				message: 'API calls from the server require an appsecret_proof argument',
			});
		}
		const expected = createHmac('sha256', this.settings.app.secret).update(token).digest('hex');
		if (proof === expected) return;
		throw new GraphFault({
			code: 100,
			type: 'GraphMethodException',
			message: 'Invalid appsecret_proof provided in the API argument',
		});
	}
}

/** Throws error 200 unless the session has one of the permissions. */
export function requireOneOf(session: Session, permissions: readonly string[] | undefined): void {
	if (!permissions || permissions.length === 0) return;
	if (permissions.some((permission) => session.scopes.includes(permission))) return;
	throw new GraphFault({
		code: 200,
		message: `Ad account owner has NOT grant ${permissions.join(' or ')} permission`,
	});
}
