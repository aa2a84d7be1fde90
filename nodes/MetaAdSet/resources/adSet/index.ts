import { defineResource } from '../../../shared/operation/define';
import { copy } from './copy';
import { create } from './create';
import { deleteAdSet } from './delete';
import { get } from './get';
import { getActivities } from './getActivities';
import { getAds } from './getAds';
import { getCreatives } from './getCreatives';
import { getMany } from './getMany';
import { getWithDeprecatedTargeting } from './getWithDeprecatedTargeting';
import { activate, archive, pause } from './setStatus';
import { update } from './update';

export const adSet = defineResource({
	name: 'Ad Set',
	operations: {
		create,
		get,
		getMany,
		update,
		activate,
		archive,
		copy,
		delete: deleteAdSet,
		getActivities,
		getAds,
		getCreatives,
		getWithDeprecatedTargeting,
		pause,
	},
});
