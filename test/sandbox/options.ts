import { defaultInsights, type InsightsOptions } from './insights/options';
import { defaultVideos, type VideoOptions } from './videos/options';
import { DEFAULT_LIMITS, type LimitOptions } from './usage/limits';

export const DEFAULT_TOKEN = 'test-token';
export const DEFAULT_APP_SECRET = 'test-app-secret';
export const DEFAULT_APP_ID = '900000000000001';
export const DEFAULT_USER_ID = '10000000000001';
export const HOUR_MS = 3_600_000;

/** Every permission the default token has. */
export const ALL_SCOPES: readonly string[] = [
	'public_profile',
	'email',
	'ads_management',
	'ads_read',
	'business_management',
	'catalog_management',
	'instagram_basic',
	'instagram_branded_content_ads_brand',
	'leads_retrieval',
	'pages_manage_ads',
	'pages_manage_posts',
	'pages_read_engagement',
	'pages_show_list',
	'read_insights',
	'threads_business_basic',
	'user_videos',
];

/** An access token that the sandbox knows. */
export interface TokenSpec {
	token: string;
	/** Permissions granted; all of them by default. */
	scopes?: readonly string[];
	/** Why the token is refused: subcode of error 190, 463 expired, 460 password changed. */
	refusedWith?: { subcode: number; message: string };
	kind?: 'USER' | 'SYSTEM_USER' | 'PAGE' | 'APP';
	userId?: string;
	/** UNIX seconds; 0 never expires. */
	expiresAt?: number;
}

export const DEFAULT_TOKENS: readonly TokenSpec[] = [
	{ token: DEFAULT_TOKEN },
	{
		token: 'expired-token',
		refusedWith: {
			subcode: 463,
			message:
				'Error validating access token: Session has expired on Sunday, 01-Mar-26 00:00:00 PST. ' +
				'The current time is Monday, 02-Mar-26 00:00:00 PST.',
		},
	},
	{
		token: 'revoked-token',
		refusedWith: {
			subcode: 460,
			message:
				'Error validating access token: The session has been invalidated because the user ' +
				'changed their password or Facebook has changed the session for security reasons.',
		},
	},
	{ token: 'no-permission-token', scopes: ['public_profile'] },
];

export interface SandboxOptions {
	/** Default 127.0.0.1. */
	host?: string;
	/** Default 0: any free port. */
	port?: number;
	/** Ms before each HTTP answer; a batch is one HTTP request. */
	latencyMs?: number;
	/** Ms that each step of a batch takes besides, and how many run side by side (default 5). */
	stepMs?: number;
	stepsAtOnce?: number;
	appId?: string;
	appSecret?: string;
	/** "Require App Secret": refuse calls without `appsecret_proof`. */
	requireProof?: boolean;
	/** Known tokens instead of the default ones. */
	tokens?: readonly TokenSpec[];
	limits?: Partial<LimitOptions>;
	/** The clock, in ms since 1970. */
	now?: () => number;
	/**
	 * How an answer is held back, for `ms` of that clock: real time by default. The port is the client's
	 * and tells which answer it is.
	 */
	sleep?: (ms: number, clientPort: number | undefined) => Promise<void>;
	/** Length of the hour of the rate limits, in ms. */
	hourMs?: number;
	/** Whether new campaigns may still have the objectives of before 2022, as samples of the documentation do. */
	legacyObjectives?: boolean;
	/** Lists with a greater `limit` fail with "reduce the amount of data" (code 1, HTTP 500). */
	maxPageRows?: number;
	/** Cursors further down a list than this fail: "exceeds the max limit" (code 100). */
	maxCursorRows?: number;
	/** Show the Advantage+ cap per country (subcode 2446867) from this many shopping campaigns on. */
	shoppingCampaignCap?: number;
	/** Campaigns for iOS 14 take no more ad sets than this (error 2695). */
	ios14AdSetLimit?: number;
	/** Countries that targeting may neither include nor exclude (error 2641). */
	restrictedCountries?: readonly string[];
	/** Sizes and times of reports. */
	insights?: Partial<InsightsOptions>;
	/** How uploads behave. */
	videos?: Partial<VideoOptions>;
	/** Start with no ad accounts, pages and businesses. */
	isEmpty?: boolean;
}

/** Options as they are in force; the control endpoints may change some of them. */
export interface Settings {
	latencyMs: number;
	stepMs: number;
	stepsAtOnce: number;
	app: { id: string; secret: string };
	requireProof: boolean;
	legacyObjectives: boolean;
	limits: LimitOptions;
	hourMs: number;
	maxPageRows?: number;
	maxCursorRows?: number;
	shoppingCampaignCap?: number;
	ios14AdSetLimit?: number;
	restrictedCountries: readonly string[];
	insights: InsightsOptions;
	videos: VideoOptions;
}

export function settingsFrom(options: SandboxOptions): Settings {
	return {
		latencyMs: options.latencyMs ?? 0,
		stepMs: options.stepMs ?? 0,
		stepsAtOnce: options.stepsAtOnce ?? 5,
		app: {
			id: options.appId ?? DEFAULT_APP_ID,
			secret: options.appSecret ?? DEFAULT_APP_SECRET,
		},
		requireProof: options.requireProof ?? false,
		legacyObjectives: options.legacyObjectives ?? true,
		limits: { ...DEFAULT_LIMITS, ...options.limits },
		hourMs: options.hourMs ?? HOUR_MS,
		maxPageRows: options.maxPageRows,
		maxCursorRows: options.maxCursorRows,
		shoppingCampaignCap: options.shoppingCampaignCap,
		ios14AdSetLimit: options.ios14AdSetLimit,
		restrictedCountries: options.restrictedCountries ?? [],
		insights: { ...defaultInsights(options.hourMs ?? HOUR_MS), ...options.insights },
		videos: { ...defaultVideos(options.hourMs ?? HOUR_MS), ...options.videos },
	};
}
