import { sumBy } from 'lodash';

import type { GraphValue } from '../../../shared/graph/types';
import { defineOperation } from '../../../shared/operation/define';
import {
	dateTime,
	group,
	integer,
	objectId,
	objectIdList,
	options,
	text,
} from '../../../shared/operation/fields';
import type { RuleOn } from '../../../shared/operation/types';
import { entriesOf, inOrder, membersOf } from '../../../shared/fields/rules';
import { adSetKind, businessKind, campaignKind } from '../../../shared/fields/objectKinds';

/** Split Testing, limits of a study. */
const MAX_CELLS = 150;
const MAX_ENTITIES_PER_CELL = 100;

const cellsAddUp: RuleOn<'cells'> = {
	at: 'cells',
	when: ({ cells }) => totalOf(cells) > 100,
	message: ({ cells }) => `have ${totalOf(cells)} percent of the audience in all, more than 100`,
};

function totalOf(cells: GraphValue | undefined): number {
	return sumBy(entriesOf(cells).map(membersOf), ({ treatment_percentage: share }) => Number(share));
}

const cellsHoldEntities: RuleOn<'cells'> = {
	at: 'cells',
	when: ({ cells }) => {
		const empty = entriesOf(cells)
			.map(membersOf)
			.findIndex(({ adsets, campaigns }) => adsets === undefined && campaigns === undefined);
		return empty < 0 ? undefined : [empty];
	},
	message: 'needs ad sets or campaigns',
};

/** Split Testing. */
export const create = defineOperation({
	name: 'Create',
	action: 'Create an ad study',
	description: 'Create a split test of ad sets or campaigns',
	documents: ['metaCampaign.adStudy.create'],
	request: { method: 'POST', path: '/{business_id}/ad_studies' },
	fields: [
		objectId('business_id', businessKind, {
			label: 'Business',
			required: true,
			to: false,
			description: 'Business in Meta Business Suite that runs the test and owns its results',
		}),
		text('name', {
			required: true,
			description: 'Name by which to find the test and its results again',
		}),
		options('type', [{ value: 'SPLIT_TEST', name: 'Split Test' }], {
			required: true,
			description: 'Kind of study. Only split tests can be created through the API.',
		}),
		dateTime('start_time', {
			format: 'unix',
			required: true,
			description: 'When people begin to be divided among the groups',
		}),
		dateTime('end_time', {
			format: 'unix',
			required: true,
			description: 'When the test ends and its groups can be compared',
		}),
		group(
			'cells',
			[
				text('name', {
					required: true,
					description: 'Name of the group, by which results are told apart',
				}),
				integer('treatment_percentage', {
					required: true,
					min: 1,
					max: 100,
					description:
						'Share of the audience that this group gets, in percent; 100 in all groups together at most',
				}),
				objectIdList('adsets', adSetKind, {
					label: 'Ad Set IDs',
					max: MAX_ENTITIES_PER_CELL,
					description: 'IDs of the ad sets that this group sees, separated by commas',
				}),
				objectIdList('campaigns', campaignKind, {
					label: 'Campaign IDs',
					max: MAX_ENTITIES_PER_CELL,
					description: 'IDs of the campaigns that this group sees, separated by commas',
				}),
			],
			{
				entryLabel: 'Cell',
				max: MAX_CELLS,
				required: true,
				description: 'Groups that are compared with each other; no person is in two of them',
			},
		),
	],
	additionalFields: [
		text('description', {
			description: 'What the test is to find out, for those who read its results',
		}),
	],
	rules: [inOrder('start_time', 'end_time'), cellsAddUp, cellsHoldEntities],
	output: { kind: 'object', showsSent: true },
});
