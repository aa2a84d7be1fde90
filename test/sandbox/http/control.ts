import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Environment } from '../environment';
import { CALL_FAULTS, TRANSPORT_FAULTS, type FaultSpec } from '../faults';
import { JOB_OUTCOMES, type JobFault } from '../insights/state';
import { isJsonObject, type JsonObject } from '../json';
import { objectTypes } from '../schema';
import type { StoredObject } from '../store';
import { changeOptions } from './changeOptions';
import { addFiles } from './files';
import { receiveBody } from './receive';
import { VIDEO_OUTCOMES, type VideoOutcome } from '../videos/state';

/** What the control endpoints may do, beyond looking. */
export interface Controls {
	env: Environment;
	reset: () => void;
	/** Seeds by the name of a helper, such as `campaigns`; gives the new ids. */
	seed: (what: string, parentId: string, count: number, values: JsonObject) => string[];
}

const jsonObject: z.ZodType<JsonObject> = z.record(z.any());

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
			afterBytes: z.number().nonnegative().optional(),
			errorData: jsonObject.optional(),
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

const videoOutcome: z.ZodType<VideoOutcome> = z
	.object({
		outcome: z.enum(VIDEO_OUTCOMES),
		message: z.string().optional(),
		ms: z.number().optional(),
		times: z.number().optional(),
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
	route('GET', 'videos', () => env.videos.files);
	route('POST', 'videos', (body) => {
		env.videos.outcomes(videoOutcome.parse(body));
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
	addFiles(app);
}

function plainObject({ id, type, accountId, values }: StoredObject) {
	return { id, type, accountId, ...values };
}

/** Control endpoints take JSON, whatever the type says. */
const JSON_BODY = {
	contentType: 'application/json',
	isHashing: false,
	isRaw: false,
	openSink: () => undefined,
};

async function answer(request: FastifyRequest, reply: FastifyReply, handler: Handler) {
	try {
		const { params, refusal } = await receiveBody(request.raw, JSON_BODY);
		if (refusal) throw refusal;
		const body = params as JsonObject;
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
