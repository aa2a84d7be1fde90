import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	NodeExecutionHint,
	NodeParameterValue,
} from 'n8n-workflow';

import type {
	FindWritten,
	GraphClient,
	GraphParameters,
	GraphValue,
	UseCase,
} from '../graph/types';

/** What encoding and checks may depend on besides the value itself. */
export interface WireContext {
	/** Zone of dates given without one: the workflow's. */
	timezone: string;
	/** `v24.0`: the version this run talks to. */
	apiVersion: string;
	/**
	 * Set when amounts are in the account's currency: that currency, or `unknown` when no ad account
	 * was named. Without it amounts are in minor units.
	 */
	currency?: Currency | 'unknown';
	/** Labels of the form's fields by name, for what checks say. */
	labels?: ReadonlyMap<string, string>;
	/** What the fields at the top level hold, while fields below it are read. */
	top?: Values;
}

/** A currency of ad accounts. */
export interface Currency {
	/** ISO 4217: `EUR`. */
	code: string;
	/** Minor units in one of it: 100, or 1 where it has none. */
	offset: 1 | 100;
}

/**
 * Shown only while the named fields have one of these values (as they go on the wire); `/name` is a
 * field at the top level, any other name one beside the field.
 */
export type ShowWhen = Record<string, NodeParameterValue[]>;

/**
 * One documented API parameter: how it looks, what is allowed, how it goes on the wire.
 * Its name is the API's own, in the UI, in expressions and in the request.
 */
export interface Field {
	name: string;
	/** The n8n property; its place in the form is added by the generator. */
	property: INodeProperties;
	/** The label without a unit, where the shown one has one. */
	label?: string;
	/** An amount in the account's currency; `property` then is for minor units. */
	inAccountCurrency?: INodeProperties;
	/** Whether the field is an amount or made of some. */
	holdsMoney?: boolean;
	/** Whether what a `merge` field sets may not have been given in a field of its own. */
	setsAlone?: boolean;
	/** From what the user gave (never empty, unless `keepEmpty`) to the value on the wire. */
	parse: (raw: unknown, wire: WireContext) => Parsed;
	/**
	 * `path` fills the `{name}` of the request's path, `parameters` is sent, `merge` is an object
	 * whose members are sent (they win), `local` steers the node and is not sent.
	 */
	place: 'path' | 'parameters' | 'merge' | 'local';
	/** Whether an empty text or list is a value of its own rather than "not given". */
	keepEmpty?: boolean;
	/** Whether what the form begins with is meant to be sent when nobody changes it. */
	sendsDefault?: boolean;
	showWhen?: ShowWhen;
}

/** A value ready to be sent, or what is wrong with it. */
export type Parsed = { value: GraphValue | undefined } | { complaints: Complaint[] };

/** The values of one item as they go on the wire, by API parameter name. */
export type Values = Record<string, GraphValue | undefined>;

/** A rule that involves several fields: tells what does not fit, or nothing. */
export type Check = (values: Values, wire: WireContext) => Complaint | undefined;

export interface Complaint {
	/** Label of the field to look at; nested ones with their parents: `Promoted Object > Pixel ID`. */
	field: string;
	/** Completes the sentence "<Field> ...". */
	message: string;
}

/** A field that can be read of an object. */
export interface ReadableField {
	/** API name, may be nested: `advantage_state_info{advantage_state}`. */
	name: string;
	description?: string;
}

/** What can be read of an object type, and what Simplified shows of it. */
export interface ReadableObject {
	fields: ReadableField[];
	simplified: string[];
}

export interface RequestShape {
	method: 'GET' | 'POST' | 'DELETE';
	/** `/{ad_account}/campaigns`: each name in braces is a field with place `path`. */
	path: string;
	/** Sent with every request of this operation. */
	parameters?: GraphParameters;
	/** Quota that the call is counted under; ads_management unless said. */
	useCase?: UseCase;
	/** Whether doing it twice has the effect of doing it once; see `Repeat`. */
	repeat?: 'always' | 'never';
	/** How to find what this write made, when nobody knows whether it arrived. */
	findWritten?: (values: Values) => FindWritten | undefined;
	/** Requests of one group never share a batch. */
	batchGroup?: (values: Values) => string | undefined;
	/** The Page that acts; nothing when the credential's own user does. */
	asPage?: (values: Values) => string | undefined;
}

/** How the answer becomes items. */
export type Output =
	| {
			kind: 'object';
			readable?: ReadableObject;
			map?: (body: IDataObject, values: Values) => IDataObject;
	  }
	| { kind: 'list'; readable?: ReadableObject; pageSize?: number };

/** What an operation of several calls gets. */
export interface RunContext {
	execution: IExecuteFunctions;
	client: GraphClient;
	values: Values;
	itemIndex: number;
	wire: WireContext;
	/** To be told each object that was made or changed: an error later on then names it. */
	wrote: (id: string) => void;
	/** Keeps something for the hints at the end of the node run. */
	note: (note: Values) => void;
}

/** What the editor shows beside the items of a node run. */
export type Hint = Pick<NodeExecutionHint, 'message' | 'type'>;

interface OperationBase {
	/** Title Case, in the operation list. */
	name: string;
	/** Sentence case, in the node panel. */
	action: string;
	description: string;
	/** Documented operations and variants that this covers: `metaCampaign.campaign.create`. */
	documents: string[];
	fields: Field[];
	additionalFields?: Field[];
	checks?: Check[];
	output: Output;
	/**
	 * Items are done at the same time, as many as the local field of the first item says; one that
	 * fails does not stop the others. Without it a `run` does one item after the other.
	 */
	sideBySide?: { field: string; default: number };
	/** Told once at the end of a node run, from what its items noted. */
	hints?: (notes: Values[]) => Hint[];
}

/** An operation is a value: one request described as data, or a function for several calls. */
export type Operation = OperationBase &
	(
		| { request: RequestShape; run?: undefined }
		| { request?: undefined; run: (context: RunContext) => Promise<INodeExecutionData[]> }
	);

export interface Resource {
	/** Title Case. */
	name: string;
	description?: string;
	/** By internal name, in the order of documentation; the UI sorts. */
	operations: Record<string, Operation>;
}

/** All of a node: its resources by internal name. */
export type Resources = Record<string, Resource>;
