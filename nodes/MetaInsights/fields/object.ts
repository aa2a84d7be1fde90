import { byUse, objectId, options, textList } from '../../shared/operation/fields';
import type { RuleOn, Values } from '../../shared/operation/types';
import { adAccountKind, adKind, campaignKind, adSetKind } from '../../shared/fields/objectKinds';

/** The field that names the object, by what the report is on. */
const FIELD_OF: Record<string, string> = {
	account: 'ad_account',
	campaign: 'campaign_id',
	adset: 'adset_id',
	ad: 'ad_id',
	ids: 'object_ids',
};

const OBJECT_ID = /^(act_)?\d+$/;

/** What a report is on: an object from a picker, or one or many by their IDs. */
export const objectFields = [
	options(
		'report_on',
		byUse({
			common: [
				{ value: 'account', name: 'Ad Account' },
				{ value: 'campaign', name: 'Campaign' },
				{ value: 'adset', name: 'Ad Set' },
				{ value: 'ad', name: 'Ad' },
				{ value: 'ids', name: 'Other Objects, or Several, by ID' },
			],
		}),
		{
			label: 'Report On',
			description:
				'Object whose results to report; a campaign can be broken down to its ads by Level',
			to: false,
		},
	),
	objectId('ad_account', adAccountKind, {
		to: false,
		description:
			'The ad account to report on, or to choose from. Not needed when an object is given by its ID.',
	}),
	objectId('campaign_id', campaignKind, {
		label: 'Campaign',
		to: false,
		description: 'Campaign whose results to report, from the list, by ID or address',
		showWhen: { report_on: ['campaign'] },
	}),
	objectId('adset_id', adSetKind, {
		label: 'Ad Set',
		to: false,
		description: 'Ad set whose results to report, from the list, by ID or address',
		showWhen: { report_on: ['adset'] },
	}),
	objectId('ad_id', adKind, {
		label: 'Ad',
		to: false,
		description:
			'Ad whose results to report, which may be deleted; from the list, by ID or address',
		showWhen: { report_on: ['ad'] },
	}),
	textList('object_ids', {
		label: 'Object IDs',
		placeholder: 'e.g. act_1234567890, 120210000000000001',
		description: 'IDs of ad accounts (act_...), campaigns, ad sets or ads, separated by commas',
		to: false,
		showWhen: { report_on: ['ids'] },
	}),
];

/** The objects of a report as they stand in paths: `act_1`, `120210000000000001`. */
export function objectsOf(values: Values): string[] {
	const on = String(values.report_on ?? 'account');
	const given = values[FIELD_OF[on]];
	if (given === undefined) return [];
	if (Array.isArray(given)) return given.map(String);
	return [on === 'account' ? `act_${String(given)}` : String(given)];
}

/** The object has to be named, each by an ID. */
export const objectIsGiven: Array<RuleOn<'report_on'>> = [
	{
		when: (values) => objectsOf(values).length === 0 && [fieldNameOf(values)],
		message: 'is required',
	},
	{
		when: (values) => wrongId(values) !== undefined && [fieldNameOf(values)],
		message: (values) => `must be digits, or act_ with digits (given: "${wrongId(values)}")`,
	},
];

function fieldNameOf({ report_on: on = 'account' }: Values): string {
	return FIELD_OF[String(on)];
}

function wrongId(values: Values): string | undefined {
	return objectsOf(values).find((id) => !OBJECT_ID.test(id));
}
