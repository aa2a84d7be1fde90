import { GraphFault, invalid, refused } from '../graph/errors';
import { isJsonObject, type JsonObject } from '../json';
import type { AdSetCase, AdSetRule } from './adSetCase';

const PROMOTED = 'promoted_object';
const OMNICHANNEL = [PROMOTED, 'omnichannel_object'];

/** Members of which only one may say what is promoted. */
const RIVALS = [
	'application_id',
	'event_id',
	'offline_conversion_data_set_id',
	'omnichannel_object',
	'pixel_id',
];

/** What a conversion may be measured by: members that must all be there. */
const CONVERSION_SETS = [
	['pixel_id'],
	['event_id', 'custom_event_type'],
	['application_id', 'object_store_url', 'custom_event_type'],
	['offline_conversion_data_set_id', 'custom_event_type'],
	['custom_conversion_id'],
	['product_set_id'],
	['omnichannel_object'],
	['page_id'],
];

const APP_OBJECTIVES = ['APP_INSTALLS', 'OUTCOME_APP_PROMOTION'];
const PAGE_OBJECTIVES = ['PAGE_LIKES', 'OFFER_CLAIMS', 'LEAD_GENERATION'];
const PAGE_GOALS = ['LEAD_GENERATION', 'QUALITY_LEAD', 'PAGE_LIKES'];
const CONVERSION_GOALS = ['OFFSITE_CONVERSIONS', 'VALUE'];

const lacks = (promoted: JsonObject, members: string[]) =>
	members.find((member) => promoted[member] === undefined);

const needed = (members: string[], applies: (subject: AdSetCase) => boolean): AdSetRule => ({
	when: (subject) => applies(subject) && lacks(subject.promoted, members) !== undefined,
	error: ({ promoted }) => {
		const member = lacks(promoted, members) ?? '';
		return invalid(`The parameter promoted_object[${member}] is required`, [PROMOTED, member]);
	},
});

/** @param member whose value must be the id of an object of the type */
const exists = (member: string, type: string, error: () => GraphFault): AdSetRule => ({
	when: ({ promoted, call }) =>
		promoted[member] !== undefined && call.env.store.get(String(promoted[member]))?.type !== type,
	error,
});

const noSuchApp = () =>
	new GraphFault({
		code: 900,
		message: 'No such application exists.',
		blame: [[PROMOTED, 'application_id']],
	});

const omnichannel = ({ promoted }: AdSetCase): JsonObject | undefined =>
	isJsonObject(promoted.omnichannel_object) ? promoted.omnichannel_object : undefined;

const listIn = (object: JsonObject | undefined, member: string) =>
	((object?.[member] ?? []) as JsonObject[]).filter(isJsonObject);

const storeSystem = (url: unknown) =>
	/apple\.com/.test(String(url))
		? 'ios'
		: /play\.google\.com/.test(String(url))
			? 'android'
			: undefined;

