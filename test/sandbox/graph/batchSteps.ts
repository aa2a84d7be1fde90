import { isJsonObject, parseJson, type Json, type JsonObject } from '../json';
import { GraphFault, invalid } from './errors';
import type { Method } from './call';
import { referredNames } from './references';
import { splitVersion } from './version';

export const MAX_BATCH_STEPS = 50;

/** One operation of a batch, taken apart. */
export interface BatchStep {
	method: Method;
	path: string;
	version?: string;
	query: Record<string, string>;
	body: Record<string, string>;
	name?: string;
	/** Names of the steps that have to be done before. */
	needs: string[];
	omitOnSuccess: boolean;
}

const KNOWN_MEMBERS = new Set([
	'access_token',
	'body',
	'depends_on',
	'method',
	'name',
	'omit_response_on_success',
	'relative_url',
]);

/** Reads the parameter `batch` ("Batch Requests"). */
export function readSteps(value: unknown): BatchStep[] {
	const list = typeof value === 'string' ? parseBatch(value) : (value as Json);
	if (!Array.isArray(list)) throw invalid('Param batch must be an array', 'batch');
	if (list.length === 0) throw invalid('Param batch must not be empty', 'batch');
	if (list.length > MAX_BATCH_STEPS) {
		throw new GraphFault({
			code: 100,
			type: 'GraphBatchException',
			message: `Too many requests in batch message. Maximum batch size is ${MAX_BATCH_STEPS}`,
		});
	}
	return list.map(readStep);
}

function parseBatch(text: string): Json {
	try {
		return parseJson(text);
	} catch {
		throw invalid('Param batch must be a valid JSON-encoded value', 'batch');
	}
}

function readStep(item: Json, i: number): BatchStep {
	const path = `batch[${i}]`;
	if (!isJsonObject(item)) throw invalid(`Param ${path} must be a JSON object`, 'batch');
	const unknown = Object.keys(item).find((key) => !KNOWN_MEMBERS.has(key));
	if (unknown !== undefined)
		throw invalid(`Invalid keys "${unknown}" were found in param "${path}".`, 'batch');
	const method = String(item.method ?? '').toUpperCase();
	if (method !== 'GET' && method !== 'POST' && method !== 'DELETE') {
		throw invalid(`Param ${path}[method] must be one of {GET, POST, DELETE}`, 'batch');
	}
	if (typeof item.relative_url !== 'string') {
		throw invalid(`The parameter ${path}[relative_url] is required`, 'batch');
	}
	if (item.body !== undefined && typeof item.body !== 'string') {
		throw invalid(`Param ${path}[body] must be a form-encoded string`, 'batch');
	}
	if (item.body !== undefined && method !== 'POST') {
		throw invalid(`Param ${path}[body] is only allowed for POST`, 'batch');
	}
	const [address, search] = splitOnce(item.relative_url, '?');
	if (/^[a-z]+:\/\//i.test(address))
		throw invalid(`Param ${path}[relative_url] must be relative`, 'batch');
	const query = Object.fromEntries(new URLSearchParams(search));
	const body = Object.fromEntries(new URLSearchParams(item.body ?? ''));
	if (typeof item.access_token === 'string') query.access_token = item.access_token;
	return {
		method,
		...splitVersion(decoded(address)),
		query,
		body,
		name: item.name === undefined ? undefined : String(item.name),
		needs: [
			...dependsOn(item),
			...referredNames(
				[decoded(address), ...Object.values(query), ...Object.values(body)].join(' '),
			),
		],
		omitOnSuccess:
			item.omit_response_on_success !== false && item.omit_response_on_success !== 'false',
	};
}

function dependsOn({ depends_on: names }: JsonObject): string[] {
	if (names === undefined) return [];
	return (Array.isArray(names) ? names.map(String) : String(names).split(',')).map((name) =>
		name.trim(),
	);
}

function decoded(address: string): string {
	try {
		return decodeURIComponent(address);
	} catch {
		return address;
	}
}

function splitOnce(text: string, separator: string): [string, string] {
	const at = text.indexOf(separator);
	return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
