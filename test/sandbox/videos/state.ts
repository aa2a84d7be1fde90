import type { VideoOptions } from './options';
import { Digest } from './digest';
import type { UploadSession } from './session';

export const VIDEO_OUTCOMES = ['error', 'expired', 'slow'] as const;

/**
 * What becomes of a video once it is finished:
 * - `error`: processing ends with `message`.
 * - `expired`: its status is `expired`.
 * - `slow`: processing takes `ms`.
 */
export interface VideoOutcome {
	outcome: (typeof VIDEO_OUTCOMES)[number];
	message?: string;
	ms?: number;
	/** How many videos; default 1; 0 for all. */
	times?: number;
	/** How many videos go well before. */
	skip?: number;
}

/** What is known of a video besides its fields. Times are ms since 1970. */
export interface VideoRecord {
	/** All of its bytes; of a video that comes through a session only once it is finished. */
	digest: Digest;
	/** The session it comes through; none when it came in one request. */
	session?: UploadSession;
	/** When it was finished and its processing began. */
	finishedMs?: number;
	processingMs: number;
	outcome?: VideoOutcome;
}

/** A file that arrived whole. */
export interface ArrivedFile {
	/** Id of the video, or of the session of the Resumable Upload API. */
	id: string;
	size: number;
	/** In hex; undefined when hashing is off. */
	sha256?: string;
}

/** Uploads under way and files that arrived. */
export class VideoState {
	/** By `upload_session_id`, by id of the video of a `video_ads` session, or by `upload:...`. */
	readonly sessions = new Map<string, UploadSession>();
	readonly records = new Map<string, VideoRecord>();
	/** Handles of the Resumable Upload API. */
	readonly handles = new Map<string, UploadSession>();
	/** Files that arrived whole, oldest first; always the same list. */
	readonly files: ArrivedFile[] = [];
	private outcomeQueue: Array<{ outcome: VideoOutcome; left: number; skip: number }> = [];
	private issued = 0;

	constructor(private readonly settings: { videos: VideoOptions }) {}

	newDigest(): Digest {
		return new Digest(this.settings.videos.hash);
	}

	/** Numbers of sessions and handles: never the same twice. */
	nextNumber(): number {
		this.issued += 1;
		return this.issued;
	}

	/** Bytes of a video or session so far. */
	arrived(id: string): ArrivedFile | undefined {
		const record = this.records.get(id);
		const session = this.sessions.get(id) ?? record?.session;
		const digest = session?.digest ?? record?.digest;
		return digest && { id, size: digest.size, sha256: digest.sha256 };
	}

	noteArrival(id: string, { size, sha256 }: Digest): void {
		this.files.push({ id, size, ...(sha256 === undefined ? {} : { sha256 }) });
	}

	/** Decides what becomes of videos that are finished from now on. */
	outcomes(...outcomes: VideoOutcome[]): void {
		for (const outcome of outcomes) {
			if (!VIDEO_OUTCOMES.includes(outcome.outcome)) {
				throw new Error(
					`Unknown outcome "${outcome.outcome}": one of ${VIDEO_OUTCOMES.join(', ')}`,
				);
			}
			const times = outcome.times ?? 1;
			this.outcomeQueue.push({
				outcome,
				left: times === 0 ? Infinity : times,
				skip: outcome.skip ?? 0,
			});
		}
	}

	/** Takes what is to become of a video that is finished now. */
	takeOutcome(): VideoOutcome | undefined {
		for (const queued of this.outcomeQueue) {
			if (queued.skip > 0) {
				queued.skip -= 1;
				continue;
			}
			queued.left -= 1;
			if (queued.left <= 0) {
				this.outcomeQueue = this.outcomeQueue.filter((other) => other !== queued);
			}
			return queued.outcome;
		}
		return undefined;
	}

	clear(): void {
		this.sessions.clear();
		this.records.clear();
		this.handles.clear();
		this.files.length = 0;
		this.outcomeQueue = [];
		this.issued = 0;
	}
}
