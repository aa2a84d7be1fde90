import { pick } from '../graph/fields';
import { readParams } from '../graph/params';
import type { JsonObject } from '../json';
import { GOALS } from '../schema/adSetGoals';
import { anyObject, bool, oneOf, READ_ADS, required, text } from '../schema/specs';
import { targeting } from '../schema/targetingParams';
import { checkTargeting } from '../schema/targetingRules';
import type { EdgeSpec, ObjectType, View } from '../schema/types';
import { OPTIONS, unifiedOption } from './options';
import { PAGE_PARAMS, rowPage } from './pages';
import { peopleOf } from './population';

const computed = (nodeType: string): ObjectType => ({
	nodeType,
	useCase: 'ads_management',
	hasNoId: true,
	readPermissions: READ_ADS,
	defaultFields: [],
	fields: {},
});

/** Object types of the answers below; none is ever stored. */
export const reachEstimate = computed('AdAccountReachEstimate');
export const deliveryEstimate = computed('AdAccountDeliveryEstimate');
export const broadTargetingCategory = computed('BroadTargetingCategories');

const STEPS = [0, 0.1, 0.25, 0.5, 1];
/** Share of the people of a month that use the platforms on one day. */
const DAILY_SHARE = 0.7;
const SPREAD = 1.18;

function people(spec: JsonObject, view: View, path: string): number {
	checkTargeting({ spec, view, path });
	return peopleOf(spec, view.env.store);
}

/** ("Ad Account, Reach Estimate") */
export const reachEstimateEdge: EdgeSpec = {
	child: 'reach_estimate',
	read: (_account, raw, fields, view) => {
		const { targeting_spec: spec } = readParams(raw, {
			object_store_url: text(),
			targeting_spec: required(targeting),
		});
		const lower = people(spec as JsonObject, view, 'targeting_spec');
		const data: JsonObject = {
			users_lower_bound: lower,
			users_upper_bound: Math.round(lower * SPREAD),
			estimate_ready: true,
		};
		return { data: (fields ? pick(data, fields) : data) as JsonObject };
	},
};

/** ("Ad Account, Delivery Estimate"; of an ad set its own settings stand in for what is left out) */
export const deliveryEstimateEdge: EdgeSpec = {
	child: 'delivery_estimate',
	read: (parent, raw, fields, view) => {
		const isAdSet = parent.type === 'adset';
		const params = readParams(raw, {
			optimization_goal: isAdSet ? oneOf(...GOALS) : required(oneOf(...GOALS)),
			promoted_object: anyObject,
			targeting_spec: isAdSet ? targeting : required(targeting),
		});
		const spec = (params.targeting_spec ?? parent.values.targeting ?? {}) as JsonObject;
		const monthly = people(spec, view, 'targeting_spec');
		const daily = Math.round(monthly * DAILY_SHARE);
		const data: JsonObject = {
			daily_outcomes_curve: STEPS.map((step) => ({
				spend: Math.round(daily * step * 0.01),
				reach: Math.round(daily * step * 0.5),
				impressions: Math.round(daily * step * 1.4),
				actions: Math.round(daily * step * 0.02),
			})),
			estimate_dau: daily,
			estimate_mau_lower_bound: monthly,
			estimate_mau_upper_bound: Math.round(monthly * SPREAD),
			estimate_ready: true,
		};
		return { data: [(fields ? pick(data, fields) : data) as JsonObject] };
	},
};

/** ("Ad Account, Broad Targeting Categories") */
export const broadCategoriesEdge: EdgeSpec = {
	child: 'broad_targeting_category',
	read: (parent, raw, fields, view) => {
		const params = readParams(raw, { ...PAGE_PARAMS, custom_categories_only: bool });
		const behaviors = OPTIONS.filter(({ kind }) => kind === 'behaviors');
		const rows = behaviors.map((option): JsonObject => {
			const { id, name, path } = unifiedOption(option);
			return {
				id,
				name,
				parent_category: option.path[1],
				path,
				size_lower_bound: option.low,
				size_upper_bound: option.high,
				source: 'Facebook',
				type: 1,
				type_name: 'BEHAVIOR',
			};
		});
		const path = `${parent.id}/broadtargetingcategories`;
		const kept = params.custom_categories_only === true ? [] : rows;
		return rowPage(kept, { path, raw, params, fields, view });
	},
};
