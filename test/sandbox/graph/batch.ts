import type { Environment } from '../environment';
import type { Json } from '../json';
import { withoutSecrets, type LoggedRequest } from '../log';
import { readSteps, type BatchStep } from './batchSteps';
import {
	errorAnswer,
	performCall,
	plainHeaders,
	type GraphAnswer,
	type GraphCall,
	type Method,
} from './call';
import { asFault, invalid } from './errors';
import { fillReferences } from './references';
import { DEFAULT_VERSION, versionNumber } from './version';

/** A step's answer; undefined when its place in the result is null. */
type StepAnswer = GraphAnswer | undefined;

/** Answers a batch: every step is a call of its own ("Batch Requests"). */
export async function performBatch(
	env: Environment,
	call: GraphCall,
	parent: LoggedRequest,
): Promise<GraphAnswer> {
	const versionText = call.version ?? DEFAULT_VERSION;
	try {
		versionNumber(versionText);
		const session = env.tokens.session(call.token);
		const proof = call.params.appsecret_proof;
		env.tokens.checkProof(session.token, proof === undefined ? undefined : String(proof));
		const steps = readSteps(call.params.batch);
		parent.steps = steps.length;
		const includeHeaders = !['false', '0', false].includes(
			call.params.include_headers as string | boolean,
		);
		const answers = await new BatchRun(env, steps, session.token, versionText, parent).all();
		return {
			status: 200,
			headers: plainHeaders(env, versionText),
			body: answers.map((answer) => (answer ? written(answer, includeHeaders) : null)),
		};
	} catch (error) {
		return errorAnswer(env, asFault(error), versionText);
	}
}

function written({ status, headers, body }: GraphAnswer, includeHeaders: boolean): Json {
	const { 'content-type': contentType, ...others } = headers;
	const list = Object.entries({ 'Content-Type': contentType, ...others });
	return {
		code: status,
		...(includeHeaders ? { headers: list.map(([name, value]) => ({ name, value })) } : {}),
		body: JSON.stringify(body),
	};
}

class BatchRun {
	private readonly answers: StepAnswer[] = [];
	private readonly states: Array<'running' | 'done' | undefined> = [];
	private readonly byName = new Map<string, number>();
	private readonly needed = new Set<string>();
	/** Campaigns of which an ad set was written in this batch. */
	private readonly adSetParents = new Set<string>();

	constructor(
		private readonly env: Environment,
		private readonly steps: BatchStep[],
		private readonly token: string,
		private readonly versionText: string,
		private readonly parent: LoggedRequest,
	) {
		steps.forEach(({ name, needs }, i) => {
			if (name !== undefined) this.byName.set(name, i);
			for (const need of needs) this.needed.add(need);
		});
	}

	/** A step others build on is left out of the result when it went well, unless it says not to. */
	async all(): Promise<StepAnswer[]> {
		for (let i = 0; i < this.steps.length; i++) await this.run(i);
		return this.answers.map((answer, i) => {
			const { name, omitOnSuccess } = this.steps[i];
			const isNeeded = name !== undefined && this.needed.has(name);
			return isNeeded && omitOnSuccess && answer?.status === 200 ? undefined : answer;
		});
	}

	private async run(i: number): Promise<StepAnswer> {
		if (this.states[i] === 'done') return this.answers[i];
		if (this.states[i] === 'running')
			throw invalid('The operations of the batch depend on each other', 'batch');
		this.states[i] = 'running';
		this.answers[i] = await this.answer(i);
		this.states[i] = 'done';
		return this.answers[i];
	}

	private async answer(i: number): Promise<StepAnswer> {
		const step = this.steps[i];
		for (const need of step.needs) {
			const other = this.byName.get(need);
			if (other === undefined)
				throw invalid(`The batch has no operation with the name ${need}`, 'batch');
			// What a failed step was to give is missing: the step is not executed.
			const done = await this.run(other);
			if (done?.status !== 200) return undefined;
		}
		const filled = this.filled(step);
		const entry = this.log(i, step.method, filled);
		const fault = this.env.faults.take({ method: step.method, path: entry.path, step: i }, 'other');
		if (fault) entry.fault = fault.fault;
		if (fault?.fault === 'nullStep' && !fault.executed) return undefined;
		const answer = this.adSetConflict(filled) ?? (await this.perform(step, filled, fault));
		entry.status = answer.status;
		if (answer.error) entry.error = answer.error;
		return fault?.fault === 'nullStep' ? undefined : answer;
	}

	private async perform(
		step: BatchStep,
		filled: Filled,
		fault: GraphCall['fault'],
	): Promise<GraphAnswer> {
		const own = filled.params.access_token;
		return await performCall(this.env, {
			method: step.method,
			path: filled.path,
			version: step.version ?? this.versionText,
			params: filled.params,
			token: own === undefined ? this.token : String(own),
			isTokenChecked: own === undefined && filled.params.appsecret_proof === undefined,
			fault,
		});
	}

	/** The step with the results of earlier ones in the places of `{result=name:$.path}`. */
	private filled({ method, path, query, body }: BatchStep): Filled {
		const fill = (text: string) =>
			fillReferences(text, (name) => this.answers[this.byName.get(name) ?? -1]?.body);
		const fillAll = (params: Record<string, string>) =>
			Object.fromEntries(Object.entries(params).map(([name, value]) => [name, fill(value)]));
		const filledQuery = fillAll(query);
		const filledBody = fillAll(body);
		return {
			method,
			path: fill(path),
			query: filledQuery,
			body: filledBody,
			params: { ...filledQuery, ...filledBody },
		};
	}

	/** "Batch requests cannot include multiple Adsets under the same Campaign." */
	private adSetConflict({ path, params, method }: Filled): GraphAnswer | undefined {
		if (method === 'GET') return undefined;
		const [first, edge] = path.split('/');
		const node = this.env.store.get(first);
		const campaignId =
			node?.type === 'adset'
				? node.values.campaign_id
				: edge === 'adsets'
					? params.campaign_id
					: undefined;
		if (campaignId === undefined) return undefined;
		if (!this.adSetParents.has(String(campaignId))) {
			this.adSetParents.add(String(campaignId));
			return undefined;
		}
		const error = invalid(
			'A batch cannot include multiple ad sets under the same campaign',
			'batch',
		);
		return errorAnswer(this.env, error, this.versionText);
	}

	private log(i: number, method: string, { path, query, body }: Filled): LoggedRequest {
		return this.env.log.add({
			at: this.env.now(),
			method,
			path: `/${path}`,
			version: this.steps[i].version ?? this.versionText,
			query: withoutSecrets(query),
			body: withoutSecrets(body),
			headers: {},
			status: 0,
			batch: i,
			parent: this.parent.number,
			tokenIn: 'access_token' in query ? 'query' : 'access_token' in body ? 'body' : 'batch',
			hasProof: 'appsecret_proof' in query || 'appsecret_proof' in body || this.parent.hasProof,
		});
	}
}

interface Filled {
	path: string;
	query: Record<string, string>;
	body: Record<string, string>;
	params: Record<string, string>;
	method: Method;
}
