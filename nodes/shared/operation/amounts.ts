import { isPlainObject, mapValues, uniq } from 'lodash';
import type { IDataObject } from 'n8n-workflow';

import { GraphError, type GraphOutcome, type GraphRequest, type GraphValue } from '../graph/types';
import { nodeError, operationError } from './failure';
import { Amount, isInAccountCurrency } from './fields/money';
import { NUMBER_TEXT } from './fields/number';
import { below } from './parse';
import type { Job, Result, Run } from './perform';
import { issuesError } from './read';
import type { Currency, Issue, Item, Path, ReadableObject } from './types';

/** Currencies whose amounts have no smaller unit (Currency Codes). */
const WITHOUT_MINOR_UNITS = new Set('CLP COP CRC HUF ISK IDR JPY KRW PYG TWD VND'.split(' '));

/** By the number of the ad account, for the whole process: the currency of one never changes. */
const known = new Map<string, Currency>();

/** The currency of a code as Meta writes it. */
export function currencyOf(code: string): Currency {
	return { code, offset: WITHOUT_MINOR_UNITS.has(code) ? 1 : 100 };
}

/** Answers by what was asked about; nothing where the run was stopped before. */
type Outcomes = Map<string, GraphOutcome | undefined>;

/** Where an item's currency is to be found: in an ad account, or in that of an object. */
interface Source {
	account?: string;
	object?: string;
}

/**
 * Brings amounts in the account's currency to minor units, which is what is sent. The currency
 * is that of the ad account, which is asked of the object that the item is about where only that is
 * named: one call per account in the life of the process and one per object, many in a batch. An item
 * whose amounts cannot be told so has an error, the others go on.
 */
export async function inMinorUnits(
	run: Run,
	jobs: readonly Job[],
): Promise<{ jobs: Job[]; results: Result[] }> {
	const withAmounts = jobs.filter(({ item }) => needsCurrency(run, item));
	if (withAmounts.length === 0) return { jobs: [...jobs], results: [] };
	const sources = new Map(withAmounts.map((job) => [job, sourceOf(run, job.item)]));
	const objects = uniq([...sources.values()].flatMap(({ object }) => object ?? []));
	const owners = await readEach(run, objects, (id) => ({ path: `/${id}`, fields: 'account_id' }));
	const accountOf = ({ account, object = '' }: Source) =>
		account ?? textMember(owners.get(object), 'account_id');
	const read = await learn(run, uniq([...sources.values()].flatMap((one) => accountOf(one) ?? [])));
	const done: Job[] = [];
	const results: Result[] = [];
	for (const job of jobs) {
		const source = sources.get(job);
		if (!source) {
			done.push(job);
			continue;
		}
		const account = accountOf(source);
		const currency = account === undefined ? undefined : known.get(account);
		const isNamed = source.account !== undefined || source.object !== undefined;
		if (currency || !isNamed) {
			const converted = convert(run, job, currency);
			if ('item' in converted) done.push(converted);
			else results.push(converted);
		} else {
			results.push(
				unread(run, job.itemIndex, account ? read.get(account) : owners.get(source.object ?? '')),
			);
		}
	}
	return { jobs: done, results };
}

/** Whether an item has amounts in the account's currency, or is to be given some. */
function needsCurrency({ operation }: Run, { values }: Item): boolean {
	const givesAmounts = operation.output.readable?.amounts !== undefined;
	return amountsIn(values).length > 0 || (givesAmounts && isInAccountCurrency(values));
}

/** The same object with its amounts as numbers of the currency; what is no amount stays as it is. */
export function amountsOfCurrency(
	row: IDataObject,
	{ amounts = [] }: Pick<ReadableObject, 'amounts'>,
	{ offset }: Currency,
): IDataObject {
	return mapValues(row, (value, name) =>
		amounts.includes(name) && NUMBER_TEXT.test(String(value)) ? Number(value) / offset : value,
	);
}

function sourceOf({ operation }: Run, { values }: Item): Source {
	const { ad_account: account } = values;
	if (account) return { account: String(account) };
	const about = pathNames(operation.request).find((name) => values[name] !== undefined);
	return about === undefined ? {} : { object: String(values[about]) };
}

/** The fields that fill the path: what the request is about. */
function pathNames(request: Run['operation']['request']): string[] {
	const path = typeof request === 'object' ? request.path : '';
	return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
}

