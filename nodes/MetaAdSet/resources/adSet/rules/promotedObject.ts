import { entriesOf, membersOf } from '../../../../shared/fields/rules';
import type { GraphParameters } from '../../../../shared/graph/types';
import type { AdSetRule, AdSetValues, NewAdSetRule, NewAdSetValues } from './values';

const APP = ['application_id', 'object_store_url'];

/** What is promoted, by goal and by objective (Ad Account Adsets, `promoted_object`). */
const NEEDED_BY_GOAL: Record<string, string[]> = {
	APP_INSTALLS: APP,
	LEAD_GENERATION: ['page_id'],
	PAGE_LIKES: ['page_id'],
};
const NEEDED_BY_OBJECTIVE: Record<string, string[]> = {
	APP_INSTALLS: APP,
	CONVERSIONS: ['pixel_id'],
	OFFER_CLAIMS: ['page_id'],
	PAGE_LIKES: ['page_id'],
	PRODUCT_CATALOG_SALES: ['product_set_id'],
};

/** Members that do as well: other things that are measured, several stores or conversion locations. */
const STAND_INS: Record<string, string[]> = {
	application_id: ['omnichannel_object'],
	object_store_url: ['object_store_urls', 'omnichannel_object'],
	pixel_id: [
		'application_id',
		'custom_conversion_id',
		'event_id',
		'offline_conversion_data_set_id',
		'omnichannel_object',
		'product_set_id',
	],
};

/** What the rules need to know. */
type PromotingValues = Pick<AdSetValues, 'optimization_goal' | 'promoted_object'> &
	Partial<Pick<NewAdSetValues, 'campaign_spec'>>;

function missingMember(values: PromotingValues): string | undefined {
	const { objective } = membersOf(values.campaign_spec);
	const needed = [
		...(NEEDED_BY_GOAL[String(values.optimization_goal)] ?? []),
		...(NEEDED_BY_OBJECTIVE[String(objective)] ?? []),
	];
	const given = membersOf(values.promoted_object);
	return needed.find((name) =>
		[name, ...(STAND_INS[name] ?? [])].every((each) => given[each] === undefined),
	);
}

const LACKS_WHAT_IS_NEEDED = {
	at: 'promoted_object' as const,
	message: (values: PromotingValues) =>
		`must have {promoted_object.${missingMember(values)}} for this optimization goal or objective`,
};

function promoted({ promoted_object: object }: AdSetValues): GraphParameters {
	return membersOf(object);
}

function omnichannel(values: AdSetValues): GraphParameters {
	return membersOf(promoted(values).omnichannel_object);
}

/** Events that the apps and pixels are to count. */
function eventsOf({ app, pixel }: GraphParameters): Set<unknown> {
	const parts = [...entriesOf(app), ...entriesOf(pixel)] as GraphParameters[];
	return new Set(parts.map(({ custom_event_type: event }) => event));
}

function hasShop(values: AdSetValues): boolean {
	return JSON.stringify(promoted(values)).includes('"commerce_merchant_settings_id"');
}

/** Ad Account Adsets; Cross-Channel Conversion Optimization; Shops Ads. */
const WHEN_GIVEN: AdSetRule[] = [
	{
		at: ['promoted_object', 'custom_event_str'],
		when: (values) => {
			const { custom_event_str: name, custom_event_type: type } = promoted(values);
			return name !== undefined && type !== undefined && type !== 'OTHER';
		},
		message: 'needs the custom event type Other',
	},
	{
		at: ['promoted_object', 'pixel_rule'],
		when: (values) => {
			const { pixel_rule: rule, pixel_id: pixel } = promoted(values);
			return rule !== undefined && pixel === undefined;
		},
		message: 'needs a pixel',
	},
	{
		at: ['promoted_object', 'omnichannel_object'],
		when: (values) => {
			const { app, pixel, onsite } = omnichannel(values);
			return (app !== undefined || onsite !== undefined) && pixel === undefined;
		},
		message: 'needs a pixel: the website is always one of the conversion locations',
	},
	{
		at: ['promoted_object', 'omnichannel_object'],
		when: (values) => {
			const { app, pixel, ...others } = omnichannel(values);
			return pixel !== undefined && app === undefined && Object.keys(others).length === 0;
		},
		message: 'needs an app or a shop besides the pixel',
	},
	{
		at: ['promoted_object', 'omnichannel_object'],
		when: (values) => eventsOf(omnichannel(values)).size > 1,
		message: 'must have the same custom event type for all apps and pixels',
	},
	{
		at: 'destination_type',
		when: (values) =>
			omnichannel(values).onsite !== undefined &&
			values.destination_type !== undefined &&
			values.destination_type !== 'SHOP_AUTOMATIC',
		message: 'must be Website and Shop where the omnichannel object has a shop',
	},
];

const ON_CREATION: NewAdSetRule[] = [
	{
		at: 'promoted_object',
		when: (values) => values.destination_type === 'SHOP_AUTOMATIC' && !hasShop(values),
		message: 'must have the commerce account of the shop, in Omnichannel Object > Shops',
	},
	{
		at: 'destination_type',
		when: (values) =>
			omnichannel(values).onsite !== undefined && values.destination_type === undefined,
		message: 'must be Website and Shop where the omnichannel object has a shop',
	},
];

export const promotedObjectRules: AdSetRule[] = WHEN_GIVEN;
export const promotedObjectRulesOnCreation: NewAdSetRule[] = [
	{ ...LACKS_WHAT_IS_NEEDED, when: (values) => missingMember(values) !== undefined },
	...ON_CREATION,
];

/** An update may leave the promoted object as it is; what it gives has to be whole. */
export const promotedObjectRulesOnUpdate: AdSetRule[] = [
	{
		...LACKS_WHAT_IS_NEEDED,
		when: (values) => values.promoted_object !== undefined && missingMember(values) !== undefined,
	},
];
