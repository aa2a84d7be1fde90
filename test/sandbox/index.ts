import { setTimeout as sleep } from 'node:timers/promises';

import type { Environment } from './environment';
import { FaultQueue } from './faults';
import { TokenBook } from './graph/tokens';
import type { InsightsTree } from './insights/seed';
import { InsightsState } from './insights/state';
import { VideoState } from './videos/state';
import { Seed } from './videos/seed';
import { changeOptions } from './http/changeOptions';
import { addControls } from './http/control';
import { createServer } from './http/server';
import { isJsonObject, type JsonObject } from './json';
import { pageToken } from './seed';
import { RequestLog, type LoggedRequest } from './log';
import { DEFAULT_TOKENS, settingsFrom, type SandboxOptions, type Settings } from './options';
import { Store } from './store';
import { UsageLedger } from './usage/ledger';

export type { FaultKind, FaultMatch, FaultSpec } from './faults';
export type { InsightsOptions } from './insights/options';
export type { JobFault, JobOutcome } from './insights/state';
export type { LoggedRequest } from './log';
export { madeBytes } from './videos/madeBytes';
export type { VideoOptions } from './videos/options';
export type { Seed } from './videos/seed';
export type { ArrivedFile, VideoOutcome } from './videos/state';
export * from './options';
export type { InsightsIds, InsightsTree } from './insights/seed';
export type { Overrides } from './seed';
export { APP_STORE_URLS, ASSET_IDS } from './seedAssets';
export type { Store, StoredObject } from './store';
export type { UsageLedger, UsageState } from './usage/ledger';
export type { AccessTier, LimitOptions, UsageEntry, UseCase } from './usage/limits';

/** A running sandbox. */
export interface Sandbox {
	/** Address without a slash at its end: what to use instead of https://graph.facebook.com. */
	url: string;
	port: number;
	/** Everything that exists. Times are UNIX seconds, money is in minor units. */
	store: Store;
	/** HTTP requests and steps of batches, oldest first; always the same list. */
	requests: LoggedRequest[];
	faults: FaultQueue;
	/** What becomes of report jobs: `insights.jobFaults({ outcome: 'stall', ms: 5000 })`. */
	insights: InsightsState;
	/** Files that arrived (`videos.files`), and what becomes of videos (`videos.outcomes`). */
	videos: VideoState;
	usage: UsageLedger;
	tokens: TokenBook;
	seed: Seed;
	settings: Readonly<Settings>;
	/** Changes options while running, like POST /__sandbox/options. */
	configure(changes: JsonObject): void;
	/** Back to the state after the start: seeds, usage, faults, log, tokens. */
	reset(): void;
	close(): Promise<void>;
}

/** Starts a stand-in for the Graph API on this machine. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const now = options.now ?? Date.now;
	const settings = settingsFrom(options);
	const store = new Store();
	const seed = new Seed(store, now);
	let traces = 0;
	const env: Environment = {
		settings,
		now,
		sleep: options.sleep ?? (async (ms) => await sleep(ms)),
		store,
		tokens: new TokenBook(settings, now),
		usage: new UsageLedger(store, settings, now),
		faults: new FaultQueue(),
		insights: new InsightsState(),
		videos: new VideoState(settings),
		log: new RequestLog(),
		baseUrl: '',
		traceId: () => `Sandbox${String((traces += 1)).padStart(8, '0')}`,
	};
	const reset = () => {
		Object.assign(settings, settingsFrom(options));
		store.clear();
		env.tokens.reset(options.tokens ?? DEFAULT_TOKENS);
		env.usage.clear();
		env.faults.clear();
		env.insights.clear();
		env.videos.clear();
		env.log.clear();
		if (!options.isEmpty) {
			seed.basics();
			seed.videoBasics(settings.app.id);
		}
		for (const page of store.ofType('page')) {
			env.tokens.set({ token: pageToken(page.id), kind: 'PAGE', userId: page.id });
		}
	};
	reset();
	const app = createServer(env);
	addControls(app, {
		env,
		reset,
		seed: (what, parentId, count, values) => seedBy(seed, what, parentId, count, values),
	});
	const host = options.host ?? '127.0.0.1';
	const address = await app.listen({ host, port: options.port ?? 0 });
	const port = Number(new URL(address).port);
	env.baseUrl = `http://${host}:${port}`;
	return {
		url: env.baseUrl,
		port,
		store,
		requests: env.log.entries,
		faults: env.faults,
		insights: env.insights,
		videos: env.videos,
		usage: env.usage,
		tokens: env.tokens,
		seed,
		settings,
		configure: (changes) => void changeOptions(env, changes),
		reset,
		close: async () => await app.close(),
	};
}

function seedBy(
	seed: Seed,
	what: string,
	parentId: string,
	count: number,
	values: JsonObject,
): string[] {
	switch (what) {
		case 'account':
			return [seed.account(parentId, values)];
		case 'campaigns':
		case 'adSets':
		case 'ads':
		case 'activities':
		case 'creatives':
		case 'customAudiences':
		case 'savedAudiences':
		case 'mmmReports':
		case 'mmmSchedulers':
		case 'users':
		case 'videos':
			return seed[what](parentId, count, values);
		case 'insightsTree':
			return seed.insightsTree(parentId, treeFrom(values)).ads;
		case 'insightsRows':
			return seed.insightsRows(parentId, count);
		default:
			throw new Error(
				'type must be one of account, campaigns, adSets, ads, activities, creatives, customAudiences, ' +
					'insightsRows, insightsTree, mmmReports, mmmSchedulers, savedAudiences, users, videos',
			);
	}
}

function treeFrom(values: JsonObject): InsightsTree {
	const days = isJsonObject(values.days) ? values.days : {};
	return {
		campaigns: Number(values.campaigns ?? 1),
		adSetsPerCampaign: Number(values.adSetsPerCampaign ?? 1),
		adsPerAdSet: Number(values.adsPerAdSet ?? 1),
		days: { since: String(days.since), until: String(days.until) },
		...(values.status === undefined ? {} : { status: String(values.status) }),
	};
}
