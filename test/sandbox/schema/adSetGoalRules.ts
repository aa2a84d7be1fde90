import { isReserved, type AdSetCase, type AdSetRule } from './adSetCase';
import {
	GOALS_BY_BILLING,
	GOALS_BY_OBJECTIVE,
	OBJECTIVES_BY_POSITION,
	THREADS_OBJECTIVES,
	UNDESCRIBED_GOALS,
} from './adSetGoals';
import { rule } from './rules';
import { chosen } from './targetingPlacementRules';

/** Objectives that want conversions for Dynamic Creative. */
const CONVERTING_OBJECTIVES = [
	'OUTCOME_SALES',
	'OUTCOME_ENGAGEMENT',
	'OUTCOME_LEADS',
	'OUTCOME_TRAFFIC',
];

function goalFits({ objective, goal }: AdSetCase): boolean {
	const table = GOALS_BY_OBJECTIVE[objective];
	if (!table || UNDESCRIBED_GOALS.includes(goal)) return true;
	const { both, facebookReels = [], instagramReels = [], elsewhere = [] } = table;
	return [...both, ...facebookReels, ...instagramReels, ...elsewhere].includes(goal);
}

/** Whether Reels of a platform were chosen that the goal is not eligible for. */
function isBarredFromReels(
	{ objective, goal, targeting }: AdSetCase,
	platform: 'facebook' | 'instagram',
	reels: string[],
): boolean {
	const table = GOALS_BY_OBJECTIVE[objective];
	const isChosen = chosen(targeting, `${platform}_positions`)?.some((one) => reels.includes(one));
	if (!table || !isChosen) return false;
	return ![...table.both, ...(table[`${platform}Reels`] ?? [])].includes(goal);
}

/** An Instagram position that the campaign's legacy objective cannot be shown in. */
const barredPosition = ({ objective, targeting }: AdSetCase) =>
	objective.startsWith('OUTCOME_')
		? undefined
		: chosen(targeting, 'instagram_positions')?.find(
				(position) =>
					OBJECTIVES_BY_POSITION[position] && !OBJECTIVES_BY_POSITION[position].includes(objective),
			);

/** What goes with what: objective, goal, billing event and placement. */
export const goalRules: AdSetRule[] = [
	rule(
		(subject) => !goalFits(subject),
		({ goal, objective }) =>
			`optimization_goal ${goal} does not go with the objective ${objective}`,
		'optimization_goal',
	),
	rule(
		({ merged }) => merged.billing_event === 'CLICKS',
		'billing_event CLICKS is deprecated',
		'billing_event',
	),
	rule(
		({ merged, goal }) => GOALS_BY_BILLING[String(merged.billing_event)]?.includes(goal) === false,
		({ merged, goal }) =>
			`billing_event ${String(merged.billing_event)} does not go with optimization_goal ${goal}`,
		'billing_event',
	),
	rule(
		(subject) => isReserved(subject) && subject.merged.billing_event !== 'IMPRESSIONS',
		'Reach and frequency is billed by IMPRESSIONS',
		'billing_event',
	),
	rule(
		(subject) => isBarredFromReels(subject, 'instagram', ['reels', 'profile_reels']),
		({ goal, objective }) => `${objective} with ${goal} is not eligible for Instagram Reels`,
		'targeting.instagram_positions',
	),
	rule(
		(subject) => isBarredFromReels(subject, 'facebook', ['facebook_reels']),
		({ goal, objective }) => `${objective} with ${goal} is not eligible for Facebook Reels`,
		'targeting.facebook_positions',
	),
	rule(
		(subject) => barredPosition(subject) !== undefined,
		(subject) =>
			`The Instagram position ${barredPosition(subject)} does not go with the objective ${subject.objective}`,
		'targeting.instagram_positions',
	),
	rule(
		({ targeting, objective }) =>
			chosen(targeting, 'publisher_platforms')?.includes('threads') === true &&
			!THREADS_OBJECTIVES.includes(objective),
		({ objective }) => `Threads does not go with the objective ${objective}`,
		'targeting.publisher_platforms',
	),
	rule(
		({ merged: { frequency_control_specs: specs }, goal }) =>
			Array.isArray(specs) && specs.length > 0 && goal !== 'REACH' && goal !== 'THRUPLAY',
		'frequency_control_specs is only available with optimization_goal REACH or THRUPLAY',
		'frequency_control_specs',
	),
	rule(
		({ merged, objective }) =>
			merged.is_dynamic_creative === true && !(objective in GOALS_BY_OBJECTIVE),
		({ objective }) => `Dynamic Creative does not go with the objective ${objective}`,
		'is_dynamic_creative',
	),
	rule(
		(subject) => subject.merged.is_dynamic_creative === true && isReserved(subject),
		'Dynamic Creative needs the buying type AUCTION',
		'is_dynamic_creative',
	),
	rule(
		({ merged, objective, goal }) =>
			merged.is_dynamic_creative === true &&
			CONVERTING_OBJECTIVES.includes(objective) &&
			goal !== 'OFFSITE_CONVERSIONS',
		'Dynamic Creative needs optimization_goal OFFSITE_CONVERSIONS here',
		'optimization_goal',
	),
	rule(
		({ call, adSet }) =>
			call.params.is_dynamic_creative === true &&
			adSet !== undefined &&
			adSet.values.is_dynamic_creative !== true &&
			call.env.store.children(adSet.id, 'ads').length > 0,
		'Dynamic Creative needs an ad set without ads',
		'is_dynamic_creative',
	),
];
