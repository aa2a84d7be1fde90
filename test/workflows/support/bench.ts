import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import type { ICredentialDataDecryptedObject, IDataObject, INodeExecutionData } from 'n8n-workflow';

import { MetaAdsApi } from '../../../credentials/MetaAdsApi.credentials';
import { MetaAdsOAuth2Api } from '../../../credentials/MetaAdsOAuth2Api.credentials';
import { systemClock } from '../../../nodes/shared/graph/clock';
import { forgetClaimedIds } from '../../../nodes/shared/graph/lostWrites';
import { forgetUsage } from '../../../nodes/shared/graph/usage';
import {
	ALL_SCOPES,
	DEFAULT_APP_ID,
	DEFAULT_APP_SECRET,
	DEFAULT_TOKEN,
	startSandbox,
	type LoggedRequest,
	type Sandbox,
	type SandboxOptions,
	type StoredObject,
} from '../../sandbox';
import { pageToken } from '../../sandbox/seed';
import type { EngineOptions, EngineRun, WorkflowJson } from '../../support/engine';
import { runWorkflow } from '../../support/engine';
import { packageNodeTypes } from '../../tools/nodes';
import { clock } from './virtualClock';

const TIMEZONE = 'America/New_York';
const OTHER_SECRETS = ['expired-token', 'revoked-token', 'no-permission-token', 'wrong-app-secret'];

export const credentialTypes = {
	metaAdsApi: new MetaAdsApi(),
	metaAdsOAuth2Api: new MetaAdsOAuth2Api(),
};

export interface RunOptions {
	/** What the trigger gives; one empty item when absent. */
	items?: IDataObject[];
	/** The same with files. */
	inputs?: INodeExecutionData[];
	/** Members of both credentials that differ from the usual ones. */
	credentials?: IDataObject;
	token?: string;
	appSecret?: string;
	cancelAfter?: EngineOptions['cancelAfter'];
}

/** Time of a sandbox that shares the clock of the Graph client. */
export function sandboxTime(): Required<Pick<SandboxOptions, 'now' | 'sleep'>> {
	if (systemClock !== clock) throw new Error('The test file has to mock nodes/shared/graph/clock');
	return {
		now: () => clock.now(),
		sleep: async (ms, clientPort) => await clock.sleepBeforeAnswer(ms, clientPort),
	};
}

/** The sandbox and n8n's engine, for one test file. */
export class Bench {
	private constructor(readonly sandbox: Sandbox) {}

	/** The quotas are those of a full access app, so that only tests of quotas meet them. */
	static async open({ limits, ...options }: SandboxOptions = {}): Promise<Bench> {
		const sandbox = await startSandbox({
			...sandboxTime(),
			...options,
			limits: { tier: 'standard_access', ...limits },
		});
		return new Bench(sandbox);
	}

	/** As if nothing had ever been asked. */
	reset(): void {
		this.sandbox.reset();
		forgetUsage();
		forgetClaimedIds();
	}

	/** Runs a workflow; fails if a secret shows up in anything that n8n keeps of it. */
	async run(workflow: WorkflowJson, options: RunOptions = {}): Promise<EngineRun> {
		const inputs = options.inputs ?? options.items?.map((json) => ({ json }));
		const run = await runWorkflow(workflow, {
			...this.engineOptions(options),
			...(inputs ? { triggerItems: inputs } : {}),
			...(options.cancelAfter ? { cancelAfter: options.cancelAfter } : {}),
			timezone: TIMEZONE,
		});
		this.expectNoSecrets(run, options);
		return run;
	}

