import type { Environment } from '../environment';
import { parseJson } from '../json';
import { ROOT_ENDPOINTS, typeOf } from '../schema';
import type { EdgeSpec } from '../schema/types';
import type { StoredObject } from '../store';
import type { Charge } from '../usage/ledger';
import type { UseCase } from '../usage/limits';
import type { GraphCall } from './call';
import { GraphFault, invalid, unknownObject } from './errors';
import type { Session } from './tokens';

/** What a call is about: an object, or one of its edges. */
export interface Target {
	/** The id as the call wrote it. */
	askedId: string;
	node: StoredObject;
	edgeName?: string;
	edge?: EdgeSpec;
}

export interface Targets {
	list: Target[];
	/** Asked for with `ids`: the answer is keyed by id. */
	isMany: boolean;
}

const MAX_IDS = 50;

/**
 * Finds the objects that a call names, by path or by `ids`. A call for an object that does not
 * exist counts against the app.
 */
export function targetsOf(env: Environment, call: GraphCall, session: Session): Targets {
	const segments = call.path === '' ? [] : call.path.split('/').map(decodeSegment);
	const { ids } = call.params;
	if (ids !== undefined && call.method === 'GET' && segments.length <= 1) {
		const list = splitIds(ids).map((id) => find(env, call, session, id, segments[0]));
		return { list, isMany: true };
	}
	if (segments.length === 0 || segments.length > 2) {
		chargeApp(env);
		throw new GraphFault({
			code: 2500,
			status: 400,
			message: `Unknown path components: /${call.path}`,
		});
	}
	return { list: [find(env, call, session, segments[0], segments[1])], isMany: false };
}

function decodeSegment(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}

function find(
	env: Environment,
	call: GraphCall,
	session: Session,
	askedId: string,
	edgeName: string | undefined,
): Target {
	const node =
		env.store.get(askedId === 'me' ? session.userId : askedId) ?? ROOT_ENDPOINTS[askedId];
	if (!node) {
		chargeApp(env);
		throw unknownObject(call.method, askedId);
	}
	if (edgeName === undefined) return { askedId, node };
	const edge = typeOf(node).edges?.[edgeName];
	if (!edge) {
		chargeApp(env);
		if (call.method !== 'GET') throw unknownObject(call.method, askedId);
		throw invalid(
			`Tried accessing nonexisting field (${edgeName}) on node type (${typeOf(node).nodeType})`,
		);
	}
	return { askedId, node, edgeName, edge };
}

function splitIds(value: unknown): string[] {
	const text = Array.isArray(value) ? value.join(',') : String(value);
	const ids = text.startsWith('[') ? jsonIds(text) : text.split(',').map((id) => id.trim());
	if (ids.length === 0 || ids.some((id) => id === ''))
		throw invalid('Cannot specify an empty identifier');
	if (ids.length > MAX_IDS) {
		throw invalid(`Too many IDs. Maximum: ${MAX_IDS}. Provided: ${ids.length}.`, 'ids');
	}
	return ids;
}

function jsonIds(text: string): string[] {
	try {
		const list = parseJson(text);
		return Array.isArray(list) ? list.map(String) : [];
	} catch {
		throw invalid('Param ids must be a valid JSON-encoded value', 'ids');
	}
}

function chargeApp(env: Environment): void {
	env.usage.charge('app', env.settings.app.id, 1);
}

/**
 * Counts a call, or one for each id ("What do we consider an API call?").
 * @throws GraphFault with the documented throttle code when a quota is used up
 */
export function chargeTargets(env: Environment, targets: Targets): Charge[] {
	const counts = new Map<string, { useCase: UseCase; objectId: string; calls: number }>();
	for (const { node, edge } of targets.list) {
		const wanted = edge?.useCase ?? typeOf(node).useCase;
		const useCase = node.accountId === undefined ? 'app' : wanted;
		const objectId =
			useCase === 'app' ? env.settings.app.id : (node.accountId ?? env.settings.app.id);
		const key = `${useCase} ${objectId}`;
		const known = counts.get(key);
		if (known) known.calls += 1;
		else counts.set(key, { useCase, objectId, calls: 1 });
	}
	const charges = [...counts.values()].map(({ useCase, objectId, calls }) =>
		env.usage.charge(useCase, objectId, calls),
	);
	const throttled = charges.find(({ isThrottled }) => isThrottled);
	if (throttled) throw throttle(throttled.useCase, charges);
	return charges;
}

/** ("Rate Limits, Error Codes") */
function throttle(useCase: UseCase, charges: Charge[]): GraphFault {
	const spec =
		useCase === 'app'
			? { code: 4, isTransient: true }
			: {
					code: useCase === 'ads_insights' ? 80000 : 80004,
					subcode: 2446079,
					isTransient: false,
					userTitle: 'Ad account has too many API calls',
					userMessage:
						'There have been too many calls from this ad-account. Wait a bit and try again.',
				};
	const fault = new GraphFault(spec);
	fault.charges = charges;
	return fault;
}
