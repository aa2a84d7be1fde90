import { invalid } from '../graph/errors';
import type { JsonObject } from '../json';
import { adSetCase } from './adSetCase';
import { adSetCopyParams } from './adSetParams';
import { checkAdSet } from './adSetWrite';
import { copiedIds, copyAds, insertCopy, live, type CopiedPair } from './copying';
import type { Values, WriteCall, WriteSpec, Written } from './types';

export const adSetCopy: WriteSpec = { params: adSetCopyParams, run: copyAdSet };

/** More ads than this are copied only by calls that do not wait ("Ad Set, Copies"). */
const MAX_COPIED_ADS = 3;

/** Copies an ad set, also into another campaign; with `deep_copy` its ads too. */
function copyAdSet(call: WriteCall): Written {
	const { env, params, target } = call;
	const campaign = env.store.get(String(params.campaign_id ?? target.values.campaign_id));
	if (campaign?.type !== 'campaign' || campaign.accountId !== target.accountId) {
		throw invalid('Param campaign_id is not a campaign of this ad account', 'campaign_id');
	}
	const ads = live(env.store.children(target.id, 'ads'));
	if (params.deep_copy === true && ads.length > MAX_COPIED_ADS) {
		throw invalid(
			`A synchronous call copies at most ${MAX_COPIED_ADS} ads with an ad set`,
			'deep_copy',
		);
	}
	const values = timesOfCopy(call);
	// A copy into another campaign has to suit it; one beside its source does so already.
	if (campaign.id !== target.values.campaign_id || isShoppingCampaign(campaign.values)) {
		const merged = { ...target.values, ...values };
		checkAdSet(adSetCase(call, merged, campaign.values, { campaignObject: campaign }));
	}
	const copy = insertCopy(
		call,
		target,
		{ ...values, campaign_id: campaign.id, source_adset_id: target.id },
		[
			[`act_${target.accountId}`, 'adsets'],
			[campaign.id, 'adsets'],
		],
		true,
	);
	env.store.link(copy, [target.id, 'copies']);
	const pairs: CopiedPair[] = [['ad_set', target, copy]];
	if (params.deep_copy === true) pairs.push(...copyAds(call, target, copy, campaign.id));
	const answer: JsonObject = { copied_adset_id: copy.id, ad_object_ids: copiedIds(pairs) };
	return { answer };
}

const isShoppingCampaign = (campaign: Values) =>
	campaign.smart_promotion_type === 'AUTOMATED_SHOPPING_ADS';

function timesOfCopy({ params, target, now }: WriteCall): Values {
	const { start_time: start = target.values.start_time, end_time: end = target.values.end_time } =
		params;
	const isOver = params.end_time === undefined && Number(end ?? 0) > 0 && Number(end) <= now;
	// An ad set that has ended runs again from now on for as long as it did.
	if (isOver) return { start_time: now, end_time: now + (Number(end) - Number(start ?? now)) };
	return { start_time: start, end_time: end === 0 ? undefined : end };
}