	engineOptions({ credentials = {}, token = DEFAULT_TOKEN, appSecret = '' }: RunOptions = {}) {
		const common = {
			graphBaseUrl: this.sandbox.url,
			apiVersion: 'v24.0',
			usageWindowSeconds: this.sandbox.settings.hourMs / 1000,
		};
		const data: Record<string, ICredentialDataDecryptedObject> = {
			metaAdsApi: { accessToken: token, appSecret, ...common, ...credentials },
			metaAdsOAuth2Api: {
				clientId: DEFAULT_APP_ID,
				clientSecret: appSecret || DEFAULT_APP_SECRET,
				permissions: ALL_SCOPES.join(','),
				oauthTokenData: { access_token: token },
				...common,
				...credentials,
			},
		};
		return { nodeTypes: packageNodeTypes, credentialTypes, credentials: data };
	}

	/** Everything that goes over the wire or stays behind is free of tokens, secrets and proofs. */
	expectNoSecrets(kept: unknown, { token = DEFAULT_TOKEN, appSecret = '' }: RunOptions = {}): void {
		const { credentials: _own, ...shown } = Object(kept) as Record<string, unknown>;
		const everything = inspect(shown, {
			depth: 30,
			maxArrayLength: null,
			maxStringLength: null,
			breakLength: Infinity,
		});
		const pages = this.sandbox.store.ofType('page');
		const tokens = [DEFAULT_TOKEN, token, ...pages.map(({ id }) => pageToken(id))];
		const secrets = [DEFAULT_APP_SECRET, appSecret].filter(Boolean);
		const proofs = tokens.flatMap((signed) =>
			secrets.map((secret) => createHmac('sha256', secret).update(signed).digest('hex')),
		);
		for (const secret of new Set([...tokens, ...secrets, ...proofs, ...OTHER_SECRETS])) {
			if (everything.includes(secret)) {
				const at = everything.indexOf(secret);
				throw new Error(`${secret} shows: ${everything.slice(Math.max(0, at - 200), at + 100)}`);
			}
		}
		const exposed = this.sandbox.requests.filter(
			({ tokenIn, query }) => tokenIn === 'query' || 'access_token' in query,
		);
		expect(exposed).toEqual([]);
	}

	/** Requests over HTTP, without the steps inside of batches. */
	get http(): LoggedRequest[] {
		return this.sandbox.requests.filter(({ batch }) => batch === undefined);
	}

	/** Graph calls: requests of their own and steps of batches. */
	calls(method?: string, path?: RegExp): LoggedRequest[] {
		return this.sandbox.requests.filter(
			(request) =>
				request.path !== '/' &&
				(method === undefined || request.method === method) &&
				(path === undefined || path.test(request.path)),
		);
	}

	campaigns(account = 'act_1001'): readonly StoredObject[] {
		return this.sandbox.store.children(account, 'campaigns');
	}

	names(account = 'act_1001'): string[] {
		return this.campaigns(account).map(({ values }) => String(values.name));
	}

	valuesOf(id: unknown): StoredObject['values'] {
		const object = this.sandbox.store.get(String(id));
		if (!object) throw new Error(`There is no object ${String(id)}`);
		return object.values;
	}
}

/** The members of the items of a node's output. */
export function jsonOf(run: EngineRun, node = 'Node', output = 0): IDataObject[] {
	return (run.outputs[node]?.[output] ?? []).map(({ json }) => json);
}

/** The numbers of the input items that the items of a node's output come from. */
export function pairsOf(run: EngineRun, node = 'Node', output = 0): unknown[] {
	return (run.outputs[node]?.[output] ?? []).map(({ pairedItem }) =>
		typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : pairedItem,
	);
}

/** Message and description of the error that ended a run, as a user reads them. */
export function told(run: EngineRun): string {
	return `${run.error?.message ?? ''} | ${run.error?.description ?? ''}`;
}

/** The items of a run that has to have gone well. */
export function itemsOf(run: EngineRun, node = 'Node'): IDataObject[] {
	if (run.status !== 'success') throw new Error(`The run ended as ${run.status}: ${told(run)}`);
	return jsonOf(run, node);
}

/** What a node says in the editor about its waits. */
export function hintsOf(run: EngineRun, node = 'Node'): string[] {
	return (run.hints[node] ?? []).map(({ message }) => message);
}
