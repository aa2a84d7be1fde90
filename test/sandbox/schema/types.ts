import type { Environment } from '../environment';
import type { FieldNode } from '../graph/fields';
import type { Json, JsonObject } from '../json';
import type { StoredObject } from '../store';
import type { UseCase } from '../usage/limits';
import type { Upload } from '../videos/upload';

/** How a stored value is written into an answer; `money` is a whole number written as text. */
export type FieldType =
	| 'string'
	| 'id'
	| 'int'
	| 'float'
	| 'money'
	| 'bool'
	| 'datetime'
	| 'list'
	| 'object'
	| 'node';

export interface FieldSpec {
	type: FieldType;
	/** Fields of type `node`: the type key of the object whose id is stored. */
	of?: string;
	/** Computes the raw value; without it the stored value of the same name is taken. */
	read?: (object: StoredObject, view: View) => Json | undefined;
}

export type Fields = Record<string, FieldType | FieldSpec>;

export interface ParamSpec {
	type:
		| 'string'
		| 'int'
		| 'float'
		| 'bool'
		| 'enum'
		| 'datetime'
		| 'id'
		| 'list'
		| 'object'
		| 'json'
		| 'file';
	required?: boolean;
	/** Allowed values of an enum. */
	values?: readonly string[];
	/** What a list holds. */
	items?: ParamSpec;
	/** Members of an object; without it any member is taken as it is. */
	shape?: Params;
	/** An object's members besides those of `shape` are taken as they are. */
	open?: boolean;
	/** A plain number or text stands for an object with just this member. */
	bareAs?: string;
	min?: number;
	max?: number;
	maxLength?: number;
}

export type Params = Record<string, ParamSpec>;

/** Parameters after checking: numbers, booleans, UNIX seconds, ids as text, nested JSON values. */
export type Values = Record<string, Json | undefined>;

/** What a call that reads needs to know. */
export interface View {
	env: Environment;
	/** Version of the call as a number, such as 24. */
	version: number;
	/** `v24.0`, as in the address. */
	versionText: string;
	token: string;
	/** The user or system user the token belongs to. */
	userId: string;
	/** A page of a list is cut by a fault. */
	cut?: 'emptyPage' | 'shortPage';
	/** Headers of the answer, besides those that every answer has. */
	headers: Record<string, string>;
	/** The call came to an address for raw bytes. */
	upload?: Upload;
}

/** What a call that writes needs to know. */
export interface WriteCall extends View {
	/** The object the call addresses: the parent for an edge. */
	target: StoredObject;
	params: Values;
	/** Parameters as they came. */
	raw: Record<string, unknown>;
	/** UNIX seconds. */
	now: number;
}

export interface Written {
	answer: JsonObject;
	/** What was made or changed: read back when the call asks for `fields`. */
	node?: StoredObject;
}

export interface WriteSpec {
	params: Params;
	/** `run` checks the parameters: they depend on each other. */
	checksOwnParams?: boolean;
	run: (call: WriteCall) => Written | Promise<Written>;
}

export interface EdgeSpec {
	/** Type key of the objects in the list. */
	child: string;
	paging?: 'cursor' | 'offset' | 'time';
	/** Parameters of the list besides those of paging, `filtering` and `summary`. */
	params?: Params;
	/** Refuses a call for its parameters, before any object is looked at. */
	check?: (params: Values, view: View) => void;
	/** The objects; without it those that the store has linked to the edge. */
	list?: (parent: StoredObject, view: View) => readonly StoredObject[];
	/** Which objects a parameter keeps. */
	keep?: (object: StoredObject, params: Values, view: View) => boolean;
	create?: WriteSpec;
	removeMany?: WriteSpec;
	useCase?: UseCase;
	/** Permissions of which a reader needs one. */
	readPermissions?: readonly string[];
	/** Permissions of which a writer needs one, instead of those of the parent's type. */
	writePermissions?: readonly string[];
	/** Answers a read by itself: the edge has no stored objects. */
	read?: (
		parent: StoredObject,
		raw: Record<string, unknown>,
		fields: readonly FieldNode[] | undefined,
		view: View,
	) => JsonObject;
}

export interface ObjectType {
	/** The name errors give, such as `Campaign`. */
	nodeType: string;
	fields: Fields;
	/** Fields of an answer to a call without `fields`. */
	defaultFields: readonly string[];
	edges?: Record<string, EdgeSpec>;
	update?: WriteSpec;
	/** Raw bytes sent to the object's upload address. */
	receive?: WriteSpec;
	remove?: WriteSpec;
	/** Answers a read of the object by itself: an endpoint that is no stored object, such as /search. */
	read?: (
		raw: Record<string, unknown>,
		fields: readonly FieldNode[] | undefined,
		view: View,
	) => JsonObject;
	/** Rows of a list have no id of their own. */
	hasNoId?: boolean;
	/** The status that lists filter by. ARCHIVED and DELETED are left out of lists by default. */
	effectiveStatus?: (object: StoredObject, view: View) => string;
	useCase: UseCase;
	readPermissions?: readonly string[];
	writePermissions?: readonly string[];
}
