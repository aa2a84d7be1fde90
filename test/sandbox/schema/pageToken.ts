import { GraphFault } from '../graph/errors';
import type { View } from './types';

/** @throws GraphFault 200 unless the call is signed with the Page's own token */
export function requirePageToken(
	{ env, token }: Pick<View, 'env' | 'token'>,
	pageId: string,
): void {
	const session = env.tokens.session(token);
	if (session.kind === 'PAGE' && session.userId === pageId) return;
	throw new GraphFault({
		code: 200,
		subcode: 1363042,
		message: "You don't have permission to upload a video here. A Page access token is required.",
	});
}
