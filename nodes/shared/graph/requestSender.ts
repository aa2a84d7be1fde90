import { AdaptiveSize } from './adaptiveSize';
import { fromBatch, MAX_BATCH_STEPS, toBatch } from './batch';
import type { StepAnswer } from './batch';
import type { Clock } from './clock';
import { plainError } from './errors';
import type { RateLimiter, Refusal } from './rateLimiter';
import { faultBackoff, judge, MAX_TRIES, outcomeUnknown, repeatOf, throttleBackoff } from './retry';
import type { Verdict } from './retry';
import type { Transport, HttpResult } from './transport';
import type { GraphClient, GraphError, GraphOutcome, GraphRequest, SendOptions } from './types';
import type { WriteFinder } from './lostWrites';
import { quotaKey } from './usage';
import type { Reservation } from './usage';
import type { Waiting } from './waiting';
import { isTooLongForUrl, toFields } from './encoding';

/** How often a write is sent again that looking for it has shown not to have been done. */
const MAX_RESENDS = 2;
/**
 * Steps of the first batch where there are several: until it is answered nobody knows what is left of
 * the quotas, so the others wait for it.
 */
const FIRST_BATCH_STEPS = 20;

/**
 * The quota that a throttle is about (Rate Limits, Error Codes). Other codes stand for limits of
 * one operation: only that request waits.
 */
const THROTTLED_TYPES: Record<number, string> = {
	4: 'app',
	17: 'account',
	32: 'pages',
	341: 'app',
	80000: 'ads_insights',
	80001: 'pages',
	80002: 'instagram',
	80003: 'custom_audience',
	80004: 'ads_management',
	80005: 'leadgen',
	80009: 'catalog_management',
	80014: 'catalog_batch',
};

/** A request until it has an outcome. */
interface Job {
	readonly request: GraphRequest;
	readonly quotaKey: string;
	outcome?: GraphOutcome;
	/** Time of the first attempt, ms since 1970. */
	firstSentAt: number;
	faults: number;
	throttles: number;
	resends: number;
	/** Not to be sent before, ms since 1970. */
	notBefore: number;
	/** Why it waits, when a limit of usage is the cause. */
	waitReason?: string;
	/** Why nobody knows its outcome. */
	uncertainError?: GraphError;
	isInFlight: boolean;
}

/** What the requests of one call of `send` share. */
interface Round {
	/** Most requests of the next HTTP call, and of those after it. */
	batchSize: number;
	laterBatchSize: number;
	stopOnError: boolean;
	/** HTTP calls that are not answered yet. */
	inFlight: Set<Promise<void>>;
	/** Whether nothing new is to be begun. */
	isHalted: () => boolean;
}

export interface RequestSenderParts {
	transport: Transport;
	/** The token of a Page that acts; `undefined` where the credential's own signs. */
	tokenOf: (page: string | undefined) => string | undefined;
	rateLimiter: RateLimiter;
	waiting: Waiting;
	finder: WriteFinder;
	clock: Clock;
	/** 0 to 1, as `Math.random`. */
	random: () => number;
	signal?: AbortSignal;
}

/** Brings requests to an outcome: sends, waits, sends again, and never does a write twice. */
export class RequestSender {
	/** Steps that a batch may have: fewer after reads that were too much together. */
	private readonly steps = new AdaptiveSize(MAX_BATCH_STEPS);

	constructor(private readonly parts: RequestSenderParts) {}

	/** Outcomes in the order of the requests. `client` is for looking up lost writes. */
	async send(
		client: GraphClient,
		requests: GraphRequest[],
		batchSize: number,
		{ concurrency = 1, stopOnError = false }: SendOptions = {},
	): Promise<GraphOutcome[]> {
		const jobs = requests.map(newJob);
		const inFlight = new Set<Promise<void>>();
		const isHalted = () => stopOnError && jobs.some(({ outcome }) => outcome && 'error' in outcome);
		const round: Round = {
			...batchSizes(requests.length, batchSize, concurrency),
			stopOnError,
			inFlight,
			isHalted,
		};
		let open = jobs;
		try {
			for (;;) {
				open = open.filter(({ outcome }) => !outcome);
				const halted = isHalted();
				// What was begun is brought to its end: half a run tells more than a lost one.
				const idle = open.filter(
					({ isInFlight, firstSentAt }) => !isInFlight && (firstSentAt > 0 || !halted),
				);
				if (idle.length === 0 && inFlight.size === 0) break;
				if (idle.length === 0 || inFlight.size >= concurrency) await Promise.race(inFlight);
				else await this.dispatch(client, idle, round);
			}
		} finally {
			await Promise.allSettled(inFlight);
		}
		return jobs.map(({ outcome, request }) => outcome ?? { error: notSent(request) });
	}

