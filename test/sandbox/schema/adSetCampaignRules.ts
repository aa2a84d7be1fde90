import { GraphFault, invalid, refused } from '../graph/errors';
import { isJsonObject } from '../json';
import { isReserved, isShopping, type AdSetCase, type AdSetRule } from './adSetCase';
import { chosen } from './targetingPlacementRules';

/** From this version on there are no Advantage+ shopping campaigns of the old kind. */
const FIRST_VERSION_WITHOUT_CUSTOMER_BUDGET = 25;

const SHOPPING_GEO = ['countries', 'regions'];
const SHOPPING_GOALS = ['OFFSITE_CONVERSIONS', 'VALUE'];
const SHOPPING_EVENTS = [
	'PURCHASE',
	'ADD_TO_CART',
	'INITIATED_CHECKOUT',
	'ADD_PAYMENT_INFO',
	'ADD_TO_WISHLIST',
	'CONTENT_VIEW',
	'COMPLETE_REGISTRATION',
	'DONATE',
	'START_TRIAL',
	'SUBSCRIBE',
	'SEARCH',
	'OTHER',
];

const isCalled = ({ call }: AdSetCase, name: string) => call.params[name] !== undefined;

const liveSiblings = ({ campaignObject, adSet, call }: AdSetCase) =>
	campaignObject === undefined
		? []
		: call.env.store
				.children(campaignObject.id, 'adsets')
				.filter(({ id, values }) => id !== adSet?.id && values.status !== 'DELETED');

const prediction = ({ merged, call }: AdSetCase) =>
	call.env.store.get(String(merged.rf_prediction_id));

/** ("Advantage+ Shopping Campaigns, Create Ad Set") */
export const shoppingRules: AdSetRule[] = [
	{
		when: (subject) => isShopping(subject) && !subject.adSet && liveSiblings(subject).length > 0,
		error: () =>
			invalid(
				'Only one ad set can be associated with each Advantage+ shopping campaign',
				'campaign_id',
			),
	},
	{
		when: (subject) => isShopping(subject) && subject.merged.billing_event !== 'IMPRESSIONS',
		error: () =>
			invalid(
				'Advantage+ shopping campaigns support only billing_event IMPRESSIONS',
				'billing_event',
			),
	},
	{
		when: (subject) =>
			isShopping(subject) && Object.keys(subject.targeting).some((key) => key !== 'geo_locations'),
		error: ({ targeting }) =>
			invalid('Advantage+ shopping campaigns allow only geo_locations in targeting', [
				'targeting',
				Object.keys(targeting).find((key) => key !== 'geo_locations') ?? '',
			]),
	},
	{
		when: (subject) => {
			const geo = subject.targeting.geo_locations;
			return (
				isShopping(subject) &&
				isJsonObject(geo) &&
				Object.keys(geo).some((key) => !SHOPPING_GEO.includes(key))
			);
		},
		error: () =>
			invalid('Advantage+ shopping campaigns are targeted at countries and regions only', [
				'targeting',
				'geo_locations',
			]),
	},
	{
		when: (subject) => isShopping(subject) && !SHOPPING_GOALS.includes(subject.goal),
		error: () =>
			invalid(
				'Advantage+ shopping campaigns optimize for OFFSITE_CONVERSIONS or VALUE',
				'optimization_goal',
			),
	},
	{
		when: (subject) =>
			isShopping(subject) && !subject.promoted.pixel_id && !subject.promoted.omnichannel_object,
		error: () =>
			invalid('Advantage+ shopping campaigns need a pixel_id', ['promoted_object', 'pixel_id']),
	},
	{
		when: (subject) => {
			const event = subject.promoted.custom_event_type;
			return isShopping(subject) && event !== undefined && !SHOPPING_EVENTS.includes(String(event));
		},
		error: () =>
			invalid('Advantage+ shopping campaigns do not support this event', [
				'promoted_object',
				'custom_event_type',
			]),
	},
	{
		when: (subject) =>
			isShopping(subject) &&
			subject.goal === 'VALUE' &&
			subject.promoted.custom_event_type !== 'PURCHASE',
		error: () =>
			invalid('optimization_goal VALUE supports only PURCHASE as the event', [
				'promoted_object',
				'custom_event_type',
			]),
	},
	{
		when: (subject) =>
			isShopping(subject) &&
			subject.merged.bid_strategy === 'COST_CAP' &&
			subject.goal !== 'OFFSITE_CONVERSIONS',
		error: () => invalid('COST_CAP needs optimization_goal OFFSITE_CONVERSIONS', 'bid_strategy'),
	},
	{
		when: (subject) =>
			isCalled(subject, 'existing_customer_budget_percentage') &&
			(!isShopping(subject) || subject.call.version >= FIRST_VERSION_WITHOUT_CUSTOMER_BUDGET),
		error: () =>
			invalid(
				'existing_customer_budget_percentage is available only for Advantage+ shopping campaigns before v25.0',
				'existing_customer_budget_percentage',
			),
	},
	{
		when: ({ targeting, merged }) => {
			const geo = isJsonObject(targeting.geo_locations) ? targeting.geo_locations : {};
			const isTaiwan = Array.isArray(geo.countries) && geo.countries.includes('TW');
			return (
				isTaiwan &&
				(merged.regional_regulated_categories === undefined ||
					merged.regional_regulation_identities === undefined)
			);
		},
		error: () =>
			invalid(
				'Ad sets targeting Taiwan need regional_regulated_categories and regional_regulation_identities',
				'regional_regulated_categories',
			),
	},
];

