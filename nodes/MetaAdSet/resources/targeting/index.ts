import { defineResource } from '../../../shared/operation/define';
import { browse } from './browse';
import { getBroadCategories } from './getBroadCategories';
import { getDeliveryEstimate } from './getDeliveryEstimate';
import { getReachEstimate } from './getReachEstimate';
import { search } from './search';
import { searchUnified } from './searchUnified';
import { suggest } from './suggest';
import { validate } from './validate';

export const targeting = defineResource({
	name: 'Targeting',
	description: 'What ads can be targeted by, and how many people that reaches',
	operations: {
		search,
		searchUnified,
		browse,
		suggest,
		validate,
		getBroadCategories,
		getReachEstimate,
		getDeliveryEstimate,
	},
});
