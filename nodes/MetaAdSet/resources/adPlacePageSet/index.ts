import { defineResource } from '../../../shared/operation/define';
import { create } from './create';

export const adPlacePageSet = defineResource({
	name: 'Place Page Set',
	description: 'Pages of the places of a business, to target ads around them',
	operations: { create },
});
