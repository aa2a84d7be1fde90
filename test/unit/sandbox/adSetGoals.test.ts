import { ASSET_IDS } from '../../sandbox';
import {
	aimed,
	APP,
	CONVERSIONS,
	describeRules,
	openAdSets,
	PAGE,
	PIXEL,
	promoting,
	type Form,
} from './adSetSupport';

const sets = openAdSets();
const { bench } = sets;

const goal = (optimization_goal: string, more: Form = {}) => ({ optimization_goal, ...more });
const billed = (billing_event: string, more: Form = {}) => ({ billing_event, ...more });
const platforms = (...publisher_platforms: string[]) => aimed({ publisher_platforms });
const onFacebookReels = aimed({ facebook_positions: ['facebook_reels'] });
const oftenEnough = {
	frequency_control_specs: [{ event: 'IMPRESSIONS', interval_days: 7, max_frequency: 2 }],
};
const dynamic = { is_dynamic_creative: true };

describeRules(sets, {}, [
	[
		goal('LEAD_GENERATION', promoting({ page_id: PAGE })),
		goal('LANDING_PAGE_VIEWS'),
		'optimization_goal',
	],
	[billed('CLICKS'), billed('LINK_CLICKS'), 'billing_event'],
	[billed('LINK_CLICKS', goal('REACH')), billed('IMPRESSIONS', goal('REACH')), 'billing_event'],
	[
		goal('QUALITY_CALL', aimed({ instagram_positions: ['reels'] })),
		goal('QUALITY_CALL', onFacebookReels),
		'targeting.instagram_positions',
	],
	[
		goal('VISIT_INSTAGRAM_PROFILE', onFacebookReels),
		goal('VISIT_INSTAGRAM_PROFILE', aimed({ instagram_positions: ['profile_reels'] })),
		'targeting.facebook_positions',
	],
	[oftenEnough, goal('REACH', oftenEnough), 'frequency_control_specs'],
	[dynamic, { ...dynamic, ...CONVERSIONS }, 'optimization_goal'],
]);

describeRules(sets, { objective: 'OUTCOME_APP_PROMOTION' }, [
	[billed('APP_INSTALLS', promoting(APP)), billed('IMPRESSIONS', promoting(APP)), 'billing_event'],
]);
describeRules(sets, { objective: 'OUTCOME_AWARENESS' }, [
	[billed('THRUPLAY'), billed('THRUPLAY', goal('THRUPLAY')), 'billing_event'],
]);
describeRules(sets, { objective: 'POST_ENGAGEMENT' }, [
	[
		aimed({ instagram_positions: ['reels'] }),
		aimed({ instagram_positions: ['stream'] }),
		'targeting.instagram_positions',
	],
]);
describeRules(sets, { objective: 'OUTCOME_LEADS' }, [
	[
		{ ...platforms('instagram', 'threads'), ...promoting({ page_id: PAGE }) },
		{ ...platforms('instagram'), ...promoting({ page_id: PAGE }) },
		'targeting.publisher_platforms',
	],
]);
describeRules(sets, { objective: 'LINK_CLICKS' }, [
	[goal('LINK_CLICKS', dynamic), goal('LINK_CLICKS'), 'is_dynamic_creative'],
]);

const [PREDICTION, FOR_INSTAGRAM, NOT_RESERVED] = ASSET_IDS.predictions;
const predicted = (rf_prediction_id: string | null, more: Form = {}) => ({
	daily_budget: null,
	optimization_goal: 'REACH',
	rf_prediction_id,
	...more,
});
const PREDICTED = predicted(PREDICTION);
describeRules(sets, {}, [[{ rf_prediction_id: PREDICTION }, {}, 'rf_prediction_id']]);
describeRules(sets, { buying_type: 'RESERVED', objective: 'REACH' }, [
	[predicted(null), PREDICTED, 'rf_prediction_id'],
	[predicted(PREDICTION, billed('THRUPLAY', goal('THRUPLAY'))), PREDICTED, 'billing_event'],
	[predicted(NOT_RESERVED), PREDICTED, 'rf_prediction_id'],
	[
		predicted(PREDICTION, platforms('instagram')),
		predicted(FOR_INSTAGRAM, platforms('instagram')),
		'rf_prediction_id',
	],
]);
describeRules(sets, { buying_type: 'RESERVED', objective: 'OUTCOME_AWARENESS' }, [
	[predicted(PREDICTION, dynamic), PREDICTED, 'is_dynamic_creative'],
]);

it('turns the Advantage+ state off for chosen placements, without refusing them', async () => {
	const campaign = await bench.campaign({ objective: 'OUTCOME_SALES', daily_budget: 5000 });
	const form = { ...promoting(PIXEL), campaign_id: campaign, daily_budget: null };
	const state = async () =>
		await bench.get(campaign, { fields: 'advantage_state_info{advantage_state}' });
	await sets.make({ ...form, ...aimed({ targeting_automation: { advantage_audience: 1 } }) });
	expect(await state()).toMatchObject({
		advantage_state_info: { advantage_state: 'ADVANTAGE_PLUS_SALES' },
	});
	await sets.make({ ...form, ...aimed({ publisher_platforms: ['facebook'] }) });
	expect(await state()).toMatchObject({ advantage_state_info: { advantage_state: 'DISABLED' } });
});
