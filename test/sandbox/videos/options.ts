/** How uploads behave. */
export interface VideoOptions {
	/** How long a video is processed once it is finished, in ms of the sandbox's clock. */
	processingMs: number;
	/** Bytes of a piece that Meta asks for. */
	pieceBytes: number;
	/** A video sent in one request, or fetched, may have so many bytes; null for any number. */
	maxSingleBytes: number | null;
	/** Smaller videos are refused. */
	minBytes: number;
	/** Life of a session that nobody finishes, in ms of the sandbox's clock. */
	sessionMs: number;
	/** Compute sha256 of what arrives. Benchmarks turn it off. */
	hash: boolean;
	/** How the status of a video spells the bytes that arrived: the documentation has both. */
	transferredSpelling: 'bytes_transfered' | 'bytes_transferred';
	/** Given as `upload_url` instead of the right one; null for the right one. */
	uploadUrl: string | null;
}

const HOUR_S = 3600;
/** Of an hour that may be scaled. */
const PROCESSING_S = 2;
const SESSION_HOURS = 24;

const MIB = 1024 * 1024;

export function defaultVideos(hourMs: number): VideoOptions {
	return {
		processingMs: (PROCESSING_S * hourMs) / HOUR_S,
		pieceBytes: 4 * MIB,
		maxSingleBytes: 1024 * MIB,
		minBytes: 1024,
		sessionMs: SESSION_HOURS * hourMs,
		hash: true,
		transferredSpelling: 'bytes_transfered',
		uploadUrl: null,
	};
}
