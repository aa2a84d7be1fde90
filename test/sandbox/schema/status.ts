import { refused } from '../graph/errors';
import type { StoredObject } from '../store';
import type { View, WriteCall, Written } from './types';

/** Statuses that pass from a campaign to everything below it, deleted and archived first. */
const FINAL = ['DELETED', 'ARCHIVED'];

/** ("Manage Your Ad Object's Status") A campaign with issues shows them instead of ACTIVE. */
export function campaignStatus(campaign: StoredObject): string {
	const own = String(campaign.values.status);
	return own === 'ACTIVE' && campaign.values.issues_info ? 'WITH_ISSUES' : own;
}

export function adSetStatus(adSet: StoredObject, view: View): string {
	return inherited(adSet, [[parentOf(adSet, 'campaign_id', view), 'CAMPAIGN_PAUSED']]);
}

export function adStatus(ad: StoredObject, view: View): string {
	return inherited(ad, [
		[parentOf(ad, 'campaign_id', view), 'CAMPAIGN_PAUSED'],
		[parentOf(ad, 'adset_id', view), 'ADSET_PAUSED'],
	]);
}

function inherited(
	object: StoredObject,
	parents: ReadonlyArray<readonly [StoredObject | undefined, string]>,
): string {
	const own = String(object.values.status);
	const all = [own, ...parents.map(([parent]) => String(parent?.values.status))];
	for (const status of FINAL) if (all.includes(status)) return status;
	if (own !== 'ACTIVE') return own;
	for (const [parent, status] of parents) if (parent?.values.status === 'PAUSED') return status;
	return own;
}

function parentOf(object: StoredObject, field: string, view: View): StoredObject | undefined {
	return view.env.store.get(String(object.values[field]));
}

/** Subcodes of "deleted, so you can only edit the name"; ("Handling Errors, Error Codes"). */
const DELETED_SUBCODE: Record<string, number> = { campaign: 1487566, adset: 1487056 };
/** Documented for ads ("This ad has been archived"); used for all ad objects here. */
const ARCHIVED_SUBCODE = 1885088;

/**
 * Refuses what may not be changed any more: of a deleted object everything but its name, of an
 * archived one everything but name and status, and its status only to DELETED.
 */
export function checkMayChange({ target, params }: WriteCall, label: string): void {
	const current = target.values.status;
	const changed = Object.keys(params).filter(
		(name) => name !== 'name' && name !== 'execution_options',
	);
	if (current === 'DELETED' && changed.length > 0) {
		throw refused(
			DELETED_SUBCODE[target.type] ?? DELETED_SUBCODE.campaign,
			`${label} was deleted`,
			`This ${label.toLowerCase()} has been deleted, so you can only edit the name.`,
			changed[0],
		);
	}
	if (current !== 'ARCHIVED') return;
	const forbidden = changed.find(
		(name) => name !== 'status' || (params.status !== 'DELETED' && params.status !== 'ARCHIVED'),
	);
	if (forbidden === undefined) return;
	throw refused(
		ARCHIVED_SUBCODE,
		`${label} is archived`,
		`This ${label.toLowerCase()} has been archived: only its name can be edited, and its status only be set to DELETED.`,
		forbidden,
	);
}

/** Deleting an ad object sets its status; deleting it again changes nothing. */
export function removeAdObject({ env, target, now }: WriteCall): Written {
	if (target.values.status !== 'DELETED') {
		env.store.update(target, { status: 'DELETED', updated_time: now });
	}
	return { answer: { success: true } };
}
