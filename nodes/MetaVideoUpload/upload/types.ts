import type { Clock } from '../../shared/graph/clock';
import type { FormFile, GraphClient, GraphHost, GraphParameters } from '../../shared/graph/types';
import type { BinaryFile } from '../../shared/upload/types';

/** What every upload needs. */
export interface UploadContext {
	client: GraphClient;
	/** Ends waits at once when the execution is cancelled. */
	signal?: AbortSignal;
	clock?: Clock;
	/** 0 to 1, as `Math.random`. */
	random?: () => number;
	/** Told of everything that is known so far: errors and hints name it. */
	trace: UploadTrace;
}

/** What a wait for a video needs. */
export type WaitContext = Pick<UploadContext, 'client' | 'signal' | 'clock'>;

/** What is known of an upload; kept up to date while it runs, so that a failed one can be resumed. */
export interface UploadTrace {
	/** Kind of session, as Resume Upload asks for it. */
	session?: 'pieces' | 'videoAd' | 'file';
	/**
	 * `open` can be resumed, of a `finished` one all is done that the session is for, `over` is gone.
	 * Absent before a session is begun.
	 */
	state?: 'open' | 'finished' | 'over';
	/** Session of an upload in pieces, or of a file upload (`upload:...`). */
	uploadSessionId?: string;
	videoId?: string;
	/** Bytes that Meta has. */
	offset: number;
	/** Bytes of the whole file. */
	size: number;
	/** How often sending went on after it broke off. */
	resumes: number;
	/** What happened, one sentence each: where it broke off and went on. */
	steps: string[];
}

/** An edge that takes videos in phases: `/act_1/advideos` (Ad Videos), `/{page}/videos`. */
export interface PhasedEdge {
	path: string;
	host: GraphHost;
	/** The number of the ad account, or the Page, that pays. */
	quotaOf?: string;
	asPage?: string;
}

/** Where an upload in pieces broke off. */
export interface PieceSession {
	uploadSessionId: string;
	videoId: string;
	/** Next piece that Meta asked for; it is asked again when it is not known. */
	next?: { start: number; end: number };
}

/** Sends a file in the pieces that Meta asks for: start, transfer, finish. */
export type UploadInPieces = (
	context: UploadContext,
	edge: PhasedEdge,
	file: BinaryFile,
	options: {
		/** Goes on with a session instead of starting one. */
		resume?: PieceSession;
		/** Sent with the start (rarely needed). */
		start?: GraphParameters;
		/** Sent with the finish: title, description, sponsor_id ... */
		finish?: GraphParameters;
		/** Files sent with the finish: the `thumb` of a Page's video. */
		finishFiles?: Record<string, FormFile>;
	},
) => Promise<{ videoId: string; uploadSessionId: string }>;

/** Sends a file, or has Meta fetch one, through a `video_ads` session: start, rupload, finish. */
export type UploadVideoAd = (
	context: UploadContext,
	/** Digits, without `act_`. */
	adAccount: string,
	source: { file: BinaryFile } | { fileUrl: string },
	options: {
		/** Goes on with the session of this video instead of starting one. */
		resume?: { videoId: string };
	},
) => Promise<{ videoId: string }>;

/** Sends a file through a session of the Resumable Upload API; gives its handle. */
export type UploadFile = (
	context: UploadContext,
	file: BinaryFile,
	options: { appId: string } | { resume: { uploadSessionId: string } },
) => Promise<{ handle: string; uploadSessionId: string }>;

/** Waits until a video can be used in ads. */
export type WaitUntilReady = (
	context: WaitContext,
	videoId: string,
	options: {
		/** Longest wait, in ms. */
		timeout: number;
		quotaOf?: string;
		asPage?: string;
		host?: GraphHost;
	},
) => Promise<VideoDetails>;

/** A video that is ready, as it becomes an item. */
export interface VideoDetails {
	id: string;
	/** Seconds. */
	length?: number;
	/** URL of the picture. */
	picture?: string;
	status: VideoStatus;
	thumbnails: VideoThumbnail[];
	/** The one Meta marks as preferred, or else the largest. */
	preferred_thumbnail?: VideoThumbnail;
}

export interface VideoThumbnail {
	id: string;
	uri: string;
	width?: number;
	height?: number;
	is_preferred?: boolean;
}

/** FB Video Ads, Retrieve Upload Session Status. */
export interface VideoStatus {
	/** `ready`, `processing`, `expired`, `error`; others may come. */
	video_status: string;
	uploading_phase?: PhaseStatus & { bytes_transferred?: number };
	processing_phase?: PhaseStatus;
	publishing_phase?: PhaseStatus & { publish_status?: string; publish_time?: number };
}

export interface PhaseStatus {
	/** `not_started`, `in_progress`, `complete`, `error`. */
	status: string;
	/** What went wrong, as Meta tells it. */
	errors?: Array<{ code?: number; message: string }>;
}
