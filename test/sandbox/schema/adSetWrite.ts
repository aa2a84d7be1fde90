import omit from 'lodash/omit';
import { invalid, refused } from '../graph/errors';
import { readParams } from '../graph/params';
import { isJsonObject, type JsonObject } from '../json';
import type { StoredObject } from '../store';
import { logAdSetChanges } from './adSetActivity';
import { bidRules } from './adSetBidRules';
import { budgetRules } from './adSetBudgetRules';
import { campaignRules, shoppingRules } from './adSetCampaignRules';
import { adSetCase, type AdSetCase } from './adSetCase';
import { goalRules } from './adSetGoalRules';
import { DEFAULT_GOALS } from './adSetGoals';
import { adSetCreateParams, adSetUpdateParams } from './adSetParams';
import { omnichannelRules, promotedRules } from './adSetPromotedRules';
import { scheduleRules } from './adSetScheduleRules';
import { OBJECTIVES } from './campaignParams';
import {
	checkBudgetSharing,
	checkIsOpen,
	checkObjective,
	checkValues,
	NO_SPEND_CAP,
} from './campaignRules';
import { addBudgetSchedules, insertCampaign, isValidateOnly, labelWithId } from './campaignWrite';
import { checkRules } from './rules';
import { bool, oneOf, required, text } from './specs';
import { checkMayChange } from './status';
import { checkTargeting } from './targetingRules';
import type { Params, Values, WriteCall, WriteSpec, Written } from './types';

export const adSetCreate: WriteSpec = { params: adSetCreateParams, run: createAdSet };
export const adSetUpdate: WriteSpec = { params: adSetUpdateParams, run: updateAdSet };

/** ("Ad Account Adsets, Creating": campaign_spec) */
const campaignSpec: Params = {
	is_adset_budget_sharing_enabled: bool,
	name: required(text(400)),
	objective: required(oneOf(...OBJECTIVES)),
	buying_type: oneOf('AUCTION', 'FIXED_CPM', 'RESERVED'),
};

/** Parameters that steer a call and are no values of the ad set. */
const NOT_STORED = [
	'budget_schedule_specs',
	'campaign_spec',
	'execution_options',
	'time_start',
	'time_stop',
];
/** Changes that no rule looks at. */
const FREE_CHANGES = ['adlabels', 'execution_options', 'name', 'status'];
const CAPS = ['daily_spend_cap', 'lifetime_spend_cap'];

function createAdSet(call: WriteCall): Written {
	const { params, target } = call;
	checkValues(params);
	if (params.status === 'DELETED' || params.status === 'ARCHIVED') {
		throw invalid('Only ACTIVE and PAUSED are valid status values for creation', 'status');
	}
	const campaignObject = campaignOf(call);
	const campaign = campaignObject?.values ?? inlineCampaign(params);
	const merged = storedValues({ status: 'ACTIVE', ...withDefaults(params, campaign) });
	checkAdSet(adSetCase(call, merged, campaign, { campaignObject }));
	checkIsOpen(target);
	if (!campaignObject) {
		checkObjective(campaign, call);
		checkBudgetSharing(campaign, call);
	}
	checkAdvantageAudience(merged, call);
	if (isValidateOnly(params)) return { answer: { success: true } };
	const parent = campaignObject ?? insertCampaign(call, target, campaign);
	const adSet = insertAdSet(call, parent, merged);
	addBudgetSchedules(call, adSet);
	logAdSetChanges(call, adSet, {});
	return { answer: { id: adSet.id, success: true }, node: adSet };
}

/** From this version on (changelog of v23.0). */
const FIRST_VERSION_WITH_DECISION = 23;
const NARROWING = ['age_max', 'age_min', 'age_range', 'genders', 'custom_audiences']
	.concat('excluded_custom_audiences', 'flexible_spec', 'exclusions', 'interests', 'behaviors')
	.concat('life_events', 'industries', 'income', 'family_statuses', 'education_schools')
	.concat('education_majors', 'education_statuses', 'college_years', 'work_employers')
	.concat('work_positions', 'user_adclusters');

/** The refusal 1870227 is of public reports, not of the documentation. */
function checkAdvantageAudience({ targeting }: Values, { version }: WriteCall): void {
	if (version < FIRST_VERSION_WITH_DECISION || !isJsonObject(targeting)) return;
	const automation = targeting.targeting_automation;
	const isSaid = isJsonObject(automation) && automation.advantage_audience !== undefined;
	if (isSaid || !NARROWING.some((name) => targeting[name] !== undefined)) return;
	throw refused(
		1870227,
		'Advantage Audience Flag Required',
		'To create your ad set, you need to enable or disable the Advantage audience feature. This can be done by setting the advantage_audience flag to either 1 or 0 within the targeting_automation field in the targeting spec.',
		'targeting',
	);
}

