import isEqual from 'lodash/isEqual';
import type { StoredObject } from '../store';
import type { Values, WriteCall } from './types';

/** Kinds of lines in the change log by the value that was changed. */
const EVENTS: Record<string, [type: string, text: string]> = {
	bid_amount: ['update_ad_set_bidding', 'Ad set bid updated'],
	bid_strategy: ['update_ad_set_bid_strategy', 'Ad set bid strategy updated'],
	daily_budget: ['update_ad_set_budget', 'Ad set budget updated'],
	end_time: ['update_ad_set_duration', 'Ad set duration updated'],
	lifetime_budget: ['update_ad_set_budget', 'Ad set budget updated'],
	name: ['update_ad_set_name', 'Ad set name updated'],
	optimization_goal: ['update_ad_set_optimization_goal', 'Ad set optimization goal updated'],
	status: ['update_ad_set_run_status', 'Ad set status updated'],
	targeting: ['update_ad_set_target_spec', 'Ad set targeting updated'],
};

/** Writes one line for each change of an ad set, or one that it was made. */
export function logAdSetChanges(
	{ env, now, userId }: WriteCall,
	adSet: StoredObject,
	before: Values,
): void {
	const isNew = before.created_time === undefined;
	const changed = Object.keys(EVENTS).filter((name) => !isEqual(before[name], adSet.values[name]));
	const events: Array<[string, string]> = isNew
		? [['create_ad_set', 'Ad set created']]
		: changed.map((name) => EVENTS[name]);
	for (const [type, text] of events) {
		env.store.insert({
			type: 'ad_activity',
			accountId: adSet.accountId,
			values: {
				actor_id: userId,
				actor_name: String(env.store.get(userId)?.values.name ?? ''),
				event_time: now,
				event_type: type,
				object_id: adSet.id,
				object_name: adSet.values.name,
				translated_event_type: text,
			},
			links: [
				[`act_${adSet.accountId}`, 'activities'],
				[adSet.id, 'activities'],
			],
		});
	}
}
