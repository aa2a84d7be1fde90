import { createHash } from 'node:crypto';

import { NodeOperationError } from 'n8n-workflow';
import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { appSecretProof } from '../../../credentials/appSecretProof';
import { settledToken } from '../../../credentials/longLivedToken';
import type { GraphContext, GraphOptions } from './types';

const DEFAULT_GRAPH_BASE_URL = 'https://graph.facebook.com';
const DEFAULT_API_VERSION = 'v24.0';
const DEFAULT_USAGE_WINDOW_S = 3_600;

/** Where requests go and what signs them. */
export interface Connection {
	credentialType: string;
	/** Without a slash at its end: `https://graph.facebook.com`. */
	baseUrl: string;
	/** `v24.0` */
	version: string;
	/** The same for all nodes and runs that use this credential; holds no secret. */
	credentialKey: string;
	/** Length of the hour that Meta counts calls over, in ms. */
	usageWindowMs: number;
	/** ID of the app that the credential belongs to, when it says. */
	appId?: string;
	/** Parameters that prove who sends with the given token, or with the credential's own; empty without an app secret. */
	proof(token?: string): Promise<{ appsecret_proof?: string }>;
	/** All that must not appear in any text. */
	secrets(): readonly string[];
	/** Adds to the secrets. */
	addSecret(secret: string): void;
}

/**
 * Reads which credential the node uses and what it holds.
 *
 * @throws NodeOperationError when the credential's address or version cannot be used
 */
export async function openConnection(
	context: GraphContext,
	options: Pick<GraphOptions, 'apiVersion'>,
): Promise<Connection> {
	const isOAuth2 = authenticationOf(context) !== 'accessToken';
	const credentialType = isOAuth2 ? 'metaAdsOAuth2Api' : 'metaAdsApi';
	const credentials = await context.getCredentials(credentialType);
	const baseUrl = textOf(credentials.graphBaseUrl, DEFAULT_GRAPH_BASE_URL).replace(/\/+$/, '');
	const version = options.apiVersion || textOf(credentials.apiVersion, DEFAULT_API_VERSION);
	if (!isHttpUrl(baseUrl)) {
		throw new NodeOperationError(context.getNode(), `"${baseUrl}" is not a Graph base URL`, {
			description: `Enter an address such as ${DEFAULT_GRAPH_BASE_URL} as Graph Base URL of the credential.`,
		});
	}
	if (!/^v\d+\.\d+$/.test(version)) {
		throw new NodeOperationError(context.getNode(), `"${version}" is not an API version`, {
			description: `Enter a version such as ${DEFAULT_API_VERSION} as API Version of the credential or the node.`,
		});
	}
	const usageWindowS = Number(credentials.usageWindowSeconds) || DEFAULT_USAGE_WINDOW_S;
	const id = context.getNode().credentials?.[credentialType]?.id ?? '';
	const appId = textOf(isOAuth2 ? credentials.clientId : credentials.appId, '');
	return {
		credentialType,
		baseUrl,
		version,
		credentialKey: sha256([credentialType, id, baseUrl, usageWindowS].join('\n')),
		usageWindowMs: usageWindowS * 1_000,
		...(appId ? { appId } : {}),
		...signing(isOAuth2, credentials),
	};
}

function signing(
	isOAuth2: boolean,
	credentials: ICredentialDataDecryptedObject,
): Pick<Connection, 'proof' | 'secrets' | 'addSecret'> {
	const storedToken = isOAuth2
		? textOf(asRecord(credentials.oauthTokenData).access_token, '')
		: textOf(credentials.accessToken, '');
	const appSecret = textOf(isOAuth2 ? credentials.clientSecret : credentials.appSecret, '');
	const secrets = new Set([storedToken, appSecret].filter(Boolean));
	return {
		async proof(otherToken) {
			// n8n signs with the renewed token of an OAuth2 credential, so the proof has to be made of it.
			const own = isOAuth2 ? await settledToken(storedToken) : storedToken;
			const token = otherToken ?? own;
			if (token) secrets.add(token);
			if (!token || !appSecret) return {};
			const proof = appSecretProof(token, appSecret);
			secrets.add(proof);
			return { appsecret_proof: proof };
		},
		secrets: () => [...secrets],
		addSecret: (secret) => void secrets.add(secret),
	};
}

/** Only execute functions have items, and take the number of one. */
function authenticationOf(context: GraphContext): unknown {
	return 'getInputData' in context
		? context.getNodeParameter('authentication', 0, 'oAuth2')
		: context.getNodeParameter('authentication', 'oAuth2');
}

function isHttpUrl(text: string): boolean {
	return /^https?:\/\/[^\s/?#@\\]+(\/[\w.~/-]*)?$/i.test(text);
}

function textOf(value: unknown, fallback: string): string {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : fallback;
}

function asRecord(value: unknown): IDataObject {
	return typeof value === 'object' && value !== null ? (value as IDataObject) : {};
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
