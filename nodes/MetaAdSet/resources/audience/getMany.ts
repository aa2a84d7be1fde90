import { defineOperation } from '../../../shared/operation/define';
import { boolean, objectId } from '../../../shared/operation/fields';
import { adAccount } from '../../../shared/fields/adAccount';
import { pixelKind } from '../../../shared/fields/objectKinds';
import { readableAudience } from './fields';
import { audienceFilters } from './filtering';

/** Marketing API Reference, Ad Account edges; Ad Account Customaudiences, Reading. */
export const getMany = defineOperation({
	name: 'Get Many',
	action: 'Get many custom audiences',
	description: 'List the custom audiences that an ad account owns or shares',
	documents: ['metaAdSet.audience.getMany'],
	request: {
		method: 'GET',
		path: '/act_{ad_account}/customaudiences',
		useCase: 'custom_audience',
	},
	fields: [adAccount()],
	additionalFields: [
		boolean('fetch_primary_audience', {
			description: 'Whether to return the primary audiences of the ad account too',
		}),
		...audienceFilters(),
		objectId('pixel_id', pixelKind, {
			label: 'Pixel',
			description: 'Only audiences that were made from events of this pixel',
		}),
	],
	output: { kind: 'list', readable: readableAudience },
});
