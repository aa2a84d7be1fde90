import { labelOf } from '../../shared/operation/naming';
import { objectId, options, textList } from '../../shared/operation/fields';
import type { Check, Field, Values } from '../../shared/operation/types';
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
export const objectFields: Field[] = [
	options(
		'report_on',
		[
			{ value: 'account', name: 'Ad Account' },
			{ value: 'campaign', name: 'Campaign' },
			{ value: 'adset', name: 'Ad Set' },
			{ value: 'ad', name: 'Ad' },
			{ value: 'ids', name: 'Other Objects, or Several, by ID' },
		],
		{ label: 'Report On', description: 'What the report is about', place: 'local' },
	),
	objectId('ad_account', adAccountKind, {
		place: 'local',
		description:
			'The ad account to report on, or to choose from. Not needed when an object is given by its ID.',
	}),
	objectId('campaign_id', campaignKind, {
		label: 'Campaign',
		place: 'local',
		description: 'The campaign to report on',
		showWhen: { report_on: ['campaign'] },
	}),
	objectId('adset_id', adSetKind, {
		label: 'Ad Set',
		place: 'local',
		description: 'The ad set to report on',
		showWhen: { report_on: ['adset'] },
	}),
	objectId('ad_id', adKind, {
		label: 'Ad',
		place: 'local',
		description: 'The ad to report on; may be deleted',
		showWhen: { report_on: ['ad'] },
	}),
	textList('object_ids', {
		label: 'Object IDs',
		placeholder: 'e.g. act_1234567890, 120210000000000001',
		description: 'IDs of ad accounts (act_...), campaigns, ad sets or ads, separated by commas',
		place: 'local',
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
export const objectIsGiven: Check = (values) => {
	const name = FIELD_OF[String(values.report_on ?? 'account')];
	const field = { campaign_id: 'Campaign', adset_id: 'Ad Set', ad_id: 'Ad' }[name] ?? labelOf(name);
	const objects = objectsOf(values);
	if (objects.length === 0) return { field, message: 'is required' };
	const wrong = objects.find((id) => !OBJECT_ID.test(id));
	return wrong === undefined
		? undefined
		: { field, message: `must be digits, or act_ with digits (given: "${wrong}")` };
};
