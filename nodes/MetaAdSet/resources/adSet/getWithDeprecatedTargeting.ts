import { adAccount } from '../../../shared/fields/adAccount';
import { readableAdSet } from '../../../shared/fields/readable';
import { defineOperation } from '../../../shared/operation/define';
import { options } from '../../../shared/operation/fields';

/** Marketing API Reference, Ad Account edges; Deprecated Targeting Terms. */
export const getWithDeprecatedTargeting = defineOperation({
	name: 'Get With Deprecated Targeting',
	action: 'Get ad sets with deprecated targeting',
	description: 'List the ad sets whose targeting has options that Meta takes away',
	documents: ['metaAdSet.adSet.getWithDeprecatedTargeting'],
	request: { method: 'GET', path: '/act_{ad_account}/deprecatedtargetingadsets' },
	fields: [adAccount()],
	additionalFields: [
		options(
			'type',
			[
				{
					value: 'deprecating',
					name: 'Deprecating',
					description: 'They still deliver, but cannot be changed or copied as they are',
				},
				{
					value: 'delivery_paused',
					name: 'Delivery Paused',
					description: 'Meta stopped them for options that no longer exist',
				},
			],
			{ description: 'Which of the ad sets with outdated targeting to list' },
		),
	],
	output: { kind: 'list', readable: readableAdSet },
});
