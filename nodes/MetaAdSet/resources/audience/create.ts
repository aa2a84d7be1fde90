import { pick } from 'lodash';

import { defineOperation } from '../../../shared/operation/define';
import { boolean, byUse, integer, options, text } from '../../../shared/operation/fields';
import { findByContents } from '../../../shared/operation/findWritten';
import { adAccount } from '../../../shared/fields/adAccount';
import { lookalikesHaveOrigin, rulesAreGiven } from './rules';
import { audienceSubtypes } from './fields';
import { audienceTargeting, engagementRule, lookalikeSpec, originAudience } from './createParts';

/** The rule tells what kind of audience it is. */
const BY_RULE = '';

const FORMS_OF_THEIR_OWN = ['CUSTOM', 'ENGAGEMENT', 'LOOKALIKE'];
const otherKinds = audienceSubtypes
	.map(({ value }) => value)
	.filter((value) => !FORMS_OF_THEIR_OWN.includes(value));

/** Ad Optimization Endpoints; Video Ads, Remarketing; Collection Ads, Create Engagement Audiences. */
export const create = defineOperation({
	name: 'Create',
	action: 'Create a custom audience',
	description: 'Create a custom audience in an ad account',
	documents: [
		'metaAdSet.audience.create',
		'metaAdSet.customAudience.create.custom',
		'metaAdSet.customAudience.create.videoEngagement',
		'metaAdSet.customAudience.create.instantExperienceEngagement',
	],
	request: {
		method: 'POST',
		path: '/act_{ad_account}/customaudiences',
		useCase: 'custom_audience',
		findWritten: (values) =>
			findByContents({
				path: `/act_${String(values.ad_account)}/customaudiences`,
				parameters: {
					filtering: [{ field: 'name', operator: 'CONTAIN', value: String(values.name) }],
				},
				createdField: 'time_created',
				key: pick(values, ['name', 'subtype']),
				contents: pick(values, ['description', 'customer_file_source', 'retention_days']),
				toReply: (id) => ({ id }),
			}),
	},
	fields: [
		adAccount(),
		text('name', {
			required: true,
			description: 'Name by which you find the audience again in Ads Manager',
		}),
		options(
			'subtype',
			byUse({
				common: [
					{
						value: 'CUSTOM',
						name: 'Customer List',
						description: 'People you know already; they are added afterwards',
					},
					{
						value: 'ENGAGEMENT',
						name: 'Engagement',
						description: 'People who did something with a video',
					},
					{
						value: 'LOOKALIKE',
						name: 'Lookalike',
						description: 'People like those of an audience',
					},
					{
						value: BY_RULE,
						name: 'By Its Rule',
						description: 'People who did something with an Instant Experience, or any other rule',
					},
				],
				others: otherKinds,
			}),
			{
				grows: true,
				label: 'Kind',
				description: 'Where the people of the audience come from, which decides the fields below',
			},
		),
		options(
			'customer_file_source',
			[
				{ value: '', name: 'Choose What Is True' },
				{ value: 'USER_PROVIDED_ONLY', name: 'Customers and Partners Gave Them to You' },
				{ value: 'PARTNER_PROVIDED_ONLY', name: 'Partners Gave Them to You' },
				{ value: 'BOTH_USER_AND_PARTNER_PROVIDED', name: 'Both' },
			],
			{
				required: true,
				showWhen: { subtype: ['CUSTOM'] },
				description: "How you came by the data of the customers, as Meta's terms ask you to say",
			},
		),
		engagementRule({ subtype: ['ENGAGEMENT', BY_RULE, ...otherKinds] }),
		originAudience({ subtype: ['LOOKALIKE'] }),
		lookalikeSpec({ subtype: ['LOOKALIKE'] }),
	],
	additionalFields: [
		text('description', {
			description: 'What the audience is for, for those who choose it in Ads Manager',
		}),
		boolean('enable_fetch_or_create', {
			label: 'Reuse an Equal Audience',
			description: 'Whether to return an audience that is just like it instead of making another',
		}),
		boolean('is_value_based', {
			label: 'Value-Based',
			description: 'Whether each person comes with a value, for lookalikes of the most valuable',
		}),
		text('opt_out_link', {
			description: 'Address of a page where people can have themselves taken off the list',
		}),
		boolean('prefill', {
			description: 'Whether people who did it before the audience existed are in it too',
		}),
		integer('retention_days', {
			min: 1,
			default: 30,
			description: 'Days that people stay in the audience after what they did',
		}),
		audienceTargeting(),
	],
	rules: [rulesAreGiven, ...lookalikesHaveOrigin],
	output: { kind: 'object', showsSent: true },
});
