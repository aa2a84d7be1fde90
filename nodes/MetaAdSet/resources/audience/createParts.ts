import {
	boolean,
	byUse,
	collection,
	entityList,
	group,
	integer,
	number,
	object,
	objectId,
	options,
	text,
	textList,
} from '../../../shared/operation/fields';
import type { Field } from '../../../shared/operation/types';
import { customAudienceKind, plainKind } from '../../../shared/fields/objectKinds';
import { interestKind, regionKind } from '../../../shared/fields/targetingKinds';

/** What people did (Video Ads, Remarketing; Collection Ads, Create Engagement Audiences). */
const engagementEvents = byUse({
	common: [
		{ value: 'video_watched', name: 'Video: Watched for 3 Seconds' },
		{ value: 'video_view_10s', name: 'Video: Watched for 10 Seconds' },
		{ value: 'video_view_15s', name: 'Video: Watched for 15 Seconds' },
		{ value: 'video_view_25_percent', name: 'Video: Watched by 25 Percent' },
		{ value: 'video_view_50_percent', name: 'Video: Watched by 50 Percent' },
		{ value: 'video_view_75_percent', name: 'Video: Watched by 75 Percent' },
		{ value: 'video_completed', name: 'Video: Watched by 95 Percent' },
		{ value: 'instant_shopping_document_open', name: 'Instant Experience: Opened' },
		{ value: 'instant_shopping_element_click', name: 'Instant Experience: Link Clicked' },
	],
});

/** People who did something with a video or an Instant Experience; any of the entries counts. */
export function engagementRule(showWhen: Field['showWhen']) {
	return group(
		'rule',
		[
			objectId('object_id', plainKind, {
				label: 'Video or Instant Experience ID',
				required: true,
				description: 'ID of the video or Instant Experience that people did something with',
			}),
			options('event_name', engagementEvents, {
				label: 'Event',
				required: true,
				description: 'What people did with the video or Instant Experience',
			}),
		],
		{
			entryLabel: 'Event',
			showWhen,
			description:
				'What brings people into the audience. A rule in another form goes into Additional Parameters.',
		},
	);
}

/** How like the people of another audience (Lookalike Audiences). */
export function lookalikeSpec(showWhen: Field['showWhen']) {
	return object(
		'lookalike_spec',
		[
			boolean('allow_international_seeds', {
				description: 'Whether people elsewhere may be found by people of other countries',
			}),
			text('country', {
				placeholder: 'e.g. US',
				description: 'Code of the country to look for people in, two letters',
			}),
			boolean('is_financial_service', {
				label: 'Financial Service',
				description: 'Whether the audience is for ads about financial services',
			}),
			number('ratio', {
				min: 0.01,
				max: 0.2,
				description:
					'Share of the people of the country: 0.01 is the most alike percent, 0.20 the widest',
			}),
			number('starting_ratio', {
				min: 0,
				max: 0.19,
				description:
					'Share at which to start, to leave the most alike out; must be below the ratio',
			}),
			options('type', ['similarity', 'reach', 'custom_ratio'], {
				description: 'Whether to find few people who are much alike or many who are less so',
			}),
		],
		{
			label: 'Lookalike',
			showWhen,
			description: 'How like the origin audience people are to be, and in which country',
			wholeAsJson: true,
		},
	);
}

/** The audience that others are to be like. */
export function originAudience(showWhen: Field['showWhen']) {
	return objectId('origin_audience_id', customAudienceKind, {
		label: 'Origin Audience',
		showWhen,
		description:
			'Audience that the people are to be like; it needs at least 100 people of one country',
	});
}

/** As the Reels guide sends it (Reels Ads, Target Definition); others go in as JSON. */
export function audienceTargeting() {
	return collection(
		'targeting_spec',
		[
			integer('age_min', {
				label: 'Minimum Age',
				min: 13,
				max: 65,
				default: 18,
				description: 'Youngest people of the audience, from 13 on',
			}),
			integer('age_max', {
				label: 'Maximum Age',
				min: 13,
				max: 65,
				default: 65,
				description: 'Oldest people of the audience; 65 includes everybody older',
			}),
			collection(
				'geo_locations',
				[
					textList('countries', {
						placeholder: 'e.g. US, CA',
						description: 'Codes of the countries in which people are, separated by commas',
					}),
					entityList('regions', regionKind, {
						key: 'key',
						entryLabel: 'Region',
						description: 'States, provinces and other regions in which people are',
					}),
				],
				{ label: 'Locations', description: 'Countries and regions in which people are' },
			),
			entityList('interests', interestKind, {
				entryLabel: 'Interest',
				description: 'Interests, of which people have at least one',
			}),
		],
		{
			label: 'Targeting',
			description: 'Ages, places and interests of the people of the audience',
			wholeAsJson: true,
		},
	);
}
