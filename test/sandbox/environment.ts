import type { FaultQueue } from './faults';
import type { InsightsState } from './insights/state';
import type { TokenBook } from './graph/tokens';
import type { RequestLog } from './log';
import type { SandboxOptions, Settings } from './options';
import type { Store } from './store';
import type { VideoState } from './videos/state';
import type { UsageLedger } from './usage/ledger';

/** The state of one sandbox. */
export interface Environment {
	settings: Settings;
	/** Ms since 1970. */
	now: () => number;
	sleep: NonNullable<SandboxOptions['sleep']>;
	store: Store;
	tokens: TokenBook;
	usage: UsageLedger;
	faults: FaultQueue;
	insights: InsightsState;
	videos: VideoState;
	log: RequestLog;
	/** Address of the server, without a slash at its end. */
	baseUrl: string;
	/** A new id for `fbtrace_id` and the headers. */
	traceId: () => string;
}