	/** Begins one HTTP request, or waits until one of the jobs may be sent. */
	private async dispatch(client: GraphClient, idle: Job[], round: Round): Promise<void> {
		const { clock, rateLimiter, signal } = this.parts;
		const { batchSize, stopOnError, inFlight, isHalted } = round;
		const now = clock.now();
		const ready = idle.filter(({ notBefore }) => notBefore <= now);
		// One failure is enough to stop the others: they are told as not sent.
		const failing = (some: Job[]) => (stopOnError ? some.slice(0, 1) : some);
		if (signal?.aborted) return fail(failing(idle), ({ request }) => cancelled(request));
		if (ready.length === 0) return await this.waitForNext(idle, now, inFlight);

		const admission = await rateLimiter.admit(ready, Math.min(batchSize, this.steps.current));
		if (admission.kind === 'cancelled') {
			return fail(failing(idle), ({ request }) => cancelled(request));
		}
		if (admission.kind === 'refused') {
			const { jobs, refusal } = admission;
			return fail(failing(jobs), ({ request }) => outOfTime(refusal, request));
		}
		const { jobs, reservation } = admission;
		if (isHalted() && jobs.some(({ firstSentAt }) => firstSentAt === 0)) {
			return rateLimiter.settle(reservation, []);
		}
		round.batchSize = round.laterBatchSize;
		for (const job of jobs) job.isInFlight = true;
		const task = this.execute(client, jobs, reservation).finally(() => {
			for (const job of jobs) job.isInFlight = false;
			inFlight.delete(task);
		});
		inFlight.add(task);
	}

	/** Sends jobs in one HTTP request and acts on what comes back. */
	private async execute(client: GraphClient, jobs: Job[], reservation: Reservation): Promise<void> {
		const { clock, rateLimiter } = this.parts;
		const sentAt = clock.now();
		for (const job of jobs) job.firstSentAt ||= sentAt;
		const answers = await this.sendOnce(jobs.map(({ request }) => request));
		if (!answers) {
			rateLimiter.settle(reservation, []);
			return fail(jobs, ({ request }) => cancelledOnItsWay(request));
		}
		rateLimiter.settle(
			reservation,
			answers.map(({ headers }) => headers),
		);
		const verdicts = answers.map(({ verdict }) => verdict);
		// What is too much for one batch goes again in two.
		const isTooMuch = jobs.map((job, index) => isTooMuchTogether(jobs, job, verdicts[index]));
		if (isTooMuch.includes(true)) this.steps.shrink(jobs.length);
		else if (jobs.length > 1) this.steps.grow();
		const lost = jobs.filter((job, index) => !isTooMuch[index] && this.apply(job, verdicts[index]));
		if (lost.length > 0) await this.lookFor(client, lost);
	}

	/** `undefined` when the execution was cancelled meanwhile. */
	private async sendOnce(requests: GraphRequest[]): Promise<StepAnswer[] | undefined> {
		const [first] = requests;
		const isAlone = requests.length === 1 && !isTooLongForUrl(first);
		const { transport, tokenOf, finder } = this.parts;
		const httpRequest = isAlone
			? { ...first, fields: toFields(first.parameters), token: tokenOf(first.asPage) }
			: toBatch(requests);
		const result = await finder.during(requests, async () => await transport(httpRequest));
		if (result.kind === 'cancelled') return undefined;
		return isAlone
			? [{ verdict: judge(result, first), headers: headersOf(result) }]
			: fromBatch(result, requests);
	}

	/** Acts on what came back for one job; whether it has to be looked for. */
	private apply(job: Job, verdict: Verdict): boolean {
		const repeat = repeatOf(job.request);
		if (verdict.kind === 'done') {
			this.parts.finder.take(job.request, verdict.reply.body);
			job.outcome = { reply: verdict.reply };
		} else if (verdict.kind === 'throttled') {
			this.waitForQuota(job, verdict.error);
		} else if (
			verdict.kind === 'notDone' ||
			(verdict.kind === 'uncertain' && repeat === 'always')
		) {
			if (verdict.kind === 'uncertain' && job.request.method !== 'GET')
				job.uncertainError = verdict.error;
			this.backOff(job, verdict.error);
		} else if (verdict.kind === 'failed' && job.uncertainError) {
			// It may be refused because it was done the first time.
			job.outcome = { error: outcomeUnknown(job.uncertainError, job.request, verdict.error) };
		} else if (verdict.kind === 'uncertain' && repeat !== 'never') {
			job.uncertainError = verdict.error;
			return true;
		} else {
			const { error } = verdict;
			job.outcome = {
				error: verdict.kind === 'uncertain' ? outcomeUnknown(error, job.request) : error,
			};
		}
		return false;
	}

	/** After a throttle the rate limiter holds the quota's requests back; without one the job waits alone. */
	private waitForQuota(job: Job, error: GraphError): void {
		const { rateLimiter, clock, random } = this.parts;
		job.throttles += 1;
		if (job.throttles >= MAX_TRIES) {
			job.outcome = { error };
			return;
		}
		const { code = 0, retryAfter } = error.details;
		const wait = retryAfter ?? throttleBackoff(job.throttles, random);
		const type = THROTTLED_TYPES[code];
		if (type && rateLimiter.refused(job.request, type, wait)) return;
		job.notBefore = clock.now() + wait;
		job.waitReason = sentence(error);
	}

