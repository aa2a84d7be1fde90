import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeProperties,
	INodePropertyOptions,
	NodeExecutionHint,
	NodeParameterValue,
} from 'n8n-workflow';

import type {
	FindWritten,
	GraphClient,
	GraphParameters,
	GraphRequest,
	GraphValue,
	UseCase,
} from '../graph/types';

/** What reading a value may depend on besides the value itself. */
export interface ParseContext {
	/** Zone of dates given without one: the workflow's. */
	timezone: string;
	/** `v24.0`: the version this run talks to. */
	apiVersion: string;
	/** What the fields at the top level hold, while fields below it are read. */
	top?: Values;
	/** Whether JSON and unknown members are left out: what they add is Meta's to judge. */
	formOnly?: boolean;
	/** Whether rules that can be waived are. */
	sendUnusual?: boolean;
	/** How the node has what is read; without it nobody can tell what was left empty from what is not there. */
	written?: Written;
}

/** A part of a node's form as it is saved: expressions are not resolved. */
export interface Written {
	values: unknown;
	/** Whether what is in it was added by the user, even with an empty value. */
	isAdded: boolean;
}

/** A currency of ad accounts. */
export interface Currency {
	/** ISO 4217: `EUR`. */
	code: string;
	/** Minor units in one of it: 100, or 1 where it has none. */
	offset: 1 | 100;
}

/**
 * Shown only while the named fields have one of these values (as they are sent); `/name` is a
 * field at the top level, any other name one beside the field.
 */
export type ShowWhen = Record<string, NodeParameterValue[]>;

/**
 * One field of a form: how it looks, what is allowed, where its value goes. Its name is the API's own
 * where there is one parameter for it.
 */
export interface Field<Name extends string = string, Value extends GraphValue = GraphValue> {
	/** In the form; one name stands for one meaning in an operation. */
	name: Name;
	/**
	 * Where the value goes in what is sent: `object_story_spec.link_data.message`. The name when absent.
	 * With `''` the members of the value become members of the object around it; `false` is for what
	 * steers the node or fills the path of the request.
	 */
	to?: string | false;
	/** The n8n property; its place in the form is added by the generator. */
	property: INodeProperties;
	/**
	 * An amount in the account's currency, entered under a name of its own; `property` then is for minor
	 * units. So an amount never becomes another one when the unit is changed.
	 */
	inAccountCurrency?: INodeProperties;
	/** The collection of optional fields that it stands in; Additional Fields unless said. */
	section?: string;
	/** What the value is made of, so that labels, amounts and options can be found in it. */
	members?: readonly Field[];
	/** The values it can have, with their labels, where these are known. */
	choices?: readonly INodePropertyOptions[];
	/** Nobody enters it: this is sent whenever the field would be shown. */
	constant?: GraphValue;
	/** Nobody meets it in the form: it is read of objects from expressions and JSON text only. */
	unseen?: boolean;
	/** From what the user gave (never empty, unless `keepEmpty`) to the value that is sent. */
	parse: (raw: unknown, context: ParseContext) => Parsed<Value>;
	/** Whether what it sets takes the place of what other fields set, instead of clashing with it. */
	wins?: boolean;
	/** A field beside which 0 says no more than nothing: as in a sheet with a column for each budget. */
	zeroBeside?: string;
	/** Whether an empty text or list is a value of its own rather than "not given". */
	keepEmpty?: boolean;
	/** Whether what the form begins with is meant to be sent when nobody changes it. */
	sendsDefault?: boolean;
	showWhen?: ShowWhen;
}

/** Where in the form something is: names of fields, and positions in lists from 0. */
export type Path = ReadonlyArray<string | number>;

/** What is wrong with a value. */
export interface Issue {
	path: Path;
	/** Completes the sentence "<Field> ...". */
	message: string;
}

/** A value ready to be sent, or what is wrong with it; paths are those within the field. */
export type Parsed<Value extends GraphValue = GraphValue> =
	| { value: Value | undefined }
	| { issues: Issue[] };

/** What the fields of one item hold, by field name, and what is sent, by parameter name. */
export type Values = Record<string, GraphValue | undefined>;

/** The values of an operation whose fields are known by name. */
export type ValuesOf<Fields extends Field> = {
	[Each in Fields as Each['name']]:
		| (Each extends Field<string, infer Value> ? Value : never)
		| undefined;
};

/** One item as it was read: what steers the node and what it knows by name, and what of it is sent. */
export interface Item<Known = Values> {
	values: Known;
	parameters: GraphParameters;
	/** What its amounts were entered in, unless in minor units. */
	currency?: Currency;
}

