import { byUse, objectId, objectIdList } from '../../../shared/operation/fields';
import type { ReadableObject } from '../../../shared/operation/types';
import { adAccountKind, customAudienceKind } from '../../../shared/fields/objectKinds';

/** The audience that a request is about: `/{custom_audience_id}...`. */
export function customAudienceId() {
	return objectId('custom_audience_id', customAudienceKind, {
		label: 'Audience',
		required: true,
		to: false,
		description: 'Custom audience that the operation is about, from the list or by its ID',
	});
}

/** Recipients of an audience, or those who lose it. */
export function recipients(description: string) {
	return objectIdList('adaccounts', adAccountKind, {
		label: 'Ad Accounts',
		required: true,
		description,
	});
}

/** Kinds of audiences (Ad Account Product Audiences). */
export const audienceSubtypes = byUse({
	common: ['CUSTOM', 'WEBSITE', 'APP', 'ENGAGEMENT', 'VIDEO', 'LOOKALIKE', 'OFFLINE_CONVERSION'],
	others: [
		'BAG_OF_ACCOUNTS',
		'BIDDING',
		'CLAIM',
		'EXCLUSION',
		'FOX',
		'MANAGED',
		'MEASUREMENT',
		'MESSENGER_SUBSCRIBER_LIST',
		'PARTNER',
		'PRIMARY',
		'REGULATED_CATEGORIES_AUDIENCE',
		'STUDY_RULE_AUDIENCE',
	],
});

/** What can be read of a custom audience. */
export const readableAudience: ReadableObject = {
	simplified: [
		'id',
		'name',
		'subtype',
		'description',
		'approximate_count_lower_bound',
		'approximate_count_upper_bound',
		'delivery_status',
		'operation_status',
		'time_created',
		'time_updated',
	],
	fields: [
		{ name: 'account_id' },
		{ name: 'approximate_count_lower_bound', description: 'People in it, at least' },
		{ name: 'approximate_count_upper_bound', description: 'People in it, at most' },
		{ name: 'customer_file_source' },
		{ name: 'data_source' },
		{ name: 'delete_time' },
		{ name: 'delivery_status', description: 'Whether ads can be shown to it' },
		{ name: 'description' },
		{ name: 'external_event_source' },
		{ name: 'id' },
		{ name: 'is_value_based' },
		{ name: 'lookalike_audience_ids' },
		{ name: 'lookalike_spec' },
		{ name: 'name' },
		{ name: 'operation_status', description: 'What Meta is doing with it, or holds against it' },
		{ name: 'opt_out_link' },
		{ name: 'permission_for_actions' },
		{ name: 'pixel_id' },
		{ name: 'retention_days' },
		{ name: 'rule' },
		{ name: 'rule_aggregation' },
		{ name: 'sharing_status' },
		{ name: 'subtype' },
		{ name: 'time_content_updated' },
		{ name: 'time_created' },
		{ name: 'time_updated' },
	],
};

/** What can be read of a saved audience. */
export const readableSavedAudience: ReadableObject = {
	simplified: [
		'id',
		'name',
		'approximate_count_lower_bound',
		'approximate_count_upper_bound',
		'run_status',
		'targeting',
		'time_created',
		'time_updated',
	],
	fields: [
		{ name: 'account' },
		{ name: 'approximate_count_lower_bound', description: 'People in it, at least' },
		{ name: 'approximate_count_upper_bound', description: 'People in it, at most' },
		{ name: 'delete_time' },
		{ name: 'description' },
		{ name: 'id' },
		{ name: 'name' },
		{ name: 'operation_status' },
		{ name: 'permission_for_actions' },
		{ name: 'run_status' },
		{ name: 'sentence_lines', description: 'The targeting in words' },
		{ name: 'targeting' },
		{ name: 'time_created' },
		{ name: 'time_updated' },
	],
};
