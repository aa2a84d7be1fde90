import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Environment } from '../environment';
import { CALL_FAULTS, TRANSPORT_FAULTS, type FaultSpec } from '../faults';
import { JOB_OUTCOMES, type JobFault } from '../insights/state';
import { isJsonObject, parseJson, type JsonObject } from '../json';
import type { Settings } from '../options';
import { objectTypes } from '../schema';
import type { StoredObject } from '../store';
import type { LimitOptions } from '../usage/limits';

/** What the control endpoints may do, beyond looking. */
export interface Controls {
	env: Environment;
	reset: () => void;
	/** Seeds by the name of a helper, such as `campaigns`; gives the new ids. */
	seed: (what: string, parentId: string, count: number, values: JsonObject) => string[];
}

const faultSpecs: z.ZodType<FaultSpec[]> = z.array(
	z
		.object({
			fault: z.enum([...TRANSPORT_FAULTS, ...CALL_FAULTS]),
			match: z
				.object({
					method: z.string().optional(),
					pathPattern: z.string().optional(),
					batchStep: z.union([z.number(), z.boolean()]).optional(),
				})
				.strict()
				.optional(),
			times: z.number().optional(),
			skip: z.number().optional(),
			delayMs: z.number().optional(),
			status: z.number().optional(),
			code: z.number().optional(),
			subcode: z.number().optional(),
			message: z.string().optional(),
			type: z.string().optional(),
			isTransient: z.boolean().optional(),
			userTitle: z.string().optional(),
			userMessage: z.string().optional(),
			headers: z.record(z.string()).optional(),
			retryAfterS: z.number().optional(),
			executed: z.boolean().optional(),
		})
		.strict(),
);

const jobFault: z.ZodType<JobFault> = z
	.object({
		outcome: z.enum(JOB_OUTCOMES),
		ms: z.number().optional(),
		times: z.number().optional(),
		object: z.string().optional(),
		skip: z.number().optional(),
	})
	.strict();

type Handler = (body: JsonObject, query: Record<string, string>) => unknown;

/** The endpoints under `/__sandbox/`: no token, plain JSON. A wrong request gets HTTP 400. */
export function addControls(app: FastifyInstance, controls: Controls): void {
	const { env } = controls;
	const route = (method: 'GET' | 'POST' | 'DELETE', name: string, handler: Handler) =>
		app.route({
			method,
			url: `/__sandbox/${name}`,
			handler: async (request, reply) => await answer(request, reply, handler),
		});

	route('GET', 'requests', () => env.log.entries);
	route('DELETE', 'requests', () => {
		env.log.clear();
		return { success: true };
	});
	route('GET', 'objects', (_body, { type }) => {
		if (!(type in objectTypes)) {
			throw new Error(`type must be one of ${Object.keys(objectTypes).join(', ')}`);
		}
		return env.store.ofType(type).map(plainObject);
	});
	route('GET', 'usage', () => ({
		totalCalls: env.usage.totalCalls,
		throttledCalls: env.usage.throttledCalls,
		quotas: env.usage.all(),
	}));
	route('GET', 'faults', () => ({ happened: env.faults.happened, waiting: env.faults.waiting }));
	route('POST', 'faults', (body) => {
		env.faults.add(...faultSpecs.parse(body.faults ?? [body]));
		return { waiting: env.faults.waiting.length };
	});
	route('DELETE', 'faults', () => {
		env.faults.clear();
		return { success: true };
	});
	route('POST', 'jobs', (body) => {
		env.insights.jobFaults(jobFault.parse(body));
		return { success: true };
	});
	route('POST', 'reset', () => {
		controls.reset();
		return { success: true };
	});
	route('POST', 'seed', (body) => {
		const values = isJsonObject(body.values) ? body.values : {};
		const ids = controls.seed(
			String(body.type),
			String(body.parentId ?? ''),
			Number(body.count ?? 1),
			values,
		);
		return { ids };
	});
	route('POST', 'options', (body) => changeOptions(env, body));
}

/** Changes latency, limits, paging thresholds or the length of the hour; usage starts anew. */
export function changeOptions(env: Environment, body: JsonObject): Settings {
	const { settings } = env;
	const { limits, insights, ...others } = body;
	const numbers = [
		'latencyMs',
		'hourMs',
		'maxPageRows',
		'maxCursorRows',
		'shoppingCampaignCap',
		'ios14AdSetLimit',
	] as const;
	for (const [name, value] of Object.entries(others)) {
		const known = numbers.find((number) => number === name);
		if (name === 'requireProof') settings.requireProof = value === true;
		else if (name === 'restrictedCountries' && Array.isArray(value))
			settings.restrictedCountries = value.map(String);
		else if (known && (typeof value === 'number' || value === null)) {
			Object.assign(settings, { [known]: value ?? undefined });
		} else throw new Error(`Unknown option "${name}" or wrong type of value`);
	}
	if (insights !== undefined) changeInsights(settings, insights);
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

function plainObject({ id, type, accountId, values }: StoredObject) {
	return { id, type, accountId, ...values };
}

async function answer(request: FastifyRequest, reply: FastifyReply, handler: Handler) {
	try {
		const text = Buffer.isBuffer(request.body) ? request.body.toString('utf8') : '';
		const body = text === '' ? {} : parseJson(text);
		if (!isJsonObject(body)) throw new Error('The body must be a JSON object');
		const query = Object.fromEntries(
			new URL(request.raw.url ?? '/', 'http://sandbox').searchParams,
		);
		const result = handler(body, query);
		return await reply.type('application/json').send(JSON.stringify(result));
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return await reply.code(400).type('application/json').send(JSON.stringify({ message }));
	}
}