function campaignOf({ env, params, target }: WriteCall): StoredObject | undefined {
	const { campaign_id: id, campaign_spec: spec } = params;
	if ((id === undefined) === (spec === undefined)) {
		throw invalid('Provide either campaign_id or campaign_spec', 'campaign_id');
	}
	if (id === undefined) return undefined;
	const campaign = env.store.get(String(id));
	if (campaign?.type !== 'campaign' || campaign.accountId !== target.accountId) {
		throw invalid(
			`Param campaign_id: ${String(id)} is not a campaign of this ad account`,
			'campaign_id',
		);
	}
	return campaign;
}

function inlineCampaign({ campaign_spec: spec }: Values): Values {
	const values = readParams(spec as JsonObject, campaignSpec);
	return { status: 'ACTIVE', buying_type: 'AUCTION', special_ad_categories: [], ...values };
}

/** Goal by objective, billing by impressions, and the strategy that a bid alone stands for. */
function withDefaults(params: Values, campaign: Values): Values {
	const hasCampaignBudget = campaign.daily_budget ?? campaign.lifetime_budget;
	const strategy =
		params.bid_amount === undefined ? 'LOWEST_COST_WITHOUT_CAP' : 'LOWEST_COST_WITH_BID_CAP';
	return {
		billing_event: 'IMPRESSIONS',
		optimization_goal: DEFAULT_GOALS[String(campaign.objective)],
		...(hasCampaignBudget === undefined ? { bid_strategy: strategy } : {}),
		...params,
	};
}

/** Puts an ad set under a campaign. */
export function insertAdSet(
	{ env, now }: Pick<WriteCall, 'env' | 'now'>,
	campaign: StoredObject,
	values: Values,
): StoredObject {
	return env.store.insert({
		type: 'adset',
		accountId: campaign.accountId,
		values: {
			...values,
			account_id: campaign.accountId,
			campaign_id: campaign.id,
			created_time: now,
			start_time: values.start_time ?? now,
			updated_time: now,
		},
		links: [
			[`act_${campaign.accountId}`, 'adsets'],
			[campaign.id, 'adsets'],
		],
	});
}

function updateAdSet(call: WriteCall): Written {
	const { env, params, target, now } = call;
	checkMayChange(call, 'Ad set');
	checkValues(params);
	const changes = storedValues(params);
	const merged = { ...target.values, ...changes };
	const campaignObject = env.store.get(String(target.values.campaign_id));
	if (Object.keys(params).some((name) => !FREE_CHANGES.includes(name))) {
		const objects = { campaignObject, adSet: target };
		checkAdSet(adSetCase(call, merged, campaignObject?.values ?? {}, objects));
	}
	if (isValidateOnly(params)) return { answer: { success: true } };
	const before = { ...target.values };
	env.store.update(target, { ...changes, updated_time: now });
	addBudgetSchedules(call, target);
	logAdSetChanges(call, target, before);
	return { answer: { success: true }, node: target };
}

/** @throws GraphFault of the first rule that the ad set breaks */
export function checkAdSet(subject: AdSetCase): void {
	const { call, targeting } = subject;
	checkTargeting({ spec: targeting, view: call, path: 'targeting' });
	checkRules(
		[
			...campaignRules,
			...scheduleRules,
			...budgetRules,
			...shoppingRules,
			...goalRules,
			...promotedRules,
			...omnichannelRules,
			...bidRules,
		],
		subject,
	);
}

/** The values an ad set keeps of the parameters of a call. */
function storedValues(params: Values): Values {
	const stored: Values = omit(params, NOT_STORED);
	for (const cap of CAPS) if (stored[cap] === NO_SPEND_CAP) stored[cap] = undefined;
	if (stored.end_time === 0) stored.end_time = undefined;
	if (Array.isArray(stored.adlabels)) stored.adlabels = stored.adlabels.map(labelWithId);
	if (isWebsiteAfterAll(stored)) stored.destination_type = 'WEBSITE';
	const schedules = params.budget_schedule_specs;
	if (Array.isArray(schedules) && schedules.length > 0) stored.is_budget_schedule_enabled = true;
	return stored;
}

/** A shop supports only PURCHASE: with another event the ad set converts to the website. */
function isWebsiteAfterAll({ destination_type: destination, promoted_object: promoted }: Values) {
	const object = isJsonObject(promoted) ? promoted.omnichannel_object : undefined;
	const pixels = isJsonObject(object) && Array.isArray(object.pixel) ? object.pixel : [];
	const events = pixels.map((pixel) => (isJsonObject(pixel) ? pixel.custom_event_type : undefined));
	return (
		destination === 'SHOP_AUTOMATIC' &&
		events.some((event) => event !== undefined && event !== 'PURCHASE')
	);
}
