import { retryBackoff } from '../../shared/graph/retry';
import { systemClock } from '../../shared/graph/clock';
import { plainError } from '../../shared/graph/errors';
import { GraphError } from '../../shared/graph/types';
import type { UploadContext, UploadTrace } from './types';

/** How often sending may break off, or be corrected, without any new bytes at Meta. */
export const MAX_IDLE_TRIES = 5;
/** What Meta asks to wait is waited within the upload up to here. */
const MAX_RETRY_AFTER_MS = 300_000;
/** A longer tale of a bad connection helps nobody. */
const MAX_STEPS = 20;

/** How often an upload goes on although it comes no further. Bytes that Meta had not before reset it. */
export class Tries {
	private idle = 0;
	private furthest = 0;
	/** What Meta had when the try under way began. */
	private before = 0;

	constructor(private readonly context: UploadContext) {}

	/** A try begins. */
	begin(): void {
		if (this.furthest > this.before) this.idle = 0;
		this.before = this.furthest;
	}

	/** Notes how many bytes Meta has. */
	reached(offset: number): void {
		this.context.trace.offset = offset;
		this.furthest = Math.max(this.furthest, offset);
	}

	/**
	 * Waits before sending goes on after `cause`.
	 *
	 * @throws GraphError the cause, when it was the fifth in a row, or that the execution was cancelled
	 */
	async goOn(cause: GraphError): Promise<void> {
		const { trace, clock = systemClock, random = Math.random, signal } = this.context;
		const { retryAfter = 0, method, path } = cause.details;
		this.idle = this.furthest > this.before ? 0 : this.idle + 1;
		if (this.idle >= MAX_IDLE_TRIES || retryAfter > MAX_RETRY_AFTER_MS) throw cause;
		await clock.sleep(Math.max(retryAfter, retryBackoff(this.idle, random)), signal);
		if (signal?.aborted) throw cancelled({ method, path });
		trace.resumes += 1;
		tell(trace, cause);
	}
}

/** That the execution was cancelled between two requests. */
export function cancelled(request: Pick<GraphError['details'], 'method' | 'path'>): GraphError {
	const message = 'The execution was cancelled';
	return plainError('cancelled', message, 'Run the workflow again when it is wanted.', request);
}

/** Whether Meta may take the same bytes when they come again. */
export function mayPass({ details }: GraphError): boolean {
	// What could not be sent at all the client has tried again already.
	const wasAnswered = details.statusCode !== undefined;
	return details.class === 'outcomeUnknown' || (details.class === 'transient' && wasAnswered);
}

/** What Meta answers to bytes for a session that it does not know any more, or cannot use. */
const OVER_CODES = [100, 6000];

/**
 * The refusal of a request that belongs to a session. Where the session is gone, the trace and the
 * advice say so. `codes` are those that mean it; a request with settings of the user leaves out 100.
 */
export function refusedSession(
	error: GraphError,
	trace: UploadTrace,
	codes: number[] = OVER_CODES,
): GraphError {
	const { details } = error;
	const { class: errorClass, code = 0, message, advice } = details;
	const isGone = errorClass === 'notFound' || codes.includes(code) || /\bexpired\b/i.test(message);
	if (!isGone || errorClass === 'token') return error;
	trace.state = 'over';
	const more = `The upload session can no longer be used: start the upload anew.`;
	return new GraphError({ ...details, advice: `${more} ${advice}` });
}

function tell(trace: UploadTrace, { details }: GraphError): void {
	if (trace.steps.length >= MAX_STEPS) return;
	const where = trace.size > 0 ? `At ${trace.offset} of ${trace.size} bytes` : 'On the way';
	const { message, cause = message } = details;
	trace.steps.push(`${where}: ${cause.replace(/[\s.]+$/, '')}; sending went on.`);
}
