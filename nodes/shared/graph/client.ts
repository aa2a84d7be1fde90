import { MAX_BATCH_STEPS } from './batch';
import { systemClock } from './clock';
import type { Clock } from './clock';
import { openConnection } from './connection';
import { RequestSender } from './requestSender';
import { RateLimiter } from './rateLimiter';
import { paginate, paginateMany } from './paging';
import { redactDetails } from './redact';
import { PageTokens } from './pageTokens';
import { openTransport } from './transport';
import { GraphError } from './types';
import type {
	Edge,
	EdgeResult,
	GraphClient,
	GraphContext,
	GraphOptions,
	GraphOutcome,
	GraphPage,
	GraphReply,
	GraphRequest,
	PageOptions,
	SendOptions,
} from './types';
import { WriteFinder } from './lostWrites';
import { usageTrackerOf } from './usage';
import { WaitBudget } from './waitBudget';

/** Replaced by tests. */
export interface Dependencies {
	clock: Clock;
	/** 0 to 1, as `Math.random`. */
	random: () => number;
}

const DEFAULT_DEPENDENCIES: Dependencies = { clock: systemClock, random: Math.random };

/**
 * The Graph API client of all nodes: rate limits, retries, pagination, batches. All clients of one
 * credential in a process share its quotas.
 *
 * @throws NodeOperationError when the credential's address or version cannot be used
 */
export async function createGraphClient(
	context: GraphContext,
	options: GraphOptions,
	{ clock, random }: Dependencies = DEFAULT_DEPENDENCIES,
): Promise<GraphClient> {
	const connection = await openConnection(context, options);
	const signal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const waitBudget = new WaitBudget(options.maxWait);
	const tracker = usageTrackerOf(connection.credentialKey, connection.usageWindowMs);
	const rateLimiter = new RateLimiter({ tracker, waitBudget, clock, signal });
	const pageTokens = new PageTokens(sendOne, connection.addSecret);
	const sender = new RequestSender({
		tokenOf: (page) => pageTokens.get(page),
		transport: openTransport(context, connection, signal),
		rateLimiter,
		waitBudget,
		finder: new WriteFinder(connection.credentialKey, clock, signal),
		clock,
		random,
		signal,
	});

	/** Requests whose Page gives no token fail alone, unless `stopOnError` is set. */
	async function sendOthers(
		refusedPages: Map<string, GraphError>,
		requests: GraphRequest[],
		batchSize: number,
		options?: SendOptions,
	): Promise<GraphOutcome[]> {
		const [first] = refusedPages.values();
		if (options?.stopOnError) return requests.map(() => ({ error: first }));
		const refusalOf = ({ asPage = '' }: GraphRequest) => refusedPages.get(asPage);
		const others = requests.filter((request) => !refusalOf(request));
		const outcomes = others.length > 0 ? await requestMany(others, batchSize, options) : [];
		return requests.map((request) => {
			const error = refusalOf(request);
			return error ? { error } : outcomes[others.indexOf(request)];
		});
	}

	async function requestMany(
		requests: GraphRequest[],
		batchSize: number,
		options?: SendOptions,
	): Promise<GraphOutcome[]> {
		const refusedPages = await pageTokens.prefetch(requests);
		if (refusedPages.size > 0) return await sendOthers(refusedPages, requests, batchSize, options);
		const size = Math.min(MAX_BATCH_STEPS, Math.max(1, Math.floor(batchSize)));
		const outcomes = await sender.send(client, requests, size, options);
		return outcomes.map((outcome) =>
			'error' in outcome
				? { error: new GraphError(redactDetails(outcome.error.details, connection.secrets())) }
				: outcome,
		);
	}

	async function sendOne(request: GraphRequest): Promise<GraphOutcome> {
		const [outcome] = await requestMany([request], 1);
		return outcome;
	}

	const client: GraphClient = {
		apiVersion: connection.version,
		...(connection.appId ? { appId: connection.appId } : {}),
		async request<Body>(request: GraphRequest): Promise<GraphReply<Body>> {
			const outcome = await sendOne(request);
			if ('error' in outcome) throw outcome.error;
			return outcome.reply as GraphReply<Body>;
		},
		requestMany,
		async readMany<Row>(
			edges: Edge[],
			batchSize: number,
			options?: SendOptions,
		): Promise<Array<EdgeResult<Row>>> {
			const send = async (some: GraphRequest[]) => await requestMany(some, batchSize, options);
			return await paginateMany<Row>(send, edges, options);
		},
		pages<Row>(request: GraphRequest, page: PageOptions): AsyncIterable<GraphPage<Row>> {
			return paginate<Row>(sendOne, request, page);
		},
		waits: waitBudget.waits,
		usage: () => rateLimiter.usage(),
	};
	return client;
}
