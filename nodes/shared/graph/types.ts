import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	JsonObject,
} from 'n8n-workflow';

/** Every n8n context a node can call the Graph API from. */
export type GraphContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

export type GraphMethod = 'GET' | 'POST' | 'DELETE';

/** A parameter before it is encoded; objects and lists become JSON text there. */
export type GraphValue =
	| string
	| number
	| boolean
	| null
	| GraphValue[]
	| { [key: string]: GraphValue };

export type GraphParameters = Record<string, GraphValue>;

/**
 * The quota a call is counted under. Meta counts Marketing API calls per ad account (or
 * catalog, Page ...) and business use case.
 */
export type UseCase =
	| 'ads_management'
	| 'ads_insights'
	| 'custom_audience'
	| 'catalog_batch'
	| 'catalog_management'
	| 'instagram'
	| 'leadgen'
	| 'pages';

/**
 * Retry policy for a write whose outcome is unknown:
 * - `always`: it is idempotent (updates to fixed values, deletes by ID), so it is sent again;
 * - `never`: it is not sent again, and the error says that the outcome is unknown;
 * - a `FindWritten`: the object is looked for, and the write sent again only if it is not found.
 */
export type Repeat = 'always' | 'never' | FindWritten;

/** IDs of objects that other writes made. */
export type ClaimedIds = Pick<ReadonlySet<string>, 'has'>;

/** How to find what a write may have made, in a list that would have it. */
export interface FindWritten {
	/** Writes that are looked for in the same list share it. */
	list: GraphRequest;
	/**
	 * The reply that the write would have had, if the page holds its object; `unclear` if it may.
	 *
	 * @param sentAt time of the first attempt, ms since 1970
	 */
	findIn: (
		page: GraphReply,
		sentAt: number,
		claimed: ClaimedIds,
	) => JsonObject | 'unclear' | undefined;
}

/** A request of this group shares no batch. */
export const UNKNOWN_GROUP = 'unknown';

export interface GraphRequest {
	method: GraphMethod;
	/** Starts with `/`; has neither host nor version: `/act_1/campaigns`. */
	path: string;
	/** Query of a GET or DELETE, form body of a POST. */
	parameters?: GraphParameters;
	useCase?: UseCase;
	/** The object whose quota pays: the number of an ad account (without `act_`), a catalog, a Page. */
	quotaOf?: string;
	/** Defaults to `always` for GET and DELETE, to `never` for POST. */
	repeat?: Repeat;
	/** Requests of one group never share a batch: ad sets of one campaign must not. */
	batchGroup?: string;
	/** The Graph API when absent. A request to another host travels alone. */
	host?: GraphHost;
	/** Where Meta told to send bytes; refused unless it leads to Meta. `path` then only names the request. */
	uploadUrl?: string;
	/** Files to send beside the parameters, by parameter name. */
	files?: Record<string, FormFile>;
	/** What is sent as it is instead of a form; the parameters go into the query then. */
	bytes?: Bytes;
	/** What Meta wants to know in headers: `file_offset`, `offset`, `file_size`, `file_url`. */
	headers?: Record<string, string>;
	/** How the token is announced, where Meta's pages do not say `Bearer` (Resumable Upload API). */
	scheme?: 'OAuth';
	/** ID of the Page that acts: the request is signed with the Page's own token. */
	asPage?: string;
}

/**
 * `graph-video` takes videos, `rupload` those of `video_ads` sessions; the paths of the latter name
 * the version in a place of their own. `www` is Facebook's own site beside the Graph API: its paths have no
 * version and its answers are files (`GraphReply.file`).
 */
export type GraphHost = 'graph' | 'graph-video' | 'rupload' | 'www';

/** Bytes that are read anew for every attempt to send them, and never all in memory at once. */
export interface Bytes {
	/** Number of bytes. */
	size: number;
	read(): AsyncIterable<Buffer>;
}

/** A file as a part of a form. */
export interface FormFile {
	bytes: Bytes;
	fileName: string;
	/** `video/mp4` */
	mimeType: string;
}

export interface GraphReply<Body = JsonObject> {
	body: Body;
	/** Lower-case names. */
	headers: Record<string, string>;
	statusCode: number;
	/** What a request to `www` gave, byte by byte; its `body` is empty then. */
	file?: Buffer;
}

/** The result of one request of several; exactly one of the two. */
export type GraphOutcome = { reply: GraphReply } | { error: GraphError };

export interface GraphPage<Row = JsonObject> {
	rows: Row[];
	/** What the edge sums up, when `summary` was asked for. */
	summary?: JsonObject;
}

