import { defineOperation } from '../../../shared/operation/define';
import { multiOptions, objectId, text } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import { pageKind } from '../../../shared/fields/objectKinds';

/** Ad Account Ad Place Page Sets. Such sets cannot be read, so a lost answer stays unknown. */
export const create = defineOperation({
	name: 'Create',
	action: 'Create a place page set',
	description: 'Create a set of the location Pages of a main Page, to target ads around them',
	documents: ['metaAdSet.adPlacePageSet.create'],
	request: { method: 'POST', path: '/act_{ad_account}/ad_place_page_sets', repeat: 'never' },
	fields: [
		adAccount(),
		text('name', { required: true, description: 'Name by which you find the set of Pages again' }),
		objectId('parent_page', pageKind, {
			label: 'Main Page',
			required: true,
			description: 'The published Page that all location Pages belong to',
		}),
	],
	additionalFields: [
		multiOptions('location_types', ['recent', 'home'], {
			description: 'Whether people live near the places or were there lately',
		}),
	],
	output: { kind: 'object', showsSent: true },
});
