import { GraphFault } from '../graph/errors';
import { readValue } from '../graph/params';
import { isJsonObject, type Json } from '../json';
import type { StoredObject } from '../store';
import { audienceSharing } from './audienceSharing';
import { audienceCreateParams, audienceUpdateParams, engagementRule } from './customAudienceParams';
import { checkRules, rule, type Rule } from './rules';
import { bool, id, READ_ADS, WRITE_ADS } from './specs';
import type { EdgeSpec, ObjectType, Values, View, WriteCall, Written } from './types';

/** People of a new audience: none yet. */
const UNKNOWN_COUNT = -1;
export const READY = { code: 200, description: 'Normal' };

/** What ad accounts may use: their own audiences and those shared with them. */
export function isUsable(audience: StoredObject, accountNumber: string | undefined): boolean {
	const shared = audience.values.shared_account_ids;
	const isShared = Array.isArray(shared) && shared.includes(accountNumber ?? '');
	return !audience.values.is_deleted && (audience.accountId === accountNumber || isShared);
}

const audienceRules: Array<Rule<WriteCall>> = [
	{
		when: ({ target }) => target.values.has_audience_terms === false,
		error: () =>
			new GraphFault({
				code: 200,
				subcode: 1870034,
				message: 'Custom Audience Terms Not Accepted',
				userTitle: 'Custom Audience Terms Not Accepted',
				userMessage:
					"You'll need to agree to the Custom Audience terms before you can create or edit an audience or an ad set.",
			}),
	},
	rule(
		({ params }) => params.subtype === undefined && params.rule === undefined,
		'The parameter subtype is required',
		'subtype',
	),
	rule(
		({ params }) => params.subtype === 'ENGAGEMENT' && params.rule === undefined,
		'The parameter rule is required for ENGAGEMENT',
		'rule',
	),
	rule(
		({ params }) =>
			params.subtype === 'LOOKALIKE' && !(params.origin_audience_id && params.lookalike_spec),
		'The parameters origin_audience_id and lookalike_spec are required for LOOKALIKE',
		'lookalike_spec',
	),
	rule(
		({ params: { subtype, lookalike_spec: spec } }) =>
			subtype === 'LOOKALIKE' &&
			isJsonObject(spec) &&
			!((spec.country || spec.location_spec) && (spec.ratio || spec.type)),
		'lookalike_spec needs a country and a ratio or a type',
		'lookalike_spec',
	),
	rule(
		({ params: { origin_audience_id: id }, env, target }) => {
			if (id === undefined) return false;
			const origin = env.store.get(String(id));
			return origin?.type !== 'custom_audience' || !isUsable(origin, target.accountId);
		},
		'The origin audience does not exist',
		'origin_audience_id',
	),
];

/** The rule as it is kept: text, as the live API gives it back. */
function ruleText(value: Json | undefined): string | undefined {
	if (value === undefined) return undefined;
	return JSON.stringify(Array.isArray(value) ? readValue(value, engagementRule, 'rule') : value);
}

/** ("Ad Account, Custom Audiences") */
function createAudience(call: WriteCall): Written {
	const { env, target, params, now } = call;
	const text = ruleText(params.rule);
	checkRules(audienceRules, call);
	const isList = Array.isArray(params.rule);
	const audience = env.store.insert({
		type: 'custom_audience',
		accountId: target.accountId,
		values: {
			...params,
			...(text === undefined ? {} : { rule: text }),
			account_id: target.accountId,
			approximate_count_lower_bound: UNKNOWN_COUNT,
			approximate_count_upper_bound: UNKNOWN_COUNT,
			delivery_status: { code: 300, description: 'This audience is too small' },
			operation_status: READY,
			subtype: params.subtype ?? (isList ? 'ENGAGEMENT' : 'WEBSITE'),
			time_created: now,
			time_updated: now,
		},
	});
	return { answer: { id: audience.id, message: '' }, node: audience };
}

const list = (account: StoredObject, { env }: View) =>
	env.store.ofType('custom_audience').filter((audience) => isUsable(audience, account.accountId));

export const customAudiencesEdge: EdgeSpec = {
	child: 'custom_audience',
	params: { business_id: id, fetch_primary_audience: bool, pixel_id: id },
	keep: ({ values }, { pixel_id: pixel }) => pixel === undefined || values.pixel_id === pixel,
	list,
	create: { params: audienceCreateParams, run: createAudience },
};

function change({ env, target, params, now }: WriteCall, values: Values): Written {
	env.store.update(target, { ...params, ...values, time_updated: now });
	return { answer: { success: true }, node: target };
}

export const customAudience: ObjectType = {
	nodeType: 'CustomAudience',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	writePermissions: WRITE_ADS,
	defaultFields: ['id'],
	fields: {
		account_id: 'string',
		approximate_count_lower_bound: 'int',
		approximate_count_upper_bound: 'int',
		customer_file_source: 'string',
		data_source: 'object',
		data_source_types: 'string',
		datafile_custom_audience_uploading_status: 'string',
		delete_time: 'int',
		delivery_status: 'object',
		description: 'string',
		excluded_custom_audiences: 'list',
		external_event_source: 'object',
		fields_violating_integrity_policy: 'list',
		household_audience: 'int',
		id: 'id',
		included_custom_audiences: 'list',
		is_eligible_for_sac_campaigns: 'bool',
		is_household: 'bool',
		is_snapshot: 'bool',
		is_value_based: 'bool',
		lookalike_audience_ids: 'list',
		lookalike_spec: 'object',
		name: 'string',
		operation_status: 'object',
		opt_out_link: 'string',
		owner_business: { type: 'node', of: 'business' },
		page_deletion_marked_delete_time: 'int',
		permission_for_actions: 'object',
		pixel_id: 'id',
		regulated_audience_spec: 'object',
		retention_days: 'int',
		rev_share_policy_id: 'id',
		rule: 'string',
		rule_aggregation: 'string',
		rule_v2: 'string',
		seed_audience: 'int',
		sharing_status: 'object',
		subtype: 'string',
		time_content_updated: 'int',
		time_created: 'int',
		time_updated: 'int',
	},
	edges: audienceSharing,
	update: { params: audienceUpdateParams, run: (call) => change(call, {}) },
	remove: { params: {}, run: (call) => change(call, { is_deleted: true }) },
};
