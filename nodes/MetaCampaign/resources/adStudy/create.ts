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
import type { Check } from '../../../shared/operation/types';
import { inOrder } from '../../../shared/fields/checks';
import { adSetKind, businessKind, campaignKind } from '../../../shared/fields/objectKinds';

/** Split Testing, limits of a study. */
const MAX_CELLS = 150;
const MAX_ENTITIES_PER_CELL = 100;

interface Cell {
	treatment_percentage: number;
	adsets?: string[];
	campaigns?: string[];
}

const cellsAddUp: Check = ({ cells }) => {
	const total = (cells as unknown as Cell[]).reduce(
		(sum, { treatment_percentage: share }) => sum + share,
		0,
	);
	return total > 100
		? { field: 'Cells', message: `have ${total} percent of the audience in all, more than 100` }
		: undefined;
};

const cellsHoldEntities: Check = ({ cells }) => {
	const empty = (cells as unknown as Cell[]).findIndex(
		({ adsets, campaigns }) => !adsets && !campaigns,
	);
	return empty < 0
		? undefined
		: { field: `Cells ${empty + 1}`, message: 'needs ad sets or campaigns' };
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
			place: 'path',
			description: 'The business that runs the test',
		}),
		text('name', { required: true, description: 'Name of the test' }),
		options('type', [{ value: 'SPLIT_TEST', name: 'Split Test' }], {
			required: true,
			description: 'Kind of study',
		}),
		dateTime('start_time', { format: 'unix', required: true, description: 'When the test starts' }),
		dateTime('end_time', { format: 'unix', required: true, description: 'When the test ends' }),
		group(
			'cells',
			[
				text('name', { required: true, description: 'Name of the group' }),
				integer('treatment_percentage', {
					required: true,
					min: 1,
					max: 100,
					description: 'Share of the audience that this group gets',
				}),
				objectIdList('adsets', adSetKind, {
					label: 'Ad Set IDs',
					max: MAX_ENTITIES_PER_CELL,
					description: 'Ad sets of this group, separated by commas',
				}),
				objectIdList('campaigns', campaignKind, {
					label: 'Campaign IDs',
					max: MAX_ENTITIES_PER_CELL,
					description: 'Campaigns of this group, separated by commas',
				}),
			],
			{
				entryLabel: 'Cell',
				max: MAX_CELLS,
				required: true,
				description: 'Groups of the test; no person is in two of them',
			},
		),
	],
	additionalFields: [text('description', { description: 'What the test is for' })],
	checks: [inOrder('start_time', 'end_time'), cellsAddUp, cellsHoldEntities],
	output: { kind: 'object' },
});
