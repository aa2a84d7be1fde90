import { AdaptiveSize } from './adaptiveSize';
import { fromBatch, MAX_BATCH_STEPS, toBatch } from './batch';
import type { StepResult } from './batch';
import { cancelled, cancelledInFlight, failJobs, maxWaitExceeded, newJob, notSent } from './job';
import type { Job } from './job';
import { classify } from './retry';
import type { Classification } from './retry';
import { RetryPlan } from './retryPlan';
import type { RetryPlanDeps } from './retryPlan';
import type { Transport, HttpResult } from './transport';
import type { GraphClient, GraphOutcome, GraphRequest, SendOptions } from './types';
import type { Reservation } from './usage';
import type { WaitBudget } from './waitBudget';
import { isTooLongForUrl, toFields } from './encoding';

/** Of several batches the first is small, because the others wait until its reply tells the quotas. */
const FIRST_BATCH_STEPS = 20;

/** State of one call of `send`. */
interface Dispatch {
	/** Most requests of the next HTTP call. */
	batchSize: number;
	/** The same of those after it. */
	laterBatchSize: number;
	stopOnError: boolean;
	/** Pending HTTP calls. */
	inFlight: Set<Promise<void>>;
	/** Whether no further job may start. */
	isStopped: () => boolean;
}

export interface RequestSenderDeps extends RetryPlanDeps {
	transport: Transport;
	/** The token of a Page that acts; `undefined` where the credential's own signs. */
	tokenOf: (page: string | undefined) => string | undefined;
	waitBudget: WaitBudget;
	signal?: AbortSignal;
}

/** Sends requests with concurrency, batching and retries; never makes a write twice. */
export class RequestSender {
	/** Smaller after reads that were too much data for one batch. */
	private readonly steps = new AdaptiveSize(MAX_BATCH_STEPS);

	private readonly retryPlan: RetryPlan;

	constructor(private readonly deps: RequestSenderDeps) {
		this.retryPlan = new RetryPlan(deps);
	}

	/** Outcomes in the order of the requests; `client` reads the lists that lost writes are looked for in. */
	async send(
		client: GraphClient,
		requests: GraphRequest[],
		batchSize: number,
		{ concurrency = 1, stopOnError = false }: SendOptions = {},
	): Promise<GraphOutcome[]> {
		const jobs = requests.map(newJob);
		const inFlight = new Set<Promise<void>>();
		const isStopped = () =>
			stopOnError && jobs.some(({ outcome }) => outcome && 'error' in outcome);
		const dispatch: Dispatch = {
			...batchSizes(requests.length, batchSize, concurrency),
			stopOnError,
			inFlight,
			isStopped,
		};
		let open = jobs;
		try {
			for (;;) {
				open = open.filter(({ outcome }) => !outcome);
				const stopped = isStopped();
				// Started jobs are finished, so that their outcome is known.
				const idle = open.filter(
					({ isInFlight, firstSentAt }) => !isInFlight && (firstSentAt > 0 || !stopped),
				);
				if (idle.length === 0 && inFlight.size === 0) break;
				if (idle.length === 0 || inFlight.size >= concurrency) await Promise.race(inFlight);
				else await this.startNext(client, idle, dispatch);
			}
		} finally {
			await Promise.allSettled(inFlight);
		}
		return jobs.map(({ outcome, request }) => outcome ?? { error: notSent(request) });
	}

	/** Starts one HTTP call, or waits until one of the jobs may be sent. */
	private async startNext(client: GraphClient, idle: Job[], dispatch: Dispatch): Promise<void> {
		const { clock, rateLimiter, signal } = this.deps;
		const { batchSize, stopOnError, inFlight, isStopped } = dispatch;
		const now = clock.now();
		const ready = idle.filter(({ notBefore }) => notBefore <= now);
		// With `stopOnError` one failure is reported, and the others count as not sent.
		const failing = (some: Job[]) => (stopOnError ? some.slice(0, 1) : some);
		if (signal?.aborted) return failJobs(failing(idle), cancelled);
		if (ready.length === 0) return await this.waitForNext(idle, now, inFlight);

		const acquisition = await rateLimiter.acquire(ready, Math.min(batchSize, this.steps.current));
		if (acquisition.kind === 'cancelled') {
			return failJobs(failing(idle), cancelled);
		}
		if (acquisition.kind === 'maxWaitExceeded') {
			const { jobs, reason, wait } = acquisition;
			return failJobs(failing(jobs), (request) => maxWaitExceeded(reason, wait, request));
		}
		const { jobs, reservation } = acquisition;
		if (isStopped() && jobs.some(({ firstSentAt }) => firstSentAt === 0)) {
			return rateLimiter.release(reservation, []);
		}
		dispatch.batchSize = dispatch.laterBatchSize;
		for (const job of jobs) job.isInFlight = true;
		const task = this.execute(client, jobs, reservation).finally(() => {
			for (const job of jobs) job.isInFlight = false;
			inFlight.delete(task);
		});
		inFlight.add(task);
	}

