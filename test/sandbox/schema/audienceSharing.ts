import type { JsonObject } from '../json';
import type { StoredObject } from '../store';
import { bool, list, oneOf, required, text } from './specs';
import type { EdgeSpec, Values, View, WriteCall, Written } from './types';

const sharedIds = ({ values }: StoredObject): string[] =>
	Array.isArray(values.shared_account_ids) ? values.shared_account_ids.map(String) : [];

const accountOf = ({ env }: View, number: string) => env.store.get(`act_${number}`);

/** What becomes of sharing with one account: each has a state and errors of its own. */
function outcome(call: WriteCall, number: string): { status: string; errors: string[] } {
	const account = accountOf(call, number);
	if (!account) return { status: 'failed', errors: [`Ad account ${number} does not exist`] };
	if (number === call.target.accountId) {
		return { status: 'failed', errors: ['The audience belongs to this ad account'] };
	}
	if (account.values.account_status !== 1) {
		return { status: 'failed', errors: [`Ad account ${number} is disabled`] };
	}
	return { status: 'ready', errors: [] };
}

const numbersIn = ({ adaccounts }: Values): string[] =>
	(Array.isArray(adaccounts) ? adaccounts : []).map((value) => String(value).replace(/^act_/, ''));

/** ("Custom Audience, Ad Accounts, Creating": with several accounts some may go wrong) */
function share(call: WriteCall): Written {
	const { env, target, params } = call;
	const numbers = numbersIn(params);
	const outcomes = numbers.map((number) => ({ number, ...outcome(call, number) }));
	const shared = outcomes.filter(({ status }) => status === 'ready').map(({ number }) => number);
	const before = params.replace === true ? [] : sharedIds(target);
	env.store.update(target, {
		shared_account_ids: [...new Set([...before, ...shared])],
		...(params.permissions === undefined ? {} : { shared_permissions: params.permissions }),
	});
	const data = outcomes.map(({ number, status, errors }): JsonObject => {
		const business = accountOf(call, number)?.values.business;
		return {
			ad_acct_id: number,
			...(business === undefined ? {} : { business_id: business }),
			audience_share_status: status,
			errors,
		};
	});
	return { answer: { success: true, sharing_data: data }, node: undefined };
}

/** ("Custom Audience, Ad Accounts, Deleting") */
function unshare({ env, target, params }: WriteCall): Written {
	const gone = new Set(numbersIn(params));
	env.store.update(target, {
		shared_account_ids: sharedIds(target).filter((number) => !gone.has(number)),
	});
	return { answer: { success: true } };
}

const numbers = required(list(text(), 1));

const edge: EdgeSpec = {
	child: 'ad_account',
	writePermissions: ['ads_management'],
	list: (audience, view) =>
		sharedIds(audience)
			.flatMap((number) => accountOf(view, number) ?? [])
			.sort((a, b) => a.seq - b.seq),
	create: {
		params: {
			adaccounts: numbers,
			permissions: oneOf('targeting', 'targeting_and_insights'),
			relationship_type: list(text()),
			replace: bool,
		},
		run: share,
	},
	removeMany: { params: { adaccounts: numbers }, run: unshare },
};

export const audienceSharing: Record<string, EdgeSpec> = { ad_accounts: edge, adaccounts: edge };
