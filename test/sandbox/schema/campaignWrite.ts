import omit from 'lodash/omit';
import { invalid } from '../graph/errors';
import type { Json, JsonObject } from '../json';
import type { StoredObject } from '../store';
import { checkMigration } from './advantage';
import { createParams, removeManyParams, updateParams } from './campaignParams';
import {
	budgetConflict,
	checkBudgetSharing,
	checkCampaign,
	checkIsOpen,
	checkNoAdSetBudget,
	checkObjective,
	checkSmartPromotion,
	checkValues,
	NO_SPEND_CAP,
} from './campaignRules';
import { checkMayChange } from './status';
import type { Values, WriteCall, WriteSpec, Written } from './types';

/** The most campaigns one bulk deletion takes: the answer tells how many are left. */
export const MAX_BULK_DELETE = 500;

export const campaignCreate: WriteSpec = { params: createParams, run: createCampaign };
export const campaignUpdate: WriteSpec = { params: updateParams, run: updateCampaign };
export const campaignsRemove: WriteSpec = { params: removeManyParams, run: removeCampaigns };

function createCampaign(call: WriteCall): Written {
	const { env, params, target } = call;
	checkValues(params);
	checkIsOpen(target);
	checkObjective(params, call);
	if (params.status === 'DELETED' || params.status === 'ARCHIVED') {
		throw invalid('Param status must be one of {ACTIVE, PAUSED}', 'status');
	}
	const stored = storedValues(params);
	checkCampaign(stored);
	checkBudgetSharing(stored, call);
	checkSmartPromotion(call);
	const sourceId = params.source_campaign_id;
	if (sourceId !== undefined && env.store.get(String(sourceId))?.type !== 'campaign') {
		throw invalid(
			`Param source_campaign_id: ${String(sourceId)} is not a campaign`,
			'source_campaign_id',
		);
	}
	if (isValidateOnly(params)) return { answer: { success: true } };
	const campaign = insertCampaign(call, target, {
		status: 'ACTIVE',
		buying_type: 'AUCTION',
		...stored,
	});
	addBudgetSchedules(call, campaign);
	return { answer: { id: campaign.id }, node: campaign };
}

/** Puts a campaign into an ad account. */
export function insertCampaign(
	{ env, now }: Pick<WriteCall, 'env' | 'now'>,
	account: StoredObject,
	values: Values,
): StoredObject {
	return env.store.insert({
		type: 'campaign',
		accountId: account.accountId,
		values: {
			...values,
			account_id: account.accountId,
			created_time: now,
			updated_time: now,
			start_time: values.start_time ?? now,
		},
		links: [[account.id, 'campaigns']],
	});
}

function updateCampaign(call: WriteCall): Written {
	const { env, params, target, now } = call;
	checkMayChange(call, 'Campaign');
	checkValues(params);
	const { migrate_to_advantage_plus: migrate, ...changes } = params;
	if (migrate === true) checkMigration(target, call, false);
	const budgets = [
		['daily_budget', 'lifetime_budget'],
		['lifetime_budget', 'daily_budget'],
	];
	for (const [budget, other] of budgets) {
		if (params[budget] !== undefined && target.values[other] !== undefined) {
			throw budgetConflict(`This campaign has a ${other.replace('_', ' ')} already.`, budget);
		}
	}
	checkNoAdSetBudget(target, params, call);
	const stored = storedValues(changes);
	checkCampaign({ ...target.values, ...stored });
	if (isValidateOnly(params)) return { answer: { success: true } };
	const smart = migrate === true ? { smart_promotion_type: 'GUIDED_CREATION' } : {};
	env.store.update(target, { ...stored, ...smart, updated_time: now });
	addBudgetSchedules(call, target);
	return { answer: { success: true }, node: target };
}

export function isValidateOnly({ execution_options: options }: Values): boolean {
	return Array.isArray(options) && options.includes('validate_only');
}

/** The values a campaign keeps of the parameters of a call. */
function storedValues(params: Values): Values {
	const schedules = params.budget_schedule_specs;
	const stored: Values = omit(params, ['execution_options', 'budget_schedule_specs']);
	if (stored.spend_cap === NO_SPEND_CAP) stored.spend_cap = undefined;
	if (Array.isArray(stored.adlabels)) stored.adlabels = stored.adlabels.map(labelWithId);
	if (Array.isArray(schedules) && schedules.length > 0) stored.is_budget_schedule_enabled = true;
	return stored;
}

export function labelWithId(label: Json): Json {
	const { id, name } = label as JsonObject;
	return { id: id ?? '0', name: name ?? `Label ${String(id)}` };
}

/** Makes the high demand periods of a campaign or an ad set. */
export function addBudgetSchedules({ env, params }: WriteCall, owner: StoredObject): void {
	for (const period of (params.budget_schedule_specs ?? []) as JsonObject[]) {
		env.store.insert({
			type: 'high_demand_period',
			accountId: owner.accountId,
			values: { ...period, ad_object_id: owner.id, recurrence_type: 'ONE_TIME' },
			links: [[owner.id, 'budget_schedules']],
		});
	}
}

/** ("Ad Account, Ad Campaigns, Deleting") */
function removeCampaigns({ env, params, target, now }: WriteCall): Written {
	const strategy = params.delete_strategy;
	const { before_date: before } = params;
	if (strategy === 'DELETE_ARCHIVED_BEFORE' && before === undefined) {
		throw invalid(
			'The parameter before_date is required for DELETE_ARCHIVED_BEFORE',
			'before_date',
		);
	}
	const matching = env.store.children(target.id, 'campaigns').filter(({ values }) => {
		if (values.status === 'DELETED') return false;
		if (strategy === 'DELETE_ARCHIVED_BEFORE' && values.status !== 'ARCHIVED') return false;
		return before === undefined || Number(values.created_time) < Number(before);
	});
	const count = Math.min(Number(params.object_count ?? MAX_BULK_DELETE), MAX_BULK_DELETE);
	const removed = matching.slice(0, count);
	for (const campaign of removed) {
		env.store.update(campaign, { status: 'DELETED', updated_time: now });
	}
	return {
		answer: {
			objects_left_to_delete_count: matching.length - removed.length,
			deleted_object_ids: removed.map(({ id }) => id),
		},
	};
}
