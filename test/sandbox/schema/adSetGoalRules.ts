import { invalid } from '../graph/errors';
import { isReserved, type AdSetCase, type AdSetRule } from './adSetCase';
import {
	GOALS_BY_BILLING,
	GOALS_BY_OBJECTIVE,
	OBJECTIVES_BY_POSITION,
	THREADS_OBJECTIVES,
	UNDESCRIBED_GOALS,
} from './adSetGoals';
import { chosen } from './targetingPlacementRules';

const DYNAMIC_CREATIVE_OBJECTIVES = Object.keys(GOALS_BY_OBJECTIVE);
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
	member: string,
	positions: string[],
	own: 'facebookReels' | 'instagramReels',
): boolean {
	const table = GOALS_BY_OBJECTIVE[objective];
	const isChosen = chosen(targeting, member)?.some((position) => positions.includes(position));
	if (!table || !isChosen) return false;
	return ![...table.both, ...(table[own] ?? [])].includes(goal);
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
	{
		when: (subject) => !goalFits(subject),
		error: ({ goal, objective }) =>
			invalid(
				`optimization_goal ${goal} does not go with the objective ${objective}`,
				'optimization_goal',
			),
	},
	{
		when: ({ merged }) => merged.billing_event === 'CLICKS',
		error: () => invalid('billing_event CLICKS is deprecated', 'billing_event'),
	},
	{
		when: ({ merged, goal }) => {
			const goals = GOALS_BY_BILLING[String(merged.billing_event)];
			return goals !== undefined && !goals.includes(goal);
		},
		error: ({ merged, goal }) =>
			invalid(
				`billing_event ${String(merged.billing_event)} does not go with optimization_goal ${goal}`,
				'billing_event',
			),
	},
	{
		when: (subject) => isReserved(subject) && subject.merged.billing_event !== 'IMPRESSIONS',
		error: () => invalid('Reach and frequency is billed by IMPRESSIONS', 'billing_event'),
	},
	{
		when: (subject) =>
			isBarredFromReels(
				subject,
				'instagram_positions',
				['reels', 'profile_reels'],
				'instagramReels',
			),
		error: ({ goal, objective }) =>
			invalid(`${objective} with ${goal} is not eligible for Instagram Reels`, [
				'targeting',
				'instagram_positions',
			]),
	},
	{
		when: (subject) =>
			isBarredFromReels(subject, 'facebook_positions', ['facebook_reels'], 'facebookReels'),
		error: ({ goal, objective }) =>
			invalid(`${objective} with ${goal} is not eligible for Facebook Reels`, [
				'targeting',
				'facebook_positions',
			]),
	},
	{
		when: (subject) => barredPosition(subject) !== undefined,
		error: (subject) =>
			invalid(
				`The Instagram position ${barredPosition(subject)} does not go with the objective ${subject.objective}`,
				['targeting', 'instagram_positions'],
			),
	},
	{
		when: ({ targeting, objective }) =>
			chosen(targeting, 'publisher_platforms')?.includes('threads') === true &&
			!THREADS_OBJECTIVES.includes(objective),
		error: ({ objective }) =>
			invalid(`Threads does not go with the objective ${objective}`, [
				'targeting',
				'publisher_platforms',
			]),
	},
	{
		when: ({ merged, goal }) =>
			Array.isArray(merged.frequency_control_specs) &&
			merged.frequency_control_specs.length > 0 &&
			goal !== 'REACH' &&
			goal !== 'THRUPLAY',
		error: () =>
			invalid(
				'frequency_control_specs is only available with optimization_goal REACH or THRUPLAY',
				'frequency_control_specs',
			),
	},
	{
		when: ({ merged, objective }) =>
			merged.is_dynamic_creative === true && !DYNAMIC_CREATIVE_OBJECTIVES.includes(objective),
		error: ({ objective }) =>
			invalid(
				`Dynamic Creative does not go with the objective ${objective}`,
				'is_dynamic_creative',
			),
	},
	{
		when: (subject) => subject.merged.is_dynamic_creative === true && isReserved(subject),
		error: () => invalid('Dynamic Creative needs the buying type AUCTION', 'is_dynamic_creative'),
	},
	{
		when: ({ merged, objective, goal }) =>
			merged.is_dynamic_creative === true &&
			CONVERTING_OBJECTIVES.includes(objective) &&
			goal !== 'OFFSITE_CONVERSIONS',
		error: () =>
			invalid(
				'Dynamic Creative needs optimization_goal OFFSITE_CONVERSIONS here',
				'optimization_goal',
			),
	},
	{
		when: ({ call, adSet }) =>
			call.params.is_dynamic_creative === true &&
			adSet !== undefined &&
			adSet.values.is_dynamic_creative !== true &&
			call.env.store.children(adSet.id, 'ads').length > 0,
		error: () => invalid('Dynamic Creative needs an ad set without ads', 'is_dynamic_creative'),
	},
];
