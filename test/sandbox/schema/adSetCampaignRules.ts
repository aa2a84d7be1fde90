import { GraphFault } from '../graph/errors';
import { isJsonObject, type Json, type JsonObject } from '../json';
import { isReserved, isShopping, type AdSetCase, type AdSetRule } from './adSetCase';
import { refusal, rule, within } from './rules';
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

const liveSiblings = ({ campaignObject, adSet, call }: AdSetCase) =>
	campaignObject === undefined
		? []
		: call.env.store
				.children(campaignObject.id, 'adsets')
				.filter(({ id, values }) => id !== adSet?.id && values.status !== 'DELETED');

const narrowing = (targeting: JsonObject) =>
	Object.keys(targeting).find((key) => key !== 'geo_locations');

const hasPrediction = ({ merged }: AdSetCase) => merged.rf_prediction_id !== undefined;
const prediction = ({ merged, call }: AdSetCase) =>
	call.env.store.get(String(merged.rf_prediction_id));

/** ("Advantage+ Shopping Campaigns, Create Ad Set") */
const ofShopping: AdSetRule[] = [
	rule(
		(subject) => !subject.adSet && liveSiblings(subject).length > 0,
		'Only one ad set can be associated with each Advantage+ shopping campaign',
		'campaign_id',
	),
	rule(
		({ merged }) => merged.billing_event !== 'IMPRESSIONS',
		'Advantage+ shopping campaigns support only billing_event IMPRESSIONS',
		'billing_event',
	),
	rule(
		({ targeting }) => narrowing(targeting) !== undefined,
		'Advantage+ shopping campaigns allow only geo_locations in targeting',
		({ targeting }) => `targeting.${narrowing(targeting)}`,
	),
	rule(
		({ targeting: { geo_locations: geo } }) =>
			isJsonObject(geo) && Object.keys(geo).some((key) => !SHOPPING_GEO.includes(key)),
		'Advantage+ shopping campaigns are targeted at countries and regions only',
		'targeting.geo_locations',
	),
	rule(
		({ goal }) => !SHOPPING_GOALS.includes(goal),
		'Advantage+ shopping campaigns optimize for OFFSITE_CONVERSIONS or VALUE',
		'optimization_goal',
	),
	rule(
		({ promoted }) => !promoted.pixel_id && !promoted.omnichannel_object,
		'Advantage+ shopping campaigns need a pixel_id',
		'promoted_object.pixel_id',
	),
	rule(
		({ promoted: { custom_event_type: event } }) =>
			event !== undefined && !SHOPPING_EVENTS.includes(String(event)),
		'Advantage+ shopping campaigns do not support this event',
		'promoted_object.custom_event_type',
	),
	rule(
		({ goal, promoted }) => goal === 'VALUE' && promoted.custom_event_type !== 'PURCHASE',
		'optimization_goal VALUE supports only PURCHASE as the event',
		'promoted_object.custom_event_type',
	),
	rule(
		({ goal, merged }) => merged.bid_strategy === 'COST_CAP' && goal !== 'OFFSITE_CONVERSIONS',
		'COST_CAP needs optimization_goal OFFSITE_CONVERSIONS',
		'bid_strategy',
	),
];

export const shoppingRules: AdSetRule[] = [
	...ofShopping.map((one) => within(isShopping, one)),
	rule(
		(subject) =>
			subject.call.params.existing_customer_budget_percentage !== undefined &&
			(!isShopping(subject) || subject.call.version >= FIRST_VERSION_WITHOUT_CUSTOMER_BUDGET),
		'existing_customer_budget_percentage is available only for Advantage+ shopping campaigns before v25.0',
		'existing_customer_budget_percentage',
	),
	rule(
		({ targeting: { geo_locations: geo }, merged }) =>
			isJsonObject(geo) &&
			Array.isArray(geo.countries) &&
			geo.countries.includes('TW') &&
			!(merged.regional_regulated_categories && merged.regional_regulation_identities),
		'Ad sets targeting Taiwan need regional_regulated_categories and regional_regulation_identities',
		'regional_regulated_categories',
	),
];

/** Reach and frequency, Instagram accounts, and the limits set as options of the sandbox. */
export const campaignRules: AdSetRule[] = [
	refusal(
		({ campaign }) => campaign.status === 'DELETED' || campaign.status === 'ARCHIVED',
		[
			1487566,
			'Campaign was deleted',
			'This campaign has been deleted or archived, so its ad sets cannot be created or edited.',
		],
		'campaign_id',
	),
	{
		when: ({ campaignObject, campaign, call: { env }, adSet }) =>
			campaignObject !== undefined &&
			!adSet &&
			campaign.is_skadnetwork_attribution === true &&
			env.store.children(campaignObject.id, 'adsets').length >=
				(env.settings.ios14AdSetLimit ?? Infinity),
		error: () =>
			new GraphFault({
				code: 2695,
				message: 'The ad set creation reached its campaign group(ios14) limit.',
				blame: ['campaign_id'],
			}),
	},
	rule(
		(subject) => hasPrediction(subject) && !isReserved(subject),
		'rf_prediction_id needs a campaign with buying_type RESERVED',
		'rf_prediction_id',
	),
	rule(
		(subject) => isReserved(subject) && !hasPrediction(subject),
		'The parameter rf_prediction_id is required for reach and frequency',
		'rf_prediction_id',
	),
	rule(
		(subject) =>
			hasPrediction(subject) &&
			(prediction(subject)?.type !== 'reach_frequency_prediction' ||
				prediction(subject)?.values.reservation_status !== 'RESERVED'),
		'The reach and frequency prediction does not exist or is not reserved',
		'rf_prediction_id',
	),
	rule(
		(subject) => {
			const ids = prediction(subject)?.values.destination_ids;
			const typeOf = (id: Json) => subject.call.env.store.get(String(id))?.type;
			return (
				hasPrediction(subject) &&
				chosen(subject.targeting, 'publisher_platforms')?.includes('instagram') === true &&
				!(Array.isArray(ids) && ids.some((id) => typeOf(id) === 'instagram_user'))
			);
		},
		'The destination_ids of the prediction must contain the Instagram account ID',
		'rf_prediction_id',
	),
	refusal(
		({ merged, call }) =>
			merged.instagram_user_id !== undefined &&
			!call.env.store
				.children(`act_${call.target.accountId}`, 'instagram_accounts')
				.some(({ id }) => id === merged.instagram_user_id),
		[
			1815199,
			'No access to the Instagram account',
			'Ad account has no access to this Instagram account. Please use authorized Instagram account or assign ad account to this Instagram account first.',
		],
		'instagram_user_id',
	),
];