/** The amounts in a value, with where they are. */
function amountsIn(value: unknown, path: Path = []): Array<{ path: Path; amount: Amount }> {
	if (value instanceof Amount) return [{ path, amount: value }];
	if (!Array.isArray(value) && !isPlainObject(value)) return [];
	const isList = Array.isArray(value);
	return Object.entries(value as object).flatMap(([step, part]) =>
		amountsIn(part, [...path, isList ? Number(step) : step]),
	);
}

/** A job whose amounts are in minor units, or what is wrong with them. */
function convert(run: Run, job: Job, currency: Currency | undefined): Job | Result {
	const { values, parameters } = job.item;
	const issues = amountIssues(parameters, currency);
	if (issues.length > 0 || !currency) {
		const { execution, operation } = run;
		const error = issuesError(execution, operation, issues, values, job.itemIndex);
		return { itemIndex: job.itemIndex, writtenIds: [], error };
	}
	const item = {
		values: scaled(values, currency) as Item['values'],
		parameters: scaled(parameters, currency) as Item['parameters'],
		currency,
	};
	return { ...job, item };
}

/** What is wrong with the amounts in a value; none fits an unknown currency. */
export function amountIssues(value: unknown, currency: Currency | undefined): Issue[] {
	return amountsIn(value).flatMap(({ path, amount }): Issue[] => {
		if (!currency) return [{ path, message: 'needs the ad account, whose currency it is in' }];
		const parsed = amount.in(currency);
		return 'issues' in parsed ? below(parsed.issues, ...path) : [];
	});
}

/** The same value with its amounts in minor units. */
export function scaled(value: unknown, currency: Currency): unknown {
	if (value instanceof Amount) {
		const parsed = value.in(currency);
		return 'value' in parsed ? parsed.value : undefined;
	}
	if (Array.isArray(value)) return value.map((part) => scaled(part, currency));
	if (!isPlainObject(value)) return value;
	const entries = Object.entries(value as Record<string, GraphValue>);
	return Object.fromEntries(entries.map(([name, part]) => [name, scaled(part, currency)]));
}

/** Reads the currencies of the accounts whose currency is not known yet. */
async function learn(run: Run, accounts: string[]): Promise<Outcomes> {
	const news = accounts.filter((account) => !known.has(account));
	const read = await readEach(run, news, (account) => ({
		path: `/act_${account}`,
		fields: 'currency',
		quotaOf: account,
	}));
	for (const [account, outcome] of read) {
		const code = textMember(outcome, 'currency');
		if (code) known.set(account, currencyOf(code));
	}
	return read;
}

/** Asks for one field of each object; outcomes by what was asked about. */
async function readEach(
	{ execution, client, batchSize }: Run,
	keys: string[],
	toRead: (key: string) => { path: string; fields: string; quotaOf?: string },
): Promise<Outcomes> {
	if (keys.length === 0) return new Map();
	const requests = keys.map((key): GraphRequest => {
		const { fields, ...rest } = toRead(key);
		return { method: 'GET', parameters: { fields }, useCase: 'ads_management', ...rest };
	});
	const outcomes = await client
		.requestMany(requests, batchSize)
		.then(undefined, (cause: unknown): GraphOutcome[] => {
			if (cause instanceof GraphError) return keys.map(() => ({ error: cause }));
			throw nodeError(execution.getNode(), cause);
		});
	return new Map(keys.map((key, index) => [key, outcomes[index]]));
}

function textMember(outcome: GraphOutcome | undefined, name: string): string | undefined {
	if (!outcome || 'error' in outcome) return undefined;
	const value = outcome.reply.body[name];
	return typeof value === 'string' ? value : undefined;
}

function unread({ execution }: Run, itemIndex: number, outcome: GraphOutcome | undefined): Result {
	const node = execution.getNode();
	const told = { itemIndex, writtenIds: [] };
	if (outcome && 'error' in outcome) {
		const error = nodeError(node, outcome.error, { itemIndex });
		return { ...told, error, graphError: outcome.error };
	}
	const error = operationError(
		node,
		'The currency of the ad account could not be read',
		'Nothing was sent to Meta for this item. Choose the ad account in Ad Account, or set Amounts In to Minor Units.',
		itemIndex,
	);
	return { ...told, error };
}
