import { isJsonObject, parseJson, type Json } from '../json';
import type { Params, ParamSpec, Values } from '../schema/types';
import { ReceivedFile } from '../videos/digest';
import { invalid } from './errors';

/** Parameters that every call knows, besides those of its own. */
const COMMON_PARAMS = new Set([
	'access_token',
	'appsecret_proof',
	'debug',
	'fields',
	'include_headers',
	'locale',
	'method',
	'pretty',
	'suppress_http_code',
]);

/**
 * Checks the parameters of a call and turns their texts into values.
 * @param raw as they came: texts of a query or form, or the values of a JSON body
 * @param extra names besides those of the spec that are someone else's to check
 * @throws GraphFault 100 for an unknown, missing or malformed parameter
 */
export function readParams(
	raw: Record<string, unknown>,
	specs: Params,
	extra: ReadonlySet<string> = new Set(),
): Values {
	const values: Values = {};
	for (const [name, value] of Object.entries(raw)) {
		const spec = specs[name];
		if (spec) {
			if (value !== undefined && value !== null) values[name] = readValue(value, spec, name);
		} else if (!COMMON_PARAMS.has(name) && !extra.has(name)) {
			throw invalid(`The parameter ${name} is unknown and not allowed here`, name);
		}
	}
	for (const [name, spec] of Object.entries(specs)) {
		if (!spec.required) continue;
		if (values[name] === undefined || values[name] === '') {
			throw invalid(`The parameter ${name} is required`, name);
		}
	}
	return values;
}

/** @param path the parameter's name with what leads to the value, as `cells[0][name]` */
export function readValue(value: unknown, spec: ParamSpec, path: string): Json {
	switch (spec.type) {
		case 'string':
			return readString(value, spec, path);
		case 'int':
		case 'float':
			return readNumber(value, spec, path);
		case 'bool':
			return readBoolean(value, path);
		case 'enum':
			return readEnum(value, spec.values ?? [], path);
		case 'datetime':
			return readDateTime(value, path);
		case 'id':
			return readId(value, path);
		case 'list':
			return readList(value, spec, path);
		case 'object':
			return readObject(value, spec, path);
		case 'file':
			return readFile(value, path);
		case 'json':
			return decoded(value, path);
	}
}

/** A file's name, type and size; the file itself is among the parameters as they came. */
function readFile(value: unknown, path: string): Json {
	if (!(value instanceof ReceivedFile)) {
		throw invalid(`Param ${path} must be a file, encoded as form data`, top(path));
	}
	return {
		file_name: value.fileName ?? '',
		mime_type: value.mimeType,
		size: value.digest.size,
	};
}

function readString(value: unknown, spec: ParamSpec, path: string): string {
	if (typeof value !== 'string' && typeof value !== 'number') {
		throw invalid(`Param ${path} must be a string`, top(path));
	}
	const text = String(value);
	if (spec.maxLength !== undefined && text.length > spec.maxLength) {
		throw invalid(`Param ${path} must be no longer than ${spec.maxLength} characters`, top(path));
	}
	return text;
}

function readNumber(value: unknown, spec: ParamSpec, path: string): number {
	const isInt = spec.type === 'int';
	const pattern = isInt ? /^-?\d+$/ : /^-?\d+(\.\d+)?$/;
	const text = typeof value === 'number' ? String(value) : value;
	if (typeof text !== 'string' || !pattern.test(text)) {
		throw invalid(`Param ${path} must be ${isInt ? 'an integer' : 'a number'}`, top(path));
	}
	const number = Number(text);
	if (spec.min !== undefined && number < spec.min) {
		throw invalid(`Param ${path} must be greater than or equal to ${spec.min}`, top(path));
	}
	if (spec.max !== undefined && number > spec.max) {
		throw invalid(`Param ${path} must be less than or equal to ${spec.max}`, top(path));
	}
	return number;
}

