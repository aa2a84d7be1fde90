import { uniq } from 'lodash';
import type { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { GraphError, type GraphOutcome, type GraphRequest } from '../graph/types';
import { nodeError, operationError } from './failure';
import { ACCOUNT_CURRENCY, AMOUNTS_IN } from './fields/money';
import { parseFields } from './parse';
import type { Run } from './perform';
import { formOf } from './standardFields';
import type { Currency, Field, Values, WireContext } from './types';

/** Name of the field for the ad account, in the path or only for the object's picker. */
const AD_ACCOUNT = 'ad_account';

/** Currencies whose amounts have no smaller unit (Currency Codes). */
const WITHOUT_MINOR_UNITS = new Set('CLP COP CRC HUF ISK IDR JPY KRW PYG TWD VND'.split(' '));

/** By the number of the ad account, for the whole process: the currency of one never changes. */
const known = new Map<string, Currency>();

/** What an item's amounts are in, see `WireContext`, or why nobody can tell. */
export type ItemCurrency =
	| { currency: WireContext['currency'] }
	| { error: NodeApiError | NodeOperationError; graphError?: GraphError };

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
 * What the amounts of each item are in. Items in the account's currency have it read: of the ad
 * account, which is asked of the object that the item is about where only that is named. One call
 * per account in the life of the process and one per object, many in a batch. An item whose currency
 * cannot be read has the error, the others go on.
 */
export async function currenciesOf(run: Run, count: number): Promise<ItemCurrency[]> {
	const { topLevel } = formOf(run.operation);
	const unit = topLevel.filter(({ name }) => name === AMOUNTS_IN);
	const named = topLevel.filter(({ name, place }) => name === AD_ACCOUNT || place === 'path');
	if (unit.length === 0) {
		return Array.from({ length: count }, () => ({ currency: undefined }));
	}
	const sources = Array.from({ length: count }, (_unused, itemIndex) =>
		sourceOf(run, unit, named, itemIndex),
	);
	const objects = uniq(sources.flatMap((source) => (source?.object ? [source.object] : [])));
	const owners = await readEach(run, objects, (id) => ({ path: `/${id}`, fields: 'account_id' }));
	const accountOf = ({ account, object = '' }: Source) =>
		account ?? textMember(owners.get(object), 'account_id');
	const accounts = uniq(sources.flatMap((source) => (source && accountOf(source)) ?? []));
	const read = await learn(run, accounts);
	return sources.map((source, itemIndex): ItemCurrency => {
		if (!source) return { currency: undefined };
		if (!source.account && !source.object) return { currency: 'unknown' };
		const account = accountOf(source);
		const currency = account === undefined ? undefined : known.get(account);
		if (currency) return { currency };
		return unread(run, itemIndex, account ? read.get(account) : owners.get(source.object ?? ''));
	});
}

/** Nothing for an item in minor units. What is wrong with a field, the reading of the item tells. */
function sourceOf(run: Run, unit: Field[], named: Field[], itemIndex: number): Source | undefined {
	if (valuesOf(run, unit, itemIndex)[AMOUNTS_IN] !== ACCOUNT_CURRENCY) return undefined;
	const values = valuesOf(run, named, itemIndex);
	const account = values[AD_ACCOUNT];
	if (account) return { account: String(account).replace(/^act_/, '') };
	const object = named.find(({ name }) => name !== AD_ACCOUNT && values[name]);
	return object ? { object: String(values[object.name]) } : {};
}

/** What can be read; an expression that cannot be evaluated comes up again when the item is read. */
function valuesOf({ execution, wire }: Run, fields: Field[], itemIndex: number): Values {
	const read = (name: string) => execution.getNodeParameter(name, itemIndex, null);
	try {
		return parseFields(fields, read, wire).values;
	} catch {
		return {};
	}
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

function unread(
	{ execution }: Run,
	itemIndex: number,
	outcome: GraphOutcome | undefined,
): ItemCurrency {
	const node = execution.getNode();
	if (outcome && 'error' in outcome) {
		return { error: nodeError(node, outcome.error, itemIndex), graphError: outcome.error };
	}
	const error = operationError(
		node,
		'The currency of the ad account could not be read',
		'Nothing was sent to Meta for this item. Choose the ad account in Ad Account, or set Amounts In to Minor Units.',
		itemIndex,
	);
	return { error };
}
