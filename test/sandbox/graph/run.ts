import omit from 'lodash/omit';
import type { JsonObject } from '../json';
import { objectTypes, typeOf } from '../schema';
import type { ObjectType, View, WriteSpec } from '../schema/types';
import type { GraphCall } from './call';
import { unknownObject } from './errors';
import { parseFields, type FieldNode } from './fields';
import { listEdge } from './list';
import { readParams } from './params';
import { renderNode, unknownField } from './render';
import type { Target, Targets } from './targets';
import { requireOneOf, type Session } from './tokens';

const IDS_PARAM: ReadonlySet<string> = new Set(['ids']);

/** Reads, writes or deletes what a call is about and gives the body of the answer. */
export async function runTargets(
	call: GraphCall,
	targets: Targets,
	session: Session,
	view: View,
): Promise<JsonObject> {
	if (!targets.isMany) return await runTarget(call, targets.list[0], session, view);
	const params = omit(call.params, 'ids');
	const result: JsonObject = {};
	for (const target of targets.list) {
		result[target.askedId] = await runTarget({ ...call, params }, target, session, view);
	}
	return result;
}

async function runTarget(
	call: GraphCall,
	target: Target,
	session: Session,
	view: View,
): Promise<JsonObject> {
	if (call.method === 'GET') return read(call, target, session, view);
	const { node, edge } = target;
	const type = typeOf(node);
	const spec =
		call.method === 'POST' ? postSpec(call, target) : edge ? edge.removeMany : type.remove;
	if (!spec) throw unknownObject(call.method, target.askedId);
	requireOneOf(session, edge?.writePermissions ?? type.writePermissions);
	return await write(call, target, spec, view);
}

function postSpec({ upload }: GraphCall, { node, edge }: Target): WriteSpec | undefined {
	if (edge) return edge.create;
	return upload ? typeOf(node).receive : typeOf(node).update;
}

function read(call: GraphCall, target: Target, session: Session, view: View): JsonObject {
	const { node, edge, edgeName } = target;
	const fields = parseFields(call.params.fields);
	if (!edge || edgeName === undefined) {
		const type = typeOf(node);
		requireOneOf(session, type.readPermissions);
		if (type.read) return type.read(omit(call.params, 'fields'), fields, view);
		readParams(call.params, {}, IDS_PARAM);
		return renderNode(node, fields, view);
	}
	requireOneOf(session, edge.readPermissions ?? objectTypes[edge.child].readPermissions);
	return listEdge(node, edgeName, edge, omit(call.params, 'fields'), fields, view);
}

async function write(
	call: GraphCall,
	target: Target,
	spec: WriteSpec,
	view: View,
): Promise<JsonObject> {
	const fields = parseFields(call.params.fields);
	// Checked before the write: the error of a wrong field must not hide that something was done.
	if (fields)
		checkFields(target.edge ? objectTypes[target.edge.child] : typeOf(target.node), fields);
	const { id, ...given } = call.params;
	// Meta's own SDKs repeat the id of the object they address among the parameters.
	const isRepeated = id === target.askedId;
	const raw = isRepeated ? given : call.params;
	const params = spec.checksOwnParams ? {} : readParams(raw, spec.params);
	const now = Math.floor(view.env.now() / 1000);
	const { answer, node } = await spec.run({ ...view, target: target.node, params, raw, now });
	if (!fields || !node) return answer;
	return { ...answer, ...renderNode(node, fields, view) };
}

function checkFields(type: ObjectType, fields: readonly FieldNode[]): void {
	for (const { name, fields: inner } of fields) {
		const edge = type.edges?.[name];
		if (type.fields[name] === undefined && !edge) throw unknownField(name, type);
		if (edge && inner) checkFields(objectTypes[edge.child], inner);
	}
}
