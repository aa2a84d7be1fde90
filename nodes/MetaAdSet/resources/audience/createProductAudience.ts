import { defineOperation } from '../../../shared/operation/define';
import {
	boolean,
	group,
	keyValue,
	objectId,
	options,
	text,
} from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import {
	catalogKind,
	customAudienceKind,
	plainKind,
	productSetKind,
} from '../../../shared/fields/objectKinds';
import { productEvents } from '../../../shared/fields/productAudience';
import { audienceSubtypes } from './fields';

/**
 * Ad Account, Creating a product audience. No edge is documented that lists such audiences, so a lost
 * answer stays unknown.
 */
export const createProductAudience = defineOperation({
	name: 'Create Product Audience',
	action: 'Create a product audience',
	description: 'Create an audience of people by what they did with the products of a set',
	documents: ['metaAdSet.audience.createProductAudience'],
	request: {
		method: 'POST',
		path: '/act_{ad_account}/product_audiences',
		useCase: 'custom_audience',
		repeat: 'never',
	},
	fields: [
		adAccount(),
		text('name', { required: true, description: 'Name of the audience' }),
		objectId('product_catalog_id', catalogKind, {
			label: 'Catalog',
			to: false,
			description:
				'The catalog to choose a product set from. Not needed when the set is given by its ID.',
		}),
		objectId('product_set_id', productSetKind, {
			label: 'Product Set',
			required: true,
			description: 'The products',
		}),
		productEvents('inclusions', { description: 'Events that bring people into the audience' }),
		productEvents('exclusions', { description: 'Events that take people out of it' }),
	],
	additionalFields: [
		objectId('associated_audience_id', customAudienceKind, { label: 'Associated Audience' }),
		keyValue('creation_params', { label: 'Creation Parameters' }),
		text('description', { description: 'What the audience is for' }),
		boolean('enable_fetch_or_create', {
			label: 'Reuse an Equal Audience',
			description: 'Whether to return an audience that is just like it instead of making another',
		}),
		group(
			'event_sources',
			[
				objectId('id', plainKind, { required: true, description: 'ID of the pixel or app' }),
				options('type', ['pixel', 'app', 'offline_events'], {
					required: true,
					description: 'What it is',
				}),
			],
			{ entryLabel: 'Source', description: 'Where the events come from' },
		),
		text('opt_out_link', { description: 'Address where people can opt out' }),
		objectId('parent_audience_id', customAudienceKind, { label: 'Parent Audience' }),
		options('subtype', audienceSubtypes, { label: 'Kind', description: 'Kind of audience' }),
	],
	output: { kind: 'object', showsSent: true },
});
