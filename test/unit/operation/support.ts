import { difference, get, uniqBy } from 'lodash';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';

import type {
	Edge,
	EdgeResult,
	GraphClient,
	GraphOutcome,
	GraphPage,
	GraphRequest,
	GraphWait,
	PageOptions,
	QuotaUsage,
	SendOptions,
} from '../../../nodes/shared/graph/types';
import { GraphError, type GraphErrorDetails } from '../../../nodes/shared/graph/types';
import { sentenceOf } from '../../../nodes/shared/operation/labels';
import { Reading } from '../../../nodes/shared/operation/parse';
import type {
	Field,
	Issue,
	ParseContext,
	Rule,
	Values,
} from '../../../nodes/shared/operation/types';

export const context: ParseContext = { timezone: 'America/New_York', apiVersion: 'v24.0' };

/** The value a field makes of what was entered; fails the test when the field has an issue with it. */
export function valueOf(field: Field, raw: unknown, parsing = context): unknown {
	const parsed = field.parse(raw, parsing);
	if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
	return parsed.value;
}

/** What a field says of what was entered, as a user reads it. */
export function issuesOf(field: Field, raw: unknown, parsing = context): string[] {
	const parsed = field.parse(raw, parsing);
	if (!('issues' in parsed)) return [];
	return parsed.issues.map(({ path, message }) =>
		sentenceOf([field], { path: [field.name, ...path], message }, parsing.top ?? {}),
	);
}

/** Reads fields as the top level of a form: values, what is sent, and issues as a user reads them. */
export function read(
	fields: readonly Field[],
	given: Record<string, unknown>,
	parsing = context,
	reserved?: ReadonlySet<string>,
) {
	const reading = new Reading();
	reading.take(fields, (name) => given[name], parsing, reserved);
	const { values, parameters, issues } = reading;
	return { values, parameters, issues: issues.map((issue) => sentenceOf(fields, issue, values)) };
}

/** Where a rule is broken, and what it says of that; nothing when it is not. */
export function broken(
	rule: Rule,
	values: Values,
	more: { parameters?: Values; timezone?: string } = {},
): Issue | undefined {
	const { parameters = values, timezone = context.timezone } = more;
	const given = { ...context, timezone, parameters: parameters as never };
	const found = rule.when(values, given);
	if (!found) return undefined;
	const at = typeof rule.at === 'string' ? [rule.at] : (rule.at ?? []);
	const { message } = rule;
	return {
		path: [...at, ...(found === true ? [] : found)],
		message: typeof message === 'string' ? message : message(values, given),
	};
}

interface ExecutionOptions {
	continueOnFail?: boolean;
	onError?: INode['onError'];
	timezone?: string;
}

/** Just enough of n8n for an operation: parameters per item, read by their dotted path. */
export class FakeExecution {
	readonly hints: NodeExecutionHint[] = [];

	readonly reads: string[] = [];

	constructor(
		private readonly parameters: IDataObject[],
		private readonly options: ExecutionOptions = {},
	) {}

	get functions(): IExecuteFunctions {
		return this as Partial<IExecuteFunctions> as IExecuteFunctions;
	}

	getNode(): INode {
		return {
			id: '1',
			name: 'Node',
			type: 'test.node',
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
			...(this.options.onError ? { onError: this.options.onError } : {}),
		};
	}

	getInputData(): INodeExecutionData[] {
		return this.parameters.map(() => ({ json: {} }));
	}

	getTimezone(): string {
		return this.options.timezone ?? context.timezone;
	}

	continueOnFail(): boolean {
		return this.options.continueOnFail ?? false;
	}

	addExecutionHints(...hints: NodeExecutionHint[]): void {
		this.hints.push(...hints);
	}

	getNodeParameter(name: string, itemIndex: number, fallback?: unknown): unknown {
		this.reads.push(`${itemIndex}:${name}`);
		const value: unknown = get(this.parameters[itemIndex], name, fallback);
		if (value === undefined) throw new Error(`Could not get parameter "${name}"`);
		// n8n evaluates expressions here; one that cannot be evaluated throws.
		if (value === '={{ broken }}') throw new Error('Expression cannot be evaluated');
		return value;
	}
}

/** A Graph client that answers as it is told and keeps what it was asked. */
export class FakeClient implements GraphClient {
	readonly apiVersion: string = 'v24.0';

	readonly waits: GraphWait[] = [];

	readonly batches: Array<{ requests: GraphRequest[]; batchSize: number }> = [];

	readonly sendOptions: SendOptions[] = [];

	readonly lists: Array<{ request: GraphRequest; options: PageOptions }> = [];

	answer: (request: GraphRequest, number: number) => GraphOutcome = (_request, number) =>
		reply({ id: `made-${number}` });

	listed: GraphPage[] = [];

	quotas: QuotaUsage[] = [];

	private answered = 0;

	request: GraphClient['request'] = async () => {
		throw new Error('Not told how to answer a single request');
	};

	/** Answers batch by batch, as the real one does with one batch at a time. */
	async requestMany(
		requests: GraphRequest[],
		batchSize: number,
		options: SendOptions = {},
	): Promise<GraphOutcome[]> {
		this.sendOptions.push(options);
		const outcomes = new Map<GraphRequest, GraphOutcome>();
		let open = requests;
		while (open.length > 0) {
			const batch = uniqBy(open, (request) => request.batchGroup ?? request).slice(0, batchSize);
			open = difference(open, batch);
			this.batches.push({ requests: batch, batchSize });
			for (const request of batch) outcomes.set(request, this.answer(request, this.answered++));
			const hasFailed = [...outcomes.values()].some((outcome) => 'error' in outcome);
			if (options.stopOnError && hasFailed) break;
		}
		return requests.map(
			(request) => outcomes.get(request) ?? { error: graphError({ class: 'notSent' }) },
		);
	}

	async readMany<Row>(
		edges: Edge[],
		_batchSize: number,
		options: SendOptions = {},
	): Promise<Array<EdgeResult<Row>>> {
		const results: Array<EdgeResult<Row>> = [];
		let hasFailed = false;
		for (const { request, page } of edges) {
			try {
				if (hasFailed) throw graphError({ class: 'notSent' });
				const pages: Array<GraphPage<Row>> = [];
				for await (const one of this.pages<Row>(request, page)) pages.push(one);
				results.push({ pages });
			} catch (cause) {
				results.push({ error: cause as GraphError });
				hasFailed = options.stopOnError === true;
			}
		}
		return results;
	}

	pages: GraphClient['pages'] = (request, options) => {
		this.lists.push({ request, options });
		const { listed } = this;
		return (async function* () {
			yield* listed as Array<GraphPage<never>>;
		})();
	};

	usage(): QuotaUsage[] {
		return this.quotas;
	}

	/** Every request that was sent one by one or in batches. */
	get sent(): GraphRequest[] {
		return this.batches.flatMap(({ requests }) => requests);
	}
}

export function reply(body: IDataObject): GraphOutcome {
	return { reply: { body: body as never, headers: {}, statusCode: 200 } };
}

export function graphError(details: Partial<GraphErrorDetails> = {}): GraphError {
	return new GraphError({
		class: 'invalidParameter',
		message: 'Meta refused the budget',
		advice: 'Raise the budget.',
		statusCode: 400,
		code: 100,
		subcode: 1885272,
		blamedFields: [],
		fbtraceId: 'trace',
		method: 'POST',
		path: '/act_1/campaigns',
		...details,
	});
}
