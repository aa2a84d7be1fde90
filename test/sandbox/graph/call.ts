import type { Environment } from '../environment';
import type { FaultSpec } from '../faults';
import type { Json, JsonObject } from '../json';
import type { View } from '../schema/types';
import type { LoggedRequest } from '../log';
import type { Charge } from '../usage/ledger';
import { usageHeaders } from '../usage/headers';
import { requireOAuthScheme, type Upload } from '../videos/upload';
import { asFault, GraphFault } from './errors';
import { chargeTargets, targetsOf } from './targets';
import { runTargets } from './run';
import { DEFAULT_VERSION, versionNumber } from './version';

export type Method = 'GET' | 'POST' | 'DELETE';

/** One Graph call: an HTTP request, or one step of a batch. */
export interface GraphCall {
	method: Method;
	/** Without version and without slashes around it. */
	path: string;
	version?: string;
	/** Query and body together. */
	params: Record<string, unknown>;
	token?: string;
	/** The token and its proof were checked for the whole batch already. */
	isTokenChecked?: boolean;
	fault?: FaultSpec;
	/** The call came to an address for raw bytes. */
	upload?: Upload;
}

export interface GraphAnswer {
	status: number;
	headers: Record<string, string>;
	body: Json;
	error?: LoggedRequest['error'];
}

/** Does one call and answers it, counting it against its quota. */
export async function performCall(env: Environment, call: GraphCall): Promise<GraphAnswer> {
	const { fault } = call;
	const charges: Charge[] = [];
	const versionText = call.version ?? DEFAULT_VERSION;
	const isRefused = fault?.fault === 'error' || fault?.fault === 'status';
	try {
		if (isRefused && !fault.executed) throw faultError(fault);
		const version = versionNumber(versionText);
		if (call.upload) requireOAuthScheme(call.upload);
		const session = env.tokens.session(call.token);
		if (!call.isTokenChecked) {
			const proof = call.params.appsecret_proof;
			env.tokens.checkProof(session.token, proof === undefined ? undefined : String(proof));
		}
		const targets = targetsOf(env, call, session);
		charges.push(...chargeTargets(env, targets));
		const cut =
			fault?.fault === 'emptyPage' || fault?.fault === 'shortPage' ? fault.fault : undefined;
		const view: View = {
			env,
			version,
			versionText,
			token: session.token,
			userId: session.userId,
			headers: {},
			...(cut ? { cut } : {}),
			...(call.upload ? { upload: call.upload } : {}),
		};
		const body = await runTargets(call, targets, session, view);
		if (isRefused) throw faultError(fault);
		return {
			status: 200,
			headers: {
				...plainHeaders(env, versionText),
				...usageHeaders(charges, env.usage, env.settings),
				...view.headers,
			},
			body,
		};
	} catch (error) {
		const refusal = asFault(error);
		for (const { useCase, objectId } of charges) env.usage.noteUserError(useCase, objectId);
		const charged = refusal.charges ?? charges;
		return errorAnswer(env, refusal, versionText, {
			...usageHeaders(charged, env.usage, env.settings),
			...faultHeaders(fault),
		});
	}
}

export function errorAnswer(
	env: Environment,
	error: GraphFault,
	versionText: string,
	headers: Record<string, string> = {},
): GraphAnswer {
	const plain = plainHeaders(env, versionText);
	const body: JsonObject = error.body(plain['x-fb-trace-id']);
	return {
		status: error.status,
		headers: { ...plain, ...headers },
		body,
		error: { code: error.spec.code, subcode: error.spec.subcode, message: error.message },
	};
}

/** Headers of every answer ("Debug Requests"). */
export function plainHeaders(env: Environment, versionText: string): Record<string, string> {
	const traceId = env.traceId();
	return {
		'content-type': 'application/json; charset=UTF-8',
		date: new Date(env.now()).toUTCString(),
		'facebook-api-version': versionText,
		'x-fb-trace-id': traceId,
		'x-fb-debug': `debug-${traceId}`,
		'x-fb-rev': '1030000000',
	};
}

/** The Graph error of a fault of kind `error` or `status`. */
export function faultError(fault: FaultSpec): GraphFault {
	const isStatus = fault.fault === 'status';
	return new GraphFault({
		code: fault.code ?? 2,
		subcode: fault.subcode,
		status: fault.status ?? (isStatus ? 500 : undefined),
		message: fault.message,
		type: fault.type,
		isTransient: fault.isTransient ?? (isStatus ? true : undefined),
		userTitle: fault.userTitle,
		userMessage: fault.userMessage,
		data: fault.errorData,
	});
}

export function faultHeaders(fault: FaultSpec | undefined): Record<string, string> {
	return {
		...fault?.headers,
		...(fault?.retryAfterS === undefined ? {} : { 'retry-after': String(fault.retryAfterS) }),
	};
}