/** ("Ad Account Adsets, Creating": promoted_object) */
export const promotedRules: AdSetRule[] = [
	{
		when: ({ promoted }) => RIVALS.filter((member) => promoted[member] !== undefined).length > 1,
		error: () =>
			refused(
				1487929,
				'Promoted object is ambiguous',
				'The object you are trying to promote is ambiguous. You must specify only one promoted object.',
				PROMOTED,
			),
	},
	needed(
		['page_id'],
		({ objective, goal }) => PAGE_OBJECTIVES.includes(objective) || PAGE_GOALS.includes(goal),
	),
	needed(
		['application_id', 'object_store_url'],
		({ objective, goal }) => APP_OBJECTIVES.includes(objective) || goal === 'APP_INSTALLS',
	),
	needed(
		['custom_event_type'],
		({ objective, goal }) => APP_OBJECTIVES.includes(objective) && goal === 'OFFSITE_CONVERSIONS',
	),
	needed(['application_id'], ({ promoted }) => promoted.object_store_url !== undefined),
	needed(
		['custom_event_str'],
		({ promoted }) =>
			promoted.custom_event_type === 'OTHER' && promoted.application_id !== undefined,
	),
	needed(['pixel_id', 'custom_event_type'], ({ promoted }) => promoted.pixel_rule !== undefined),
	needed(['product_set_id'], ({ objective }) => objective === 'PRODUCT_CATALOG_SALES'),
	{
		when: ({ objective, goal, promoted }) =>
			(objective === 'CONVERSIONS' || CONVERSION_GOALS.includes(goal)) &&
			!APP_OBJECTIVES.includes(objective) &&
			CONVERSION_SETS.every((members) => lacks(promoted, members) !== undefined),
		error: ({ goal }) =>
			invalid(
				`promoted_object must say what is measured for ${goal}: a pixel, an app with its store and event, an event, an offline data set or a product set`,
				PROMOTED,
			),
	},
	exists('page_id', 'page', () => invalid('The Page does not exist', [PROMOTED, 'page_id'])),
	exists('pixel_id', 'ads_pixel', () =>
		invalid('The ad account has no access to this pixel', [PROMOTED, 'pixel_id']),
	),
	exists('application_id', 'application', noSuchApp),
	exists('product_set_id', 'product_set', () =>
		refused(
			1487831,
			'Product set cannot be loaded',
			'Your product set cannot be loaded. It may be non-existent or inaccessible due to privacy reasons.',
			[PROMOTED, 'product_set_id'],
		),
	),
	{
		when: ({ promoted, targeting }) => {
			const system = storeSystem(promoted.object_store_url);
			const systems = Array.isArray(targeting.user_os) ? targeting.user_os.map(String) : [];
			return (
				system !== undefined &&
				systems.length > 0 &&
				!systems.some((name) => name.toLowerCase().startsWith(system))
			);
		},
		error: () =>
			refused(
				1487678,
				'App is on another operating system',
				"The app you're trying to create an ad for is on a different operating system than targeting settings for this ad set.",
				['targeting', 'user_os'],
			),
	},
	{
		when: ({ adSet, call }) => {
			const before = adSet?.values.promoted_object;
			const after = call.params.promoted_object;
			return (
				isJsonObject(before) &&
				isJsonObject(after) &&
				['application_id', 'page_id'].some(
					(member) => before[member] !== undefined && before[member] !== after[member],
				)
			);
		},
		error: () =>
			invalid(
				'The promoted Page or app of an ad set cannot be changed: make a new ad set',
				PROMOTED,
			),
	},
];

/** ("Cross-Channel Conversion Optimization, Ad Set") */
export const omnichannelRules: AdSetRule[] = [
	{
		when: (subject) =>
			omnichannel(subject) !== undefined && listIn(omnichannel(subject), 'pixel').length === 0,
		error: () => invalid('omnichannel_object needs a pixel', [...OMNICHANNEL, 'pixel']),
	},
	{
		when: (subject) => {
			const object = omnichannel(subject);
			return object !== undefined && !object.app && !object.onsite;
		},
		error: () => invalid('omnichannel_object needs an app, or a shop in onsite', OMNICHANNEL),
	},
	{
		when: (subject) => {
			const object = omnichannel(subject);
			const all = [...listIn(object, 'app'), ...listIn(object, 'pixel')];
			return new Set(all.map(({ custom_event_type: event }) => event)).size > 1;
		},
		error: () =>
			invalid('All custom_event_type of app and pixel must be of the same event', OMNICHANNEL),
	},
	{
		when: (subject) =>
			listIn(omnichannel(subject), 'app').some(
				({ application_id: id }) => subject.call.env.store.get(String(id))?.type !== 'application',
			),
		error: noSuchApp,
	},
	{
		when: (subject) =>
			listIn(omnichannel(subject), 'pixel').some(
				({ pixel_id: id }) => subject.call.env.store.get(String(id))?.type !== 'ads_pixel',
			),
		error: () => invalid('The ad account has no access to this pixel', [...OMNICHANNEL, 'pixel']),
	},
	{
		when: (subject) =>
			listIn(omnichannel(subject), 'app').some(
				({ application_id: id, object_store_urls: urls }) => {
					const known = subject.call.env.store.get(String(id))?.values.object_store_urls;
					const all = isJsonObject(known) ? Object.values(known).map(String) : [];
					return ((urls ?? []) as string[]).some((url) => !all.includes(url));
				},
			),
		error: () =>
			invalid('All object_store_urls must be associated with the app', [...OMNICHANNEL, 'app']),
	},
	{
		when: (subject) => {
			const shops = listIn(omnichannel(subject), 'onsite').length > 0;
			return subject.merged.destination_type === 'SHOP_AUTOMATIC' && !shops;
		},
		error: () =>
			refused(
				2490372,
				'Shop destination is missing',
				'You need to choose a shop destination in order to continue.',
				[...OMNICHANNEL, 'onsite'],
			),
	},
	{
		when: ({ merged, objective }) =>
			merged.destination_type === 'SHOP_AUTOMATIC' &&
			!['OUTCOME_SALES', 'CONVERSIONS', 'PRODUCT_CATALOG_SALES'].includes(objective),
		error: () =>
			refused(
				2446509,
				'Destination is not valid',
				'The ad campaign destination type is not valid.',
				'destination_type',
			),
	},
];
