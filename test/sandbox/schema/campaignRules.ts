import { invalid, refused } from '../graph/errors';
import type { JsonObject } from '../json';
import type { StoredObject } from '../store';
import type { Values, View, WriteCall } from './types';

/** Least budget in minor units of the currency. */
const MIN_BUDGET = 100;
/** Least spend cap: 100 units of the currency. */
const MIN_SPEND_CAP = 10_000;
/** Spend cap that stands for "no cap". */
export const NO_SPEND_CAP = 922_337_203_685_478;
/** From this version on shopping and app campaigns cannot be made by `smart_promotion_type`. */
const FIRST_VERSION_WITHOUT_SMART_PROMOTION = 25;

/** Checks of one value that creating and changing share. */
export function checkValues(params: Values): void {
	for (const name of ['daily_budget', 'lifetime_budget']) {
		const budget = params[name];
		if (typeof budget === 'number' && budget < MIN_BUDGET) {
			throw refused(
				1885272,
				'Budget is too low',
				`The budget must be at least ${MIN_BUDGET}.`,
				name,
			);
		}
	}
	const cap = params.spend_cap;
	if (typeof cap === 'number' && cap < MIN_SPEND_CAP) {
		throw refused(
			2446307,
			'Campaign spending limit is too low',
			`The spending limit must be at least ${MIN_SPEND_CAP}.`,
			'spend_cap',
		);
	}
	const options = params.execution_options;
	if (Array.isArray(options) && options.length === 1 && options[0] === 'include_recommendations') {
		throw invalid(
			'The execution option include_recommendations cannot be used by itself',
			'execution_options',
		);
	}
	for (const period of (params.budget_schedule_specs ?? []) as JsonObject[]) {
		if (Number(period.time_end) <= Number(period.time_start)) {
			throw invalid(
				'time_end of a budget schedule must be after time_start',
				'budget_schedule_specs',
			);
		}
	}
	for (const label of (params.adlabels ?? []) as JsonObject[]) {
		if (label.id === undefined && label.name === undefined) {
			throw invalid('Param adlabels: a label needs an id or a name', 'adlabels');
		}
	}
}

/** Subcode as people report it. */
export function checkIsOpen(account: StoredObject): void {
	if (account.values.account_status === 1) return;
	throw refused(1885316, 'Ad account is not active', 'Ads cannot be made in a closed ad account.');
}

/** Outcome-Driven Ads Experiences: new campaigns have one of six objectives. */
export function checkObjective({ objective }: Values, { env }: Pick<View, 'env'>): void {
	if (env.settings.legacyObjectives || String(objective).startsWith('OUTCOME_')) return;
	throw invalid(`Objective ${String(objective)} is invalid: use one of OUTCOME_*.`, 'objective');
}

/** From this version on a campaign says whether ad sets share their budgets (changelog of v24.0). */
const FIRST_VERSION_WITH_SHARING = 24;

/** The refusals 4834011 and 4834002 are of public reports, not of the documentation. */
export function checkBudgetSharing(campaign: Values, { version }: Pick<View, 'version'>): void {
	const { buying_type: type, is_adset_budget_sharing_enabled: sharing } = campaign;
	const hasBudget = campaign.daily_budget !== undefined || campaign.lifetime_budget !== undefined;
	if (version < FIRST_VERSION_WITH_SHARING || type === 'RESERVED') return;
	if (!hasBudget && sharing === undefined) {
		throw refused(
			4834011,
			'Must specify True or False in is_adset_budget_sharing_enabled field',
			'Specify it when the campaign has no budget.',
			'is_adset_budget_sharing_enabled',
		);
	}
	if (hasBudget && sharing === true) {
		throw refused(
			4834002,
			'Ad set budget sharing is not available',
			'A campaign with a budget cannot share the budgets of its ad sets.',
			'is_adset_budget_sharing_enabled',
		);
	}
}

/** @param merged the campaign as it would be after the call */
export function checkCampaign(merged: Values): void {
	if (merged.daily_budget !== undefined && merged.lifetime_budget !== undefined) {
		throw budgetConflict(
			'Set either a daily budget or a lifetime budget, not both.',
			'lifetime_budget',
		);
	}
	const { start_time: start, stop_time: stop } = merged;
	if (typeof stop === 'number' && stop > 0 && typeof start === 'number' && stop <= start) {
		throw invalid('The stop time of a campaign must be later than its start time', 'stop_time');
	}
	if (merged.buying_type === 'RESERVED' && merged.spend_cap !== undefined) {
		throw invalid('A spend cap is not available for reach and frequency campaigns', 'spend_cap');
	}
	if (merged.is_skadnetwork_attribution === true && merged.promoted_object === undefined) {
		throw invalid(
			'The parameter promoted_object is required for an iOS 14 campaign',
			'promoted_object',
		);
	}
}

export const ONE_BUDGET = [1885621, 'Only one kind of budget can be set'] as const;

export const budgetConflict = (message: string, blame: string) =>
	refused(...ONE_BUDGET, message, blame);

/** A campaign budget and budgets of its ad sets exclude each other. */
export function checkNoAdSetBudget(campaign: StoredObject, params: Values, view: View): void {
	const name = ['daily_budget', 'lifetime_budget'].find((budget) => params[budget] !== undefined);
	if (name === undefined) return;
	const rival = view.env.store
		.children(campaign.id, 'adsets')
		.find(
			({ values }) => values.daily_budget !== undefined || values.lifetime_budget !== undefined,
		);
	if (rival) {
		throw budgetConflict('You can only set an ad set budget or a campaign budget.', name);
	}
}

/** ("Advantage+ Shopping Campaigns") */
export function checkSmartPromotion({ params, version, target, env }: WriteCall): void {
	const kind = params.smart_promotion_type;
	if (kind !== 'AUTOMATED_SHOPPING_ADS' && kind !== 'SMART_APP_PROMOTION') return;
	if (version >= FIRST_VERSION_WITHOUT_SMART_PROMOTION) {
		throw invalid(
			`Campaigns with smart_promotion_type ${kind} cannot be created from v25.0 on`,
			'smart_promotion_type',
		);
	}
	if (kind === 'SMART_APP_PROMOTION') {
		if (params.objective === 'APP_INSTALLS' || params.objective === 'OUTCOME_APP_PROMOTION') return;
		throw invalid('SMART_APP_PROMOTION needs an app promotion objective', 'objective');
	}
	if (params.objective !== 'OUTCOME_SALES') {
		throw invalid('AUTOMATED_SHOPPING_ADS needs the objective OUTCOME_SALES', 'objective');
	}
	if ((params.buying_type ?? 'AUCTION') !== 'AUCTION') {
		throw invalid('AUTOMATED_SHOPPING_ADS needs the buying type AUCTION', 'buying_type');
	}
	const cap = env.settings.shoppingCampaignCap;
	if (cap === undefined) return;
	const existing = env.store
		.children(target.id, 'campaigns')
		.filter(({ values }) => values.smart_promotion_type === kind && values.status !== 'DELETED');
	if (existing.length < cap) return;
	throw refused(
		2446867,
		'Limit of Advantage+ shopping campaigns reached',
		`You've already reached the limit of ${cap} Advantage+ Shopping Campaigns for the following countries: US.`,
		'smart_promotion_type',
	);
}
