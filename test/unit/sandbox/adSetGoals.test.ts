import { APP_STORE_URLS, ASSET_IDS } from '../../sandbox';
import { PAGE, PIXEL, US, describeRules, type Rules, type Form, openAdSets } from './adSetSupport';

const sets = openAdSets();
const { bench } = sets;

const APP = { application_id: ASSET_IDS.app, object_store_url: APP_STORE_URLS.google_play };
const [PREDICTION, FOR_INSTAGRAM, NOT_RESERVED] = ASSET_IDS.predictions;
const sales = { objective: 'OUTCOME_SALES' };
const daily = { daily_budget: 5000 };
const reserved = { buying_type: 'RESERVED', objective: 'REACH' };
const asc = { promoted_object: PIXEL };
const conversions = { optimization_goal: 'OFFSITE_CONVERSIONS', promoted_object: PIXEL };
const inRf = { daily_budget: null, optimization_goal: 'REACH' };
const platforms = (spec: Form) => ({ targeting: { ...US, ...spec } });

const RULES: Rules = {
	'a goal of another objective': {
		bad: { optimization_goal: 'LEAD_GENERATION', promoted_object: { page_id: PAGE } },
		good: { optimization_goal: 'LANDING_PAGE_VIEWS' },
		blames: ['optimization_goal'],
	},
	'clicks as billing event': {
		bad: { billing_event: 'CLICKS' },
		good: { billing_event: 'LINK_CLICKS' },
		blames: ['billing_event'],
	},
	'a billing event of another goal': {
		bad: { billing_event: 'LINK_CLICKS', optimization_goal: 'REACH' },
		good: { billing_event: 'IMPRESSIONS', optimization_goal: 'REACH' },
		blames: ['billing_event'],
	},
	'billing app installs': {
		bad: { billing_event: 'APP_INSTALLS', promoted_object: APP },
		good: { billing_event: 'IMPRESSIONS', promoted_object: APP },
		campaign: { objective: 'OUTCOME_APP_PROMOTION' },
		blames: ['billing_event'],
	},
	'billing ThruPlay for another goal': {
		bad: { billing_event: 'THRUPLAY' },
		good: { billing_event: 'THRUPLAY', optimization_goal: 'THRUPLAY' },
		campaign: { objective: 'OUTCOME_AWARENESS' },
		blames: ['billing_event'],
	},
	'a Facebook goal on Instagram Reels': {
		bad: { optimization_goal: 'QUALITY_CALL', ...platforms({ instagram_positions: ['reels'] }) },
		good: {
			optimization_goal: 'QUALITY_CALL',
			...platforms({ facebook_positions: ['facebook_reels'] }),
		},
		blames: ['targeting', 'instagram_positions'],
	},
	'an Instagram goal on Facebook Reels': {
		bad: {
			optimization_goal: 'VISIT_INSTAGRAM_PROFILE',
			...platforms({ facebook_positions: ['facebook_reels'] }),
		},
		good: {
			optimization_goal: 'VISIT_INSTAGRAM_PROFILE',
			...platforms({ instagram_positions: ['profile_reels'] }),
		},
		blames: ['targeting', 'facebook_positions'],
	},
	'an Instagram position that the objective has not': {
		bad: platforms({ instagram_positions: ['reels'] }),
		good: platforms({ instagram_positions: ['stream'] }),
		campaign: { objective: 'POST_ENGAGEMENT' },
		blames: ['targeting', 'instagram_positions'],
	},
	'Threads for leads': {
		bad: {
			...platforms({ publisher_platforms: ['instagram', 'threads'] }),
			promoted_object: { page_id: PAGE },
		},
		good: {
			...platforms({ publisher_platforms: ['instagram'] }),
			promoted_object: { page_id: PAGE },
		},
		campaign: { objective: 'OUTCOME_LEADS' },
		blames: ['targeting', 'publisher_platforms'],
	},
	'frequency control for clicks': {
		bad: {
			frequency_control_specs: [{ event: 'IMPRESSIONS', interval_days: 7, max_frequency: 2 }],
		},
		good: {
			optimization_goal: 'REACH',
			frequency_control_specs: [{ event: 'IMPRESSIONS', interval_days: 7, max_frequency: 2 }],
		},
		blames: ['frequency_control_specs'],
	},
	'Dynamic Creative with another goal': {
		bad: { is_dynamic_creative: true },
		good: { is_dynamic_creative: true, ...conversions },
		blames: ['optimization_goal'],
	},
	'Dynamic Creative with a legacy objective': {
		bad: { is_dynamic_creative: true, optimization_goal: 'LINK_CLICKS' },
		good: { optimization_goal: 'LINK_CLICKS' },
		campaign: { objective: 'LINK_CLICKS' },
		blames: ['is_dynamic_creative'],
	},

	'reach and frequency without prediction': {
		bad: inRf,
		good: { ...inRf, rf_prediction_id: PREDICTION },
		campaign: reserved,
		blames: ['rf_prediction_id'],
	},
	'reach and frequency billed by something else': {
		bad: {
			...inRf,
			optimization_goal: 'THRUPLAY',
			billing_event: 'THRUPLAY',
			rf_prediction_id: PREDICTION,
		},
		good: { ...inRf, billing_event: 'IMPRESSIONS', rf_prediction_id: PREDICTION },
		campaign: reserved,
		blames: ['billing_event'],
	},
	'Dynamic Creative in reach and frequency': {
		bad: { ...inRf, rf_prediction_id: PREDICTION, is_dynamic_creative: true },
		good: { ...inRf, rf_prediction_id: PREDICTION },
		campaign: { ...reserved, objective: 'OUTCOME_AWARENESS' },
		blames: ['is_dynamic_creative'],
	},
	'a prediction in the auction': {
		bad: { rf_prediction_id: PREDICTION },
		good: {},
		blames: ['rf_prediction_id'],
	},
	'a prediction that is not reserved': {
		bad: { ...inRf, rf_prediction_id: NOT_RESERVED },
		good: { ...inRf, rf_prediction_id: PREDICTION },
		campaign: reserved,
		blames: ['rf_prediction_id'],
	},
	'a prediction without the Instagram account': {
		bad: {
			...inRf,
			rf_prediction_id: PREDICTION,
			...platforms({ publisher_platforms: ['instagram'] }),
		},
		good: {
			...inRf,
			rf_prediction_id: FOR_INSTAGRAM,
			...platforms({ publisher_platforms: ['instagram'] }),
		},
		campaign: reserved,
		blames: ['rf_prediction_id'],
	},
};

describeRules(sets, RULES);

it('turns the Advantage+ state off for chosen placements, without refusing them', async () => {
	const campaign = await bench.campaign({ ...sales, ...daily });
	const form = { ...asc, campaign_id: campaign, daily_budget: null };
	const state = async () =>
		await bench.get(campaign, { fields: 'advantage_state_info{advantage_state}' });
	await sets.make({
		...form,
		targeting: { ...US, targeting_automation: { advantage_audience: 1 } },
	});
	expect(await state()).toMatchObject({
		advantage_state_info: { advantage_state: 'ADVANTAGE_PLUS_SALES' },
	});
	await sets.make({ ...form, ...platforms({ publisher_platforms: ['facebook'] }) });
	expect(await state()).toMatchObject({ advantage_state_info: { advantage_state: 'DISABLED' } });
});
