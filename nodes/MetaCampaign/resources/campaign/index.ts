import { defineResource } from '../../../shared/operation/define';
import { copy } from './copy';
import { create } from './create';
import { deleteCampaign } from './delete';
import { deleteMany } from './deleteMany';
import { get } from './get';
import { getAds } from './getAds';
import { getAdSets } from './getAdSets';
import { getMany } from './getMany';
import { activate, archive, pause } from './setStatus';
import { update } from './update';

export const campaign = defineResource({
	name: 'Campaign',
	operations: {
		create,
		get,
		getMany,
		update,
		activate,
		archive,
		copy,
		delete: deleteCampaign,
		deleteMany,
		getAds,
		getAdSets,
		pause,
	},
});
