import omit from 'lodash/omit';
import type { JsonObject } from '../json';
import type { StoredObject } from '../store';
import { checkMigration } from './advantage';
import { insertCampaign } from './campaignWrite';
import { copyParams } from './campaignParams';
import {
	copiedIds,
	copyAds,
	insertCopy,
	live,
	nameOfCopy,
	statusOfCopy,
	type CopiedPair,
} from './copying';
import type { Values, WriteCall, WriteSpec, Written } from './types';

export const campaignCopy: WriteSpec = { params: copyParams, run: copyCampaign };

/** Copies a campaign; with `deep_copy` its ad sets and ads too. */
function copyCampaign(call: WriteCall): Written {
	const { env, params, target } = call;
	const migrate = params.migrate_to_advantage_plus === true;
	if (migrate) checkMigration(target, call, true);
	const account = env.store.get(`act_${target.accountId}`);
	if (!account) throw new Error(`Campaign ${target.id} has no ad account`);
	const copy = insertCampaign(call, account, {
		...withoutTimes(target.values),
		...(params.start_time === undefined ? {} : { start_time: params.start_time }),
		...(params.end_time === undefined ? {} : { stop_time: params.end_time }),
		...(migrate ? { smart_promotion_type: 'GUIDED_CREATION' } : {}),
		name: nameOfCopy(target, params, true),
		status: statusOfCopy(target, params),
		source_campaign_id: target.id,
	});
	env.store.link(copy, [target.id, 'copies']);
	const pairs: CopiedPair[] = [['campaign', target, copy]];
	if (params.deep_copy === true) pairs.push(...copyChildren(call, copy));
	const answer: JsonObject = { copied_campaign_id: copy.id, ad_object_ids: copiedIds(pairs) };
	return { answer, node: undefined };
}

function copyChildren(call: WriteCall, copy: StoredObject): CopiedPair[] {
	const { env, target } = call;
	return live(env.store.children(target.id, 'adsets')).flatMap((adSet) => {
		const values = { campaign_id: copy.id, source_adset_id: adSet.id };
		const made = insertCopy(
			call,
			adSet,
			values,
			[
				[`act_${target.accountId}`, 'adsets'],
				[copy.id, 'adsets'],
			],
			false,
		);
		const pair: CopiedPair = ['ad_set', adSet, made];
		return [pair, ...copyAds(call, adSet, made, copy.id)];
	});
}

function withoutTimes(values: Values): Values {
	return omit(values, ['created_time', 'updated_time']);
}
