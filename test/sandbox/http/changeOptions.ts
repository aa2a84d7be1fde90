import { z } from 'zod';
import type { Environment } from '../environment';
import type { JsonObject } from '../json';
import type { Settings } from '../options';
import type { LimitOptions } from '../usage/limits';

/** Changes options while running; usage starts anew when its limits or the hour change. */
export function changeOptions(env: Environment, body: JsonObject): Settings {
	const { settings } = env;
	const { limits, insights, videos, ...others } = body;
	const numbers = [
		'latencyMs',
		'stepMs',
		'stepsAtOnce',
		'hourMs',
		'maxPageRows',
		'maxCursorRows',
		'shoppingCampaignCap',
		'ios14AdSetLimit',
	] as const;
	for (const [name, value] of Object.entries(others)) {
		const known = numbers.find((number) => number === name);
		if (name === 'requireProof' || name === 'legacyObjectives') settings[name] = value === true;
		else if (name === 'restrictedCountries' && Array.isArray(value))
			settings.restrictedCountries = value.map(String);
		else if (known && (typeof value === 'number' || value === null)) {
			Object.assign(settings, { [known]: value ?? undefined });
		} else throw new Error(`Unknown option "${name}" or wrong type of value`);
	}
	if (insights !== undefined) changeInsights(settings, insights);
	if (videos !== undefined) Object.assign(settings.videos, videoChanges.parse(videos));
	if (limits !== undefined) settings.limits = mergeLimits(settings.limits, limits);
	if (limits !== undefined || others.hourMs !== undefined) env.usage.clear();
	return settings;
}

const insightsChanges = z
	.object({
		maxSyncRows: z.number().nullable(),
		maxReportRows: z.number().nullable(),
		maxDataPoints: z.number().nullable(),
		syncError: z.enum(['tooMuchData', 'reduce', 'unknown']),
		jobMs: z.number().nonnegative(),
		maxRunningJobs: z.number().positive(),
		reachJobsPerDay: z.number().positive(),
		reachLimit: z.enum(['omit', 'error']),
	})
	.partial()
	.strict();

const videoChanges = z
	.object({
		processingMs: z.number().nonnegative(),
		pieceBytes: z.number().int().positive(),
		maxSingleBytes: z.number().positive().nullable(),
		minBytes: z.number().nonnegative(),
		sessionMs: z.number().nonnegative(),
		hash: z.boolean(),
		transferredSpelling: z.enum(['bytes_transfered', 'bytes_transferred']),
		uploadUrl: z.string().nullable(),
	})
	.partial()
	.strict();

const limitChanges = z
	.object({
		tier: z.enum(['development_access', 'standard_access']),
		callsPerHour: z.number().positive().nullable(),
		appUsers: z.number().positive(),
		window: z.enum(['rolling', 'decaying']),
		cpuPercent: z.number(),
		timePercent: z.number(),
		forcePercent: z.number().nullable(),
		forceRegainMs: z.number(),
		regainUnitMs: z.number().positive(),
		extraEntries: z.array(
			z.object({
				objectId: z.string(),
				entry: z.object({
					type: z.string(),
					call_count: z.number(),
					total_cputime: z.number(),
					total_time: z.number(),
					estimated_time_to_regain_access: z.number(),
					ads_api_access_tier: z.string().optional(),
				}),
			}),
		),
		duplicateKeys: z.boolean(),
		adAccountUsageHeader: z.enum(['insights', 'always', 'never']),
		silent: z.boolean(),
	})
	.partial()
	.strict();

/** null takes a threshold away again. */
function changeInsights(settings: Settings, changes: unknown): void {
	const parsed = Object.entries(insightsChanges.parse(changes));
	Object.assign(
		settings.insights,
		Object.fromEntries(parsed.map(([name, value]) => [name, value ?? undefined])),
	);
}

/** null takes an override away again. */
function mergeLimits(current: LimitOptions, changes: unknown): LimitOptions {
	const { callsPerHour, forcePercent, ...others } = limitChanges.parse(changes);
	return {
		...current,
		...others,
		callsPerHour: callsPerHour === undefined ? current.callsPerHour : (callsPerHour ?? undefined),
		forcePercent: forcePercent === undefined ? current.forcePercent : (forcePercent ?? undefined),
	};
}