	private backOff(job: Job, error: GraphError): void {
		const { clock, random } = this.parts;
		job.faults += 1;
		if (job.faults >= MAX_TRIES) {
			job.outcome = { error };
			return;
		}
		const { retryAfter } = error.details;
		job.notBefore = clock.now() + (retryAfter ?? faultBackoff(job.faults, random));
		job.waitReason = retryAfter === undefined ? undefined : sentence(error);
	}

	private async lookFor(client: GraphClient, lost: Job[]): Promise<void> {
		const results = await this.parts.finder.look(client, lost);
		lost.forEach((job, index) => {
			const result = results[index];
			if (result.kind === 'found') {
				job.outcome = { reply: result.reply };
			} else if (result.kind === 'absent' && job.resends < MAX_RESENDS) {
				job.resends += 1;
			} else if (job.uncertainError) {
				job.outcome = { error: outcomeUnknown(job.uncertainError, job.request) };
			}
		});
	}

	/** Waits until the first of the jobs may be sent, if the user's limit has the time, or one ends. */
	private async waitForNext(
		idle: Job[],
		now: number,
		inFlight: ReadonlySet<Promise<void>>,
	): Promise<void> {
		const { clock, waiting, signal } = this.parts;
		const next = idle.reduce((first, job) => (job.notBefore < first.notBefore ? job : first));
		const wait = next.notBefore - now;
		if (inFlight.size > 0) return await Promise.race([...inFlight, clock.sleep(wait, signal)]);
		if (next.waitReason === undefined) return await clock.sleep(wait, signal);
		if (wait > waiting.left(now)) {
			const reason = next.waitReason;
			return fail([next], ({ request }) => outOfTime({ reason, wait }, request));
		}
		const started = waiting.begin(next.waitReason, now);
		await clock.sleep(wait, signal);
		waiting.end(started, clock.now());
	}
}

/** Whether a read was refused for the amount of data while others shared its batch. */
function isTooMuchTogether(jobs: Job[], { request }: Job, verdict: Verdict): boolean {
	return (
		jobs.length > 1 &&
		request.method === 'GET' &&
		verdict.kind === 'failed' &&
		verdict.error.details.class === 'tooMuchData'
	);
}

/** A small batch first, then equal ones: no lane is left with a full batch while the others are done. */
function batchSizes(
	count: number,
	most: number,
	concurrency: number,
): Pick<Round, 'batchSize' | 'laterBatchSize'> {
	if (concurrency === 1 || count <= most) return { batchSize: most, laterBatchSize: most };
	const first = Math.min(most, FIRST_BATCH_STEPS);
	const rounds = Math.ceil((count - first) / (most * concurrency));
	return { batchSize: first, laterBatchSize: Math.ceil((count - first) / (rounds * concurrency)) };
}

function newJob(request: GraphRequest): Job {
	return {
		request,
		quotaKey: quotaKey(request),
		firstSentAt: 0,
		faults: 0,
		throttles: 0,
		resends: 0,
		notBefore: 0,
		isInFlight: false,
	};
}

function fail(jobs: Job[], errorOf: (job: Job) => GraphError): void {
	for (const job of jobs) job.outcome = { error: errorOf(job) };
}

/** The message as part of a longer sentence. */
function sentence({ details }: GraphError): string {
	return details.message.replace(/[\s.]+$/, '');
}

function headersOf(result: HttpResult): Record<string, string> | undefined {
	return result.kind === 'reply' ? result.headers : undefined;
}

function outOfTime({ reason, wait }: Refusal, request: GraphRequest): GraphError {
	const minutes = Math.max(1, Math.ceil(wait / 60_000));
	const error = plainError(
		'throttled',
		`Meta's limit of calls leaves no room: ${reason}`,
		`Calls are possible again in about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}: run the workflow again then, or raise "Max Wait for Rate Limits" in the node's options.`,
		request,
	);
	error.details.retryAfter = wait;
	return error;
}

function cancelled(request: GraphRequest): GraphError {
	const message = 'The execution was cancelled before this request was sent';
	return plainError('cancelled', message, 'Run the workflow again when it is wanted.', request);
}

function notSent(request: GraphRequest): GraphError {
	const message = 'This request was not sent, since another one had failed';
	return plainError('notSent', message, 'Run the workflow again for what is missing.', request);
}

function cancelledOnItsWay(request: GraphRequest): GraphError {
	if (request.method === 'GET') return cancelled(request);
	return plainError(
		'cancelled',
		'The execution was cancelled while this request was on its way',
		'Look in Ads Manager to see whether it had an effect before running the workflow again.',
		request,
	);
}