/** Reach and frequency, Instagram accounts, and the limits set as options of the sandbox. */
export const campaignRules: AdSetRule[] = [
	{
		when: ({ campaign }) => campaign.status === 'DELETED' || campaign.status === 'ARCHIVED',
		error: () =>
			refused(
				1487566,
				'Campaign was deleted',
				'This campaign has been deleted or archived, so its ad sets cannot be created or edited.',
				'campaign_id',
			),
	},
	{
		when: ({ campaignObject, campaign, call, adSet }) => {
			const limit = call.env.settings.ios14AdSetLimit;
			if (limit === undefined || adSet || campaign.is_skadnetwork_attribution !== true)
				return false;
			return (
				campaignObject !== undefined &&
				call.env.store.children(campaignObject.id, 'adsets').length >= limit
			);
		},
		error: () =>
			new GraphFault({
				code: 2695,
				message: 'The ad set creation reached its campaign group(ios14) limit.',
				blame: [['campaign_id']],
			}),
	},
	{
		when: (subject) => subject.merged.rf_prediction_id !== undefined && !isReserved(subject),
		error: () =>
			invalid('rf_prediction_id needs a campaign with buying_type RESERVED', 'rf_prediction_id'),
	},
	{
		when: (subject) => isReserved(subject) && subject.merged.rf_prediction_id === undefined,
		error: () =>
			invalid(
				'The parameter rf_prediction_id is required for reach and frequency',
				'rf_prediction_id',
			),
	},
	{
		when: (subject) =>
			subject.merged.rf_prediction_id !== undefined &&
			(prediction(subject)?.type !== 'reach_frequency_prediction' ||
				prediction(subject)?.values.reservation_status !== 'RESERVED'),
		error: () =>
			invalid(
				'The reach and frequency prediction does not exist or is not reserved',
				'rf_prediction_id',
			),
	},
	{
		when: (subject) => {
			const ids = prediction(subject)?.values.destination_ids;
			const accounts = Array.isArray(ids) ? ids.map(String) : [];
			const hasInstagram = accounts.some(
				(id) => subject.call.env.store.get(id)?.type === 'instagram_user',
			);
			return (
				subject.merged.rf_prediction_id !== undefined &&
				chosen(subject.targeting, 'publisher_platforms')?.includes('instagram') === true &&
				!hasInstagram
			);
		},
		error: () =>
			invalid(
				'The destination_ids of the prediction must contain the Instagram account ID',
				'rf_prediction_id',
			),
	},
	{
		when: ({ merged, call }) =>
			merged.instagram_user_id !== undefined &&
			!call.env.store
				.children(`act_${call.target.accountId}`, 'instagram_accounts')
				.some(({ id }) => id === merged.instagram_user_id),
		error: () =>
			refused(
				1815199,
				'No access to the Instagram account',
				'Ad account has no access to this Instagram account. Please use authorized Instagram account or assign ad account to this Instagram account first.',
				'instagram_user_id',
			),
	},
];
