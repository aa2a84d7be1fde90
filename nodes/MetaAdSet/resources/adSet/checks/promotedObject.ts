import { shownLabel } from '../../../../shared/fields/checks';
import type { GraphParameters } from '../../../../shared/graph/types';
import { labelOf } from '../../../../shared/operation/naming';
import type { Check, Values } from '../../../../shared/operation/types';
import { checksOf, entriesOf, membersOf, type Clash } from './clash';

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

function missingMember(values: Values): string | undefined {
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

const hasWhatIsNeeded: Check = (values, wire) => {
	const missing = missingMember(values);
	if (missing === undefined) return undefined;
	return {
		field: shownLabel('promoted_object', wire),
		message: `must have ${labelOf(missing)} for this optimization goal or objective`,
	};
};

function promoted({ promoted_object: object }: Values): GraphParameters {
	return membersOf(object);
}

function omnichannel(values: Values): GraphParameters {
	return membersOf(promoted(values).omnichannel_object);
}

/** Events that the apps and pixels are to count. */
function eventsOf({ app, pixel }: GraphParameters): Set<unknown> {
	const parts = [...entriesOf(app), ...entriesOf(pixel)] as GraphParameters[];
	return new Set(parts.map(({ custom_event_type: event }) => event));
}

function hasShop(values: Values): boolean {
	return JSON.stringify(promoted(values)).includes('"commerce_merchant_settings_id"');
}

/** Ad Account Adsets; Cross-Channel Conversion Optimization; Shops Ads. */
const WHEN_GIVEN: Clash[] = [
	{
		field: 'promoted_object',
		member: 'Custom Event Name',
		when: (values) => {
			const { custom_event_str: name, custom_event_type: type } = promoted(values);
			return name !== undefined && type !== undefined && type !== 'OTHER';
		},
		message: 'needs the custom event type Other',
	},
	{
		field: 'promoted_object',
		member: 'Pixel Rule (JSON)',
		when: (values) => {
			const { pixel_rule: rule, pixel_id: pixel } = promoted(values);
			return rule !== undefined && pixel === undefined;
		},
		message: 'needs a pixel',
	},
	{
		field: 'promoted_object',
		member: 'Omnichannel Object',
		when: (values) => {
			const { app, pixel, onsite } = omnichannel(values);
			return (app !== undefined || onsite !== undefined) && pixel === undefined;
		},
		message: 'needs a pixel: the website is always one of the conversion locations',
	},
	{
		field: 'promoted_object',
		member: 'Omnichannel Object',
		when: (values) => {
			const { app, pixel, ...others } = omnichannel(values);
			return pixel !== undefined && app === undefined && Object.keys(others).length === 0;
		},
		message: 'needs an app or a shop besides the pixel',
	},
	{
		field: 'promoted_object',
		member: 'Omnichannel Object',
		when: (values) => eventsOf(omnichannel(values)).size > 1,
		message: 'must have the same custom event type for all apps and pixels',
	},
	{
		field: 'destination_type',
		when: (values) =>
			omnichannel(values).onsite !== undefined &&
			values.destination_type !== undefined &&
			values.destination_type !== 'SHOP_AUTOMATIC',
		message: 'must be Website and Shop where the omnichannel object has a shop',
	},
];

const ON_CREATION: Clash[] = [
	{
		field: 'promoted_object',
		when: (values) => values.destination_type === 'SHOP_AUTOMATIC' && !hasShop(values),
		message: 'must have the commerce account of the shop, in Omnichannel Object > Shops',
	},
	{
		field: 'destination_type',
		when: (values) =>
			omnichannel(values).onsite !== undefined && values.destination_type === undefined,
		message: 'must be Website and Shop where the omnichannel object has a shop',
	},
];

export const promotedObjectChecks: Check[] = checksOf(WHEN_GIVEN);
export const promotedObjectChecksOnCreation: Check[] = [hasWhatIsNeeded, ...checksOf(ON_CREATION)];

/** An update may leave the promoted object as it is; what it gives has to be whole. */
export const promotedObjectChecksOnUpdate: Check[] = [
	(values, wire) =>
		values.promoted_object === undefined ? undefined : hasWhatIsNeeded(values, wire),
];
