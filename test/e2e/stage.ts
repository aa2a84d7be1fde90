import { createHmac } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pick } from 'lodash';
import type { Sandbox } from '../sandbox';
import { startSandbox } from '../sandbox';
import { DEFAULT_APP_ID, DEFAULT_APP_SECRET, DEFAULT_TOKEN } from '../sandbox/options';
import type { WorkflowJson } from '../support/engine';
import type { N8nInstallation } from './install';
import { installN8n } from './install';
import type { CredentialRecord } from './n8n';
import { N8n } from './n8n';
import { installPackage, packTarball } from './package';
import { say } from './shell';

/** A list with more rows than this is refused by the sandbox, so that long lists take many pages. */
export const MAX_PAGE_ROWS = 100;
/** One of the tokens that the sandbox refuses. */
const EXPIRED_TOKEN = 'expired-token';
/** What must never be seen in what n8n keeps of a run. */
export const SECRETS = [
	DEFAULT_TOKEN,
	DEFAULT_APP_SECRET,
	EXPIRED_TOKEN,
	createHmac('sha256', DEFAULT_APP_SECRET).update(DEFAULT_TOKEN).digest('hex'),
];
const LATENCY_MS = 20;

export interface Stage {
	sandbox: Sandbox;
	n8n: N8n;
	close(): Promise<void>;
}

export interface StageOptions {
	/** Where n8n keeps its data; a temporary folder, removed at the end, when absent. */
	userFolder?: string;
	port?: number;
	/** Lists with more rows are refused; as Meta when undefined. */
	maxPageRows?: number;
}

/**
 * Everything a run needs: a sandbox, and a real n8n with the packed project in it and credentials
 * that lead to the sandbox.
 */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
	const installation = await installN8n();
	const temporary = await mkdtemp(path.join(tmpdir(), 'n8n-nodes-meta-ads-e2e-'));
	const removeTemporary = () => rmSync(temporary, { recursive: true, force: true });
	process.once('exit', removeTemporary);
	const userFolder = options.userFolder ?? path.join(temporary, 'user');

	say('building and packing the project');
	const tarball = await packTarball(path.join(temporary, 'pack'));
	say(`installing ${path.basename(tarball)} as n8n installs community nodes`);
	const sandbox = await startSandbox({
		latencyMs: LATENCY_MS,
		maxPageRows: MAX_PAGE_ROWS,
		...pick(options, 'maxPageRows'),
	});
	const n8n = await prepare(installation, tarball, userFolder, options.port);
	await n8n.importCredentials(credentialsFor(sandbox.url));
	return {
		sandbox,
		n8n,
		close: async () => {
			await n8n.stop();
			await sandbox.close();
			await rm(temporary, { recursive: true, force: true });
			process.off('exit', removeTemporary);
		},
	};
}

async function prepare(
	installation: N8nInstallation,
	tarball: string,
	userFolder: string,
	port?: number,
): Promise<N8n> {
	// As n8n's documentation advises for large files: in memory they fill the process.
	const env = { N8N_DEFAULT_BINARY_DATA_MODE: 'filesystem' };
	const n8n = await N8n.create(installation, { userFolder, port, env });
	await installPackage(tarball, userFolder, installation);
	return n8n;
}

/** Access by token and by sign-in, and a token that has expired. */
function credentialsFor(graphBaseUrl: string): CredentialRecord[] {
	const app = { appId: DEFAULT_APP_ID, appSecret: DEFAULT_APP_SECRET };
	return [
		{
			id: 'meta-ads-api',
			name: 'Meta Ads account',
			type: 'metaAdsApi',
			data: { accessToken: DEFAULT_TOKEN, ...app, graphBaseUrl },
		},
		{
			id: 'meta-ads-outdated',
			name: 'Outdated account',
			type: 'metaAdsApi',
			data: { accessToken: EXPIRED_TOKEN, graphBaseUrl },
		},
		{
			id: 'meta-ads-oauth2-api',
			name: 'Meta Ads sign-in',
			type: 'metaAdsOAuth2Api',
			data: {
				clientId: DEFAULT_APP_ID,
				clientSecret: DEFAULT_APP_SECRET,
				graphBaseUrl,
				oauthTokenData: { access_token: DEFAULT_TOKEN, token_type: 'bearer' },
			},
		},
	];
}

/** A workflow of `test/e2e/workflows`. */
export function workflowFile(name: string): WorkflowJson & { id: string } {
	const file = path.join(__dirname, 'workflows', `${name}.json`);
	return JSON.parse(readFileSync(file, 'utf8')) as WorkflowJson & { id: string };
}
