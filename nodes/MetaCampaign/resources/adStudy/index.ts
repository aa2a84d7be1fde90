import { defineResource } from '../../../shared/operation/define';
import { create } from './create';
import { getMany } from './getMany';

export const adStudy = defineResource({
	name: 'Ad Study',
	description: 'Split tests of ad sets or campaigns',
	operations: { create, getMany },
});
