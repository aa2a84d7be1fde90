import type { IAuthenticateRuleResponseSuccessBody, ICredentialTestRequest } from 'n8n-workflow';

type Finding = [key: string, value: unknown, message: string];

const RECONNECT = 'Create a new token or sign in again.';

/** Subcodes come first: n8n shows the first finding that fits (Authentication Error Subcodes). */
const TOKEN_FINDINGS: Finding[] = [
	['error.error_subcode', 458, `The person has removed the app. ${RECONNECT}`],
	['error.error_subcode', 459, 'Meta wants the person to sign in at facebook.com first.'],
	['error.error_subcode', 460, `The person's password has changed. ${RECONNECT}`],
	[
		'error.error_subcode',
		463,
		`The access token has expired. ${RECONNECT} The token of a system user does not expire.`,
	],
	['error.error_subcode', 464, "The person's Facebook account is not confirmed yet."],
	['error.error_subcode', 467, `The access token was revoked or is not valid. ${RECONNECT}`],
	['error.error_subcode', 492, 'The person no longer has a role on the Page of this token.'],
	['error.code', 190, `The access token is not valid or has expired. ${RECONNECT}`],
	['error.code', 102, `The sign-in is no longer valid. ${RECONNECT}`],
	['error.code', 104, 'Meta asks for an access token: fill it in, without quotes or spaces.'],
	['error.code', 2500, 'Meta asks for an access token or does not know this API version.'],
];

const MISSING_PERMISSION =
	'The token lacks permissions: create one with ads_management (or ads_read, to read only), business_management and pages_show_list.';

const OTHER_FINDINGS: Finding[] = [
	['error.code', 2635, 'Meta no longer serves this API version: enter a newer one.'],
	['error.code', 3, 'The app lacks a capability: check it in the dashboard of the app.'],
	['error.code', 10, MISSING_PERMISSION],
	['error.code', 200, MISSING_PERMISSION],
	['error.code', 294, 'The token lacks ads_management, or the app may not use the Marketing API.'],
	['error.code', 368, 'Meta has blocked this person or app for some time: see Account Quality.'],
	['error.code', 4, 'The app has used up its calls: test again later.'],
	['error.code', 17, 'The user has used up their calls: test again later.'],
	['error.code', 341, 'The app has reached a limit: test again later.'],
	['error.code', 613, 'A limit of calls is reached: test again later.'],
	['error.code', 1, 'Meta could not answer just now: test again in a few minutes.'],
	['error.code', 2, 'Meta could not answer just now: test again in a few minutes.'],
];

const PROOF_FINDING: Finding = [
	'error.code',
	100,
	'Meta does not accept the proof: the app secret is missing, or is not the one of the app that made the token. Or the token is that of a Page, which has no ad accounts.',
];

/** A person, a system user and a Page all have an ID, so an answer without one is no success. */
const NO_ANSWER_FINDING: Finding = [
	'id',
	undefined,
	'Meta did not confirm the token: check the access token, the API version and the Graph Base URL.',
];

/**
 * The request n8n sends to test a credential, and what its answers mean. n8n takes every answer
 * that no rule names for a success.
 *
 * With `proofIsSent` false an app that insists on `appsecret_proof` answers code 100 to a token
 * that is fine, because a test cannot compute a proof by itself; the nodes do send one.
 */
export function connectionTest(options: { proofIsSent: boolean }): ICredentialTestRequest {
	const findings = [
		...TOKEN_FINDINGS,
		...OTHER_FINDINGS,
		...(options.proofIsSent ? [PROOF_FINDING, NO_ANSWER_FINDING] : []),
	];
	return {
		request: {
			baseURL:
				'={{ $credentials.graphBaseUrl.replace(/\\/+$/, "") }}/{{ $credentials.apiVersion }}',
			url: '/me',
			// Reading ad accounts needs the permission that nearly every operation needs.
			qs: { fields: 'id,name,adaccounts.limit(1){id}' },
			ignoreHttpStatusErrors: true,
		},
		rules: findings.map(
			([key, value, message]): IAuthenticateRuleResponseSuccessBody => ({
				type: 'responseSuccessBody',
				properties: { key, value, message },
			}),
		),
	};
}
