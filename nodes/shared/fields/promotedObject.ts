import { object, objectId, options, text } from '../operation/fields';
import type { Field } from '../operation/types';
import {
	applicationKind,
	catalogKind,
	pageKind,
	pixelKind,
	plainKind,
	productSetKind,
} from './objectKinds';

/** Standard events that can be promoted. */
export const customEventTypes = [
	'PURCHASE',
	'ADD_TO_CART',
	'ADD_PAYMENT_INFO',
	'ADD_TO_WISHLIST',
	'COMPLETE_REGISTRATION',
	'CONTENT_VIEW',
	'DONATE',
	'INITIATED_CHECKOUT',
	'OTHER',
	'SEARCH',
	'START_TRIAL',
	'SUBSCRIBE',
];

/** What a campaign or ad set promotes. */
export function promotedObject(): Field {
	return object(
		'promoted_object',
		[
			objectId('application_id', applicationKind, { description: 'App that is promoted' }),
			options('custom_event_type', customEventTypes, {
				description: 'Event that people should perform',
			}),
			text('custom_event_str', {
				label: 'Custom Event Name',
				description: 'Name of a custom event, when the event type is Other',
			}),
			objectId('event_id', plainKind, { description: 'Facebook event that is promoted' }),
			text('object_store_url', {
				label: 'App Store URL',
				description: 'Address of the app in its store',
				placeholder: 'e.g. https://apps.apple.com/app/id1234567890',
			}),
			objectId('offline_conversion_data_set_id', plainKind, {
				label: 'Offline Data Set ID',
				description: 'Data set of offline conversions',
			}),
			objectId('page_id', pageKind, { description: 'Page that is promoted' }),
			objectId('pixel_id', pixelKind, { description: 'Pixel that measures conversions' }),
			objectId('product_catalog_id', catalogKind, {
				label: 'Catalog ID',
				description: 'Catalog or catalog segment whose products are promoted',
			}),
			objectId('product_set_id', productSetKind, { description: 'Product set that is promoted' }),
		],
		{ description: 'What is promoted', wholeAsJson: true },
	);
}
