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
		text('name', {
			required: true,
			description: 'Name by which you find the audience again in Ads Manager',
		}),
		objectId('product_catalog_id', catalogKind, {
			label: 'Catalog',
			to: false,
			description:
				'The catalog to choose a product set from. Not needed when the set is given by its ID.',
		}),
		objectId('product_set_id', productSetKind, {
			label: 'Product Set',
			required: true,
			description: 'Products of a catalog that the events are about',
		}),
		productEvents('inclusions', {
			description: 'Events that bring people into the audience; any of them is enough',
		}),
		productEvents('exclusions', {
			description: 'Events that take people out of it again, such as a purchase',
		}),
	],
	additionalFields: [
		objectId('associated_audience_id', customAudienceKind, {
			label: 'Associated Audience',
			description: 'Custom audience that belongs to this one, from the list or by its ID',
		}),
		keyValue('creation_params', {
			label: 'Creation Parameters',
			description: 'Further settings of how the audience is made, by their names in the API',
		}),
		text('description', {
			description: 'What the audience is for, for those who choose it in Ads Manager',
		}),
		boolean('enable_fetch_or_create', {
			label: 'Reuse an Equal Audience',
			description: 'Whether to return an audience that is just like it instead of making another',
		}),
		group(
			'event_sources',
			[
				objectId('id', plainKind, {
					required: true,
					description: 'ID of the pixel, app or set of offline events',
				}),
				options('type', ['pixel', 'app', 'offline_events'], {
					required: true,
					description: 'Whether the source is a website, an app or a set of offline events',
				}),
			],
			{
				entryLabel: 'Source',
				description: 'Pixels, apps and sets of offline events that the events come from',
			},
		),
		text('opt_out_link', {
			description: 'Address of a page where people can have themselves taken off the list',
		}),
		objectId('parent_audience_id', customAudienceKind, {
			label: 'Parent Audience',
			description: 'Custom audience that this one is derived from, from the list or by its ID',
		}),
		options('subtype', audienceSubtypes, {
			grows: true,
			label: 'Kind',
			description: 'Kind of audience, as the API tells audiences apart',
		}),
	],
	output: { kind: 'object', showsSent: true },
});