/** Something that the fields of a form must not say together. */
export interface Rule<Known = Values> {
	/** The field to look at, or the path of a part of it; absent where `when` gives the whole path. */
	at?: NameIn<Known> | readonly [NameIn<Known>, ...Path];
	/** Whether it is so; a path leads from `at` to the very part. */
	when: (values: Known, context: RuleContext) => boolean | Path | undefined;
	/** Whether users can have it sent all the same: for what the documentation does not plainly rule out. */
	waivable?: boolean;
	/** Completes the sentence "<Field> ..."; `{name}` and `{name.member}` stand for labels. */
	message: string | ((values: Known, context: RuleContext) => string);
}

/** What a rule may look at besides the values of the fields. */
export interface RuleContext extends ParseContext {
	/** What would be sent. */
	parameters: GraphParameters;
}

/** A rule that looks at some fields only, and so serves every operation that has them. */
export type RuleOn<Names extends string> = Rule<Record<Names, GraphValue | undefined>>;

type NameIn<Known> = keyof Known & string;

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
	/** Fields that hold amounts, which Meta gives in minor units. */
	amounts?: string[];
	/** Name of the method that loads a long list of fields: `getAdSetFields`. */
	loadedBy?: string;
}

export interface RequestShape<Known = Values> {
	method: 'GET' | 'POST' | 'DELETE';
	/** `/act_{ad_account}/campaigns`: each name in braces is a field that is not sent. */
	path: string;
	/** The path where an optional field is given: `{ campaign_id: '/{campaign_id}/adsets' }`. */
	pathWith?: Partial<Record<keyof Known & string, string>>;
	/** Sent with every request of this operation. */
	parameters?: GraphParameters;
	/** Quota that the call is counted under; ads_management unless said. */
	useCase?: UseCase;
	/** Whether doing it twice has the effect of doing it once; see `Repeat`. */
	repeat?: 'always' | 'never';
	/** How to find what this write made, when nobody knows whether it arrived. */
	findWritten?: (values: Known) => FindWritten | undefined;
	/** Requests of one group never share a batch. */
	batchGroup?: (values: Known) => string | undefined;
	/** The Page that acts; nothing when the credential's own user does. */
	asPage?: (values: Known) => string | undefined;
}

/** How the answer becomes items. */
export type Output<Known = Values> =
	| {
			kind: 'object';
			/** Of a write: what Meta can answer it with, where that reads after writing. */
			readable?: ReadableObject;
			/** Whether the item also shows what was sent. */
			showsSent?: boolean;
			map?: (body: IDataObject, values: Known) => IDataObject;
	  }
	| { kind: 'list'; readable?: ReadableObject; pageSize?: number };

/** What an operation of several calls gets. */
export interface RunContext<Known = Values> extends Item<Known> {
	execution: IExecuteFunctions;
	client: GraphClient;
	itemIndex: number;
	/** Zone of dates given without one: the workflow's. */
	timezone: string;
	/** To be told each object that was made or changed: an error later on then names it. */
	wrote: (id: string) => void;
	/** Keeps something for the hints at the end of the node run. */
	note: (note: Values) => void;
}

/** What the editor shows beside the items of a node run. */
export type Hint = Pick<NodeExecutionHint, 'message' | 'type'>;

interface OperationBase<Known> {
	/** Title Case, in the operation list. */
	name: string;
	/** Sentence case, in the node panel. */
	action: string;
	description: string;
	/** Documented operations and variants that this covers: `metaCampaign.campaign.create`. */
	documents: readonly string[];
	fields: readonly Field[];
	additionalFields?: readonly Field[];
	rules?: ReadonlyArray<Rule<Known>>;
	/** What has to be said to Meta, and is said so where neither a field nor JSON says it. */
	defaults?: (values: Known, context: RuleContext) => GraphParameters | undefined;
	output: Output<Known>;
	/**
	 * Items are done at the same time, as many as the field of the first item says; one that
	 * fails does not stop the others. Without it a `run` does one item after the other.
	 */
	concurrency?: { field: keyof Known & string; default: number };
	/** Told once at the end of a node run, from what its items noted. */
	hints?: (notes: Values[]) => Hint[];
}

/**
 * An operation is a value: one request, described as data or computed from the item, or a function for
 * several calls.
 */
export type Operation<Known = Values> = OperationBase<Known> &
	(
		| { request: RequestShape<Known> | ((item: Item<Known>) => GraphRequest); run?: undefined }
		| { request?: undefined; run: (context: RunContext<Known>) => Promise<INodeExecutionData[]> }
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
