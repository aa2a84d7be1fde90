import { GraphFault } from '../graph/errors';
import { isJsonObject, type Json, type JsonObject } from '../json';
import type { AdSetCase, AdSetRule } from './adSetCase';
import { NO_PRODUCT_SET, refusal, rule } from './rules';

const OMNICHANNEL = 'promoted_object.omnichannel_object';

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
const SHOP_OBJECTIVES = ['OUTCOME_SALES', 'CONVERSIONS', 'PRODUCT_CATALOG_SALES'];

const lacks = (promoted: JsonObject, members: string[]) =>
	members.find((member) => promoted[member] === undefined);

const needed = (members: string[], applies: (subject: AdSetCase) => boolean): AdSetRule =>
	rule(
		(subject) => applies(subject) && lacks(subject.promoted, members) !== undefined,
		({ promoted }) => `The parameter promoted_object[${lacks(promoted, members)}] is required`,
		({ promoted }) => `promoted_object.${lacks(promoted, members)}`,
	);

const isOther = ({ call }: AdSetCase, id: Json | undefined, type: string) =>
	id !== undefined && call.env.store.get(String(id))?.type !== type;

const noSuchApp = () =>
	new GraphFault({
		code: 900,
		message: 'No such application exists.',
		blame: ['promoted_object', 'application_id'],
	});
const NO_PIXEL = 'The ad account has no access to this pixel';

const omnichannel = ({ promoted }: AdSetCase): JsonObject | undefined =>
	isJsonObject(promoted.omnichannel_object) ? promoted.omnichannel_object : undefined;

const omnichannelList = (subject: AdSetCase, member: string) =>
	((omnichannel(subject)?.[member] ?? []) as JsonObject[]).filter(isJsonObject);

/** How the name of an operating system begins that a store's apps are for. */
const storeSystem = (url: string) =>
	/apple\.com/.test(url) ? 'ios' : /play\.google\.com/.test(url) ? 'android' : '';

/** ("Ad Account Adsets, Creating": promoted_object) */
export const promotedRules: AdSetRule[] = [
	refusal(
		({ promoted }) => RIVALS.filter((member) => promoted[member] !== undefined).length > 1,
		[
			1487929,
			'Promoted object is ambiguous',
			'The object you are trying to promote is ambiguous. You must specify only one promoted object.',
		],
		'promoted_object',
	),
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
	rule(
		({ objective, goal, promoted }) =>
			(objective === 'CONVERSIONS' || CONVERSION_GOALS.includes(goal)) &&
			!APP_OBJECTIVES.includes(objective) &&
			CONVERSION_SETS.every((members) => lacks(promoted, members) !== undefined),
		({ goal }) =>
			`promoted_object must say what is measured for ${goal}: a pixel, an app with its store and event, an event, an offline data set or a product set`,
		'promoted_object',
	),
	rule(
		(subject) => isOther(subject, subject.promoted.page_id, 'page'),
		'The Page does not exist',
		'promoted_object.page_id',
	),
	rule(
		(subject) => isOther(subject, subject.promoted.pixel_id, 'ads_pixel'),
		NO_PIXEL,
		'promoted_object.pixel_id',
	),
	{
		when: (subject) => isOther(subject, subject.promoted.application_id, 'application'),
		error: noSuchApp,
	},
	refusal(
		(subject) => isOther(subject, subject.promoted.product_set_id, 'product_set'),
		NO_PRODUCT_SET,
		'promoted_object.product_set_id',
	),
	refusal(
		({ promoted, targeting: { user_os: systems } }) =>
			Array.isArray(systems) &&
			systems.length > 0 &&
			!systems.some((name) =>
				String(name)
					.toLowerCase()
					.startsWith(storeSystem(String(promoted.object_store_url))),
			),
		[
			1487678,
			'App is on another operating system',
			"The app you're trying to create an ad for is on a different operating system than targeting settings for this ad set.",
		],
		'targeting.user_os',
	),
	rule(
		({ adSet, call: { params } }) => {
			const [before, after] = [adSet?.values.promoted_object, params.promoted_object];
			const isChanged = (member: string) =>
				isJsonObject(before) &&
				isJsonObject(after) &&
				before[member] !== undefined &&
				before[member] !== after[member];
			return isChanged('application_id') || isChanged('page_id');
		},
		'The promoted Page or app of an ad set cannot be changed: make a new ad set',
		'promoted_object',
	),
];

/** ("Cross-Channel Conversion Optimization, Ad Set") */
export const omnichannelRules: AdSetRule[] = [
	rule(
		(subject) =>
			omnichannel(subject) !== undefined && omnichannelList(subject, 'pixel').length === 0,
		'omnichannel_object needs a pixel',
		`${OMNICHANNEL}.pixel`,
	),
	rule(
		(subject) => {
			const object = omnichannel(subject);
			return object !== undefined && !object.app && !object.onsite;
		},
		'omnichannel_object needs an app, or a shop in onsite',
		OMNICHANNEL,
	),
	rule(
		(subject) => {
			const all = ['app', 'pixel'].flatMap((member) => omnichannelList(subject, member));
			return new Set(all.map(({ custom_event_type: event }) => event)).size > 1;
		},
		'All custom_event_type of app and pixel must be of the same event',
		OMNICHANNEL,
	),
	{
		when: (subject) =>
			omnichannelList(subject, 'app').some(({ application_id: id }) =>
				isOther(subject, id, 'application'),
			),
		error: noSuchApp,
	},
	rule(
		(subject) =>
			omnichannelList(subject, 'pixel').some(({ pixel_id: id }) =>
				isOther(subject, id, 'ads_pixel'),
			),
		NO_PIXEL,
		`${OMNICHANNEL}.pixel`,
	),
	rule(
		(subject) =>
			omnichannelList(subject, 'app').some(({ application_id: id, object_store_urls: urls }) => {
				const known = subject.call.env.store.get(String(id))?.values.object_store_urls;
				const all = isJsonObject(known) ? Object.values(known).map(String) : [];
				return ((urls ?? []) as string[]).some((url) => !all.includes(url));
			}),
		'All object_store_urls must be associated with the app',
		`${OMNICHANNEL}.app`,
	),
	refusal(
		(subject) =>
			subject.merged.destination_type === 'SHOP_AUTOMATIC' &&
			omnichannelList(subject, 'onsite').length === 0,
		[
			2490372,
			'Shop destination is missing',
			'You need to choose a shop destination in order to continue.',
		],
		`${OMNICHANNEL}.onsite`,
	),
	refusal(
		({ merged, objective }) =>
			merged.destination_type === 'SHOP_AUTOMATIC' && !SHOP_OBJECTIVES.includes(objective),
		[2446509, 'Destination is not valid', 'The ad campaign destination type is not valid.'],
		'destination_type',
	),
];