function readBoolean(value: unknown, path: string): boolean {
	if (value === true || value === 'true' || value === '1' || value === 1) return true;
	if (value === false || value === 'false' || value === '0' || value === 0) return false;
	throw invalid(`Param ${path} must be a boolean`, top(path));
}

function readEnum(value: unknown, allowed: readonly string[], path: string): string {
	if (typeof value === 'string' && allowed.includes(value)) return value;
	throw invalid(`Param ${path} must be one of {${allowed.join(', ')}}`, top(path));
}

const ISO_DATE_TIME =
	/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/;

/** Zones by name, as in the documented `2015-03-12 23:59:59 PDT`. */
const PACIFIC_ZONES: Record<string, string> = { PST: '-08:00', PDT: '-07:00' };

/** The end of the year 9999. */
const LAST_SECOND = 253_402_300_799;

/** UNIX seconds from a whole number or from the ISO forms the documentation's samples use. */
function readDateTime(value: unknown, path: string): number {
	const text = String(value)
		.trim()
		.replace(/ P[SD]T$/, (zone) => PACIFIC_ZONES[zone.trim()]);
	if (/^\d+$/.test(text) && Number(text) <= LAST_SECOND) return Number(text);
	const match = ISO_DATE_TIME.exec(text);
	if (match) {
		const zone = match[4] ?? 'Z';
		const colon = /^[+-]\d{4}$/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
		const plain = text.slice(0, text.length - (match[4]?.length ?? 0)).trim();
		const time = Date.parse(`${plain.replace(' ', 'T')}${match[1] ? '' : 'T00:00:00'}${colon}`);
		if (!Number.isNaN(time)) return Math.floor(time / 1000);
	}
	throw invalid(`Param ${path} must be a valid datetime`, top(path));
}

function readId(value: unknown, path: string): string {
	const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
	if (/^\d+$/.test(text)) return text;
	throw invalid(`Param ${path} must be a valid ID string (e.g., "123")`, top(path));
}

function readList(value: unknown, spec: ParamSpec, path: string): Json[] {
	const list = decoded(value, path);
	if (!Array.isArray(list)) throw invalid(`Param ${path} must be an array.`, top(path));
	if (spec.min !== undefined && list.length < spec.min) {
		throw invalid(`Param ${path} must have at least ${spec.min} elements`, top(path));
	}
	if (spec.max !== undefined && list.length > spec.max) {
		throw invalid(`Param ${path} must have at most ${spec.max} elements`, top(path));
	}
	const { items } = spec;
	return items ? list.map((item, i) => readValue(item, items, `${path}[${i}]`)) : list;
}

function readObject(value: unknown, spec: ParamSpec, path: string): Json {
	const given = decoded(value, path);
	const isBare = typeof given === 'string' || typeof given === 'number';
	const object = spec.bareAs && isBare ? { [spec.bareAs]: given } : given;
	if (!isJsonObject(object)) throw invalid(`Param ${path} must be a JSON object`, top(path));
	if (!spec.shape) return object;
	const result: Values = {};
	for (const [key, member] of Object.entries(object)) {
		const inner = spec.shape[key];
		if (inner) result[key] = readValue(member, inner, `${path}[${key}]`);
		else if (spec.open) result[key] = member;
		else throw invalid(`Invalid keys "${key}" were found in param "${path}".`, top(path));
	}
	for (const [key, inner] of Object.entries(spec.shape)) {
		if (inner.required && result[key] === undefined) {
			throw invalid(`The parameter ${path}[${key}] is required`, top(path));
		}
	}
	return result;
}

/** Nested values come as JSON text in forms and queries, and as they are in JSON bodies. */
function decoded(value: unknown, path: string): Json {
	if (typeof value !== 'string') return value as Json;
	try {
		return parseJson(value);
	} catch {
		throw invalid(`Param ${path} must be a valid JSON-encoded value`, top(path));
	}
}

function top(path: string): string {
	return path.split('[')[0];
}
