import { createHmac } from 'node:crypto';

/**
 * HMAC-SHA256 of the access token under the app secret, in hex (Secure Graph API Calls, Verify
 * Graph API Calls with appsecret_proof).
 */
export function appSecretProof(token: string, appSecret: string): string {
	return createHmac('sha256', appSecret).update(token).digest('hex');
}