export interface PageOptions {
	/** Rows asked for per call; halved while Meta answers that it is too much data. */
	pageSize: number;
	/** Ends after so many rows. */
	limit?: number;
}

export interface SendOptions {
	/** HTTP calls in flight at the same time; 1 when absent. */
	concurrency?: number;
	/** Whether a failure keeps the requests that have not started from being sent: they get `notSent`. */
	stopOnError?: boolean;
}

export interface Edge {
	request: GraphRequest;
	page: PageOptions;
}

export type EdgeResult<Row = JsonObject> = { pages: Array<GraphPage<Row>> } | { error: GraphError };

/** One pause that the usage limits asked for. */
export interface GraphWait {
	/** Milliseconds. */
	duration: number;
	/** In plain words: which quota, how full. */
	reason: string;
}

/** What is left of one quota, as Meta last said and as it has decayed since. */
export interface QuotaUsage {
	/** Ad account, business, Page ... or `app`. */
	object: string;
	/** Use case, or `app`, `account`, `insights`. */
	type: string;
	/** 0 to 100 (can go above). */
	percent: number;
	/** Milliseconds until calls are let through again; 0 when they are now. */
	regainAccessIn: number;
	/** `development_access` or `standard_access`, when Meta says. */
	tier?: string;
}

export interface GraphClient {
	/** `v24.0`: the version that requests are made with. */
	readonly apiVersion: string;
	/** ID of the app that the credential belongs to, when the credential says. */
	readonly appId?: string;
	/** Sends one request; throws `GraphError`. */
	request<Body = JsonObject>(request: GraphRequest): Promise<GraphReply<Body>>;
	/**
	 * Sends many requests, up to `batchSize` in one HTTP call, and gives the outcomes in the same
	 * order. Never throws for a single request's failure.
	 */
	requestMany(
		requests: GraphRequest[],
		batchSize: number,
		options?: SendOptions,
	): Promise<GraphOutcome[]>;
	/**
	 * Paginates many edges together: all first pages in batches, then all second ones. One result per edge,
	 * in the same order; an edge that fails leaves the others alone.
	 */
	readMany<Row = JsonObject>(
		edges: Edge[],
		batchSize: number,
		options?: SendOptions,
	): Promise<Array<EdgeResult<Row>>>;
	/** Paginates one edge: by cursor, time or offset. */
	pages<Row = JsonObject>(
		request: GraphRequest,
		options: PageOptions,
	): AsyncIterable<GraphPage<Row>>;
	/** So far. */
	readonly waits: readonly GraphWait[];
	/** Of this credential. */
	usage(): QuotaUsage[];
}

/** What a user can set per node run. */
export interface GraphOptions {
	/** `v24.0`; the credential's version when absent. */
	apiVersion?: string;
	/** The most a whole node run may wait for usage limits, in ms; then it ends with an error that says when to come back. */
	maxWait: number;
}

export type GraphErrorClass =
	| 'throttled'
	| 'transient'
	| 'tooMuchData'
	| 'token'
	| 'permission'
	| 'invalidParameter'
	| 'notFound'
	| 'policy'
	| 'outcomeUnknown'
	| 'cancelled'
	/** Left alone, since another request had failed before. */
	| 'notSent'
	| 'unknown';

/** What went wrong with a request, ready to be shown. Holds no token, secret or proof. */
export interface GraphErrorDetails {
	class: GraphErrorClass;
	/** What happened, one sentence. */
	message: string;
	/** What to do next, plain words. */
	advice: string;
	statusCode?: number;
	code?: number;
	subcode?: number;
	/** `type` of the error object. */
	type?: string;
	isTransient?: boolean;
	userTitle?: string;
	userMessage?: string;
	/** Paths of the fields at fault (`error_data.blame_field_specs`): `targeting.geo_locations`. */
	blamedFields: string[];
	/** The bytes that Meta expects next instead of those that were sent (`error_data`, subcode 1363037). */
	expected?: ExpectedRange;
	/** What made the outcome unknown, without the doubt: some know how to clear it themselves. */
	cause?: string;
	/** How far an upload came, and by what it can be resumed. */
	progress?: JsonObject;
	/** Meta's reference for support. */
	fbtraceId?: string;
	/** Milliseconds the server asked to wait. */
	retryAfter?: number;
	method: GraphMethod;
	path: string;
}

/** A part of a file: `start` is included, `end` is not. */
export interface ExpectedRange {
	start: number;
	end: number;
}

export class GraphError extends Error {
	constructor(readonly details: GraphErrorDetails) {
		super(details.message);
		this.name = 'GraphError';
	}
}
