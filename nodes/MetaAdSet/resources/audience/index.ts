import { defineResource } from '../../../shared/operation/define';
import { create } from './create';
import { createProductAudience } from './createProductAudience';
import { getMany } from './getMany';
import { getSaved } from './getSaved';
import { getTermsOfService } from './getTermsOfService';
import { share } from './share';
import { unshare } from './unshare';

export const audience = defineResource({
	name: 'Audience',
	description: 'People that ads can be shown to, known from customer lists or by what they did',
	operations: {
		getMany,
		create,
		createProductAudience,
		getSaved,
		getTermsOfService,
		share,
		unshare,
	},
});