	private async execute(client: GraphClient, jobs: Job[], reservation: Reservation): Promise<void> {
		const { clock, rateLimiter } = this.deps;
		const sentAt = clock.now();
		for (const job of jobs) job.firstSentAt ||= sentAt;
		const results = await this.sendOnce(jobs.map(({ request }) => request));
		if (!results) {
			rateLimiter.release(reservation, []);
			return failJobs(jobs, cancelledInFlight);
		}
		rateLimiter.release(
			reservation,
			results.map(({ headers }) => headers),
		);
		const classifications = results.map(({ classification }) => classification);
		// Too much data for one batch is sent again in two.
		const isTooMuch = jobs.map((job, index) =>
			isTooMuchTogether(jobs, job, classifications[index]),
		);
		if (isTooMuch.includes(true)) this.steps.shrink(jobs.length);
		else if (jobs.length > 1) this.steps.grow();
		const lost = jobs.filter(
			(job, index) => !isTooMuch[index] && this.retryPlan.apply(job, classifications[index]),
		);
		if (lost.length > 0) await this.retryPlan.findLost(client, lost);
	}

	/** @returns `undefined` when the execution was cancelled meanwhile */
	private async sendOnce(requests: GraphRequest[]): Promise<StepResult[] | undefined> {
		const [first] = requests;
		const isAlone = requests.length === 1 && !isTooLongForUrl(first);
		const { transport, tokenOf, finder, clock } = this.deps;
		const httpRequest = isAlone
			? { ...first, fields: toFields(first.parameters), token: tokenOf(first.asPage) }
			: toBatch(requests);
		const result = await finder.track(requests, async () => await transport(httpRequest));
		if (result.kind === 'cancelled') return undefined;
		return isAlone
			? [{ classification: classify(result, first, clock.now()), headers: headersOf(result) }]
			: fromBatch(result, requests, clock.now());
	}

	/** Waits until the first job may be sent or a pending call ends, within the wait budget. */
	private async waitForNext(
		idle: Job[],
		now: number,
		inFlight: ReadonlySet<Promise<void>>,
	): Promise<void> {
		const { clock, waitBudget, signal } = this.deps;
		const next = idle.reduce((first, job) => (job.notBefore < first.notBefore ? job : first));
		const wait = next.notBefore - now;
		if (inFlight.size > 0) return await Promise.race([...inFlight, clock.sleep(wait, signal)]);
		if (next.waitReason === undefined) return await clock.sleep(wait, signal);
		if (wait > waitBudget.remaining(now)) {
			const reason = next.waitReason;
			return failJobs([next], (request) => maxWaitExceeded(reason, wait, request));
		}
		const started = waitBudget.start(next.waitReason, now);
		await clock.sleep(wait, signal);
		waitBudget.end(started, clock.now());
	}
}

/** Whether a read was too much data while others shared its batch. */
function isTooMuchTogether(jobs: Job[], { request }: Job, classification: Classification): boolean {
	return (
		jobs.length > 1 &&
		request.method === 'GET' &&
		classification.kind === 'failed' &&
		classification.error.details.class === 'tooMuchData'
	);
}

/** A small batch first, then equal ones, so that all concurrent calls end at about the same time. */
function batchSizes(
	count: number,
	most: number,
	concurrency: number,
): Pick<Dispatch, 'batchSize' | 'laterBatchSize'> {
	if (concurrency === 1 || count <= most) return { batchSize: most, laterBatchSize: most };
	const first = Math.min(most, FIRST_BATCH_STEPS);
	const rounds = Math.ceil((count - first) / (most * concurrency));
	return { batchSize: first, laterBatchSize: Math.ceil((count - first) / (rounds * concurrency)) };
}

function headersOf(result: HttpResult): Record<string, string> | undefined {
	return result.kind === 'reply' ? result.headers : undefined;
}
