import type { Json, JsonObject } from '../json';
import { objectTypes, typeOf } from '../schema';
import type { FieldSpec, ObjectType, View } from '../schema/types';
import type { StoredObject } from '../store';
import { GraphFault } from './errors';
import { pick, type FieldNode } from './fields';
import { listEdge } from './list';
import { graphTime } from './times';
import { requireOneOf } from './tokens';

/** The raw value of a field: as stored, or computed. Undefined when the object has none. */
export function rawField(object: StoredObject, type: ObjectType, name: string, view: View) {
	const field = type.fields[name];
	if (field === undefined) return undefined;
	if (name === 'id') return type.hasNoId ? undefined : object.id;
	const read = typeof field === 'string' ? undefined : field.read;
	return read ? read(object, view) : object.values[name];
}

/**
 * Writes an object as Graph does: the fields asked for and always `id`; fields without a value are
 * left out; edges among the fields come as lists, empty ones not at all.
 * @throws GraphFault 100 for a field that the type has not
 */
export function renderNode(
	object: StoredObject,
	fields: readonly FieldNode[] | undefined,
	view: View,
): JsonObject {
	const type = typeOf(object);
	const wanted = fields ?? type.defaultFields.map((name): FieldNode => ({ name, args: {} }));
	const result: JsonObject = {};
	for (const node of wanted) {
		const value = renderField(object, type, node, view);
		if (value !== undefined) result[node.alias ?? node.name] = value;
	}
	if (!type.hasNoId) result.id = object.id;
	return result;
}

function renderField(
	object: StoredObject,
	type: ObjectType,
	node: FieldNode,
	view: View,
): Json | undefined {
	const field = type.fields[node.name];
	if (field !== undefined) {
		const raw = rawField(object, type, node.name, view);
		if (raw === undefined || raw === null) return undefined;
		return wire(raw, typeof field === 'string' ? { type: field } : field, node, view);
	}
	const edge = type.edges?.[node.name];
	if (!edge) throw unknownField(node.name, type);
	const { readPermissions = objectTypes[edge.child].readPermissions } = edge;
	requireOneOf(view.env.tokens.session(view.token), readPermissions);
	const page = listEdge(object, node.name, edge, node.args, node.fields, view);
	return Array.isArray(page.data) && page.data.length > 0 ? page : undefined;
}

function wire(raw: Json, field: FieldSpec, node: FieldNode, view: View): Json {
	switch (field.type) {
		case 'money':
		case 'id':
			return String(raw);
		case 'datetime':
			return typeof raw === 'number' ? graphTime(raw) : raw;
		case 'node': {
			const other = view.env.store.get(String(raw));
			return other ? renderNode(other, node.fields, view) : { id: String(raw) };
		}
		case 'object':
		case 'list':
			return node.fields ? (pick(raw, node.fields) as Json) : raw;
		default:
			return raw;
	}
}

export function unknownField(name: string, type: ObjectType): GraphFault {
	return new GraphFault({
		code: 100,
		message: `Tried accessing nonexisting field (${name}) on node type (${type.nodeType})`,
	});
}
