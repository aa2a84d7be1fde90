import omit from 'lodash/omit';
import { isJsonObject, type JsonObject } from '../json';
import type { Link, StoredObject } from '../store';
import { checkMigration } from './advantage';
import { insertCampaign } from './campaign-write';
import { copyParams } from './campaign-params';
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
	const pairs: Array<[string, StoredObject, StoredObject]> = [['campaign', target, copy]];
	if (params.deep_copy === true) pairs.push(...copyChildren(call, copy));
	const answer: JsonObject = {
		copied_campaign_id: copy.id,
		ad_object_ids: pairs.map(([type, source, made]) => ({
			ad_object_type: type,
			source_id: source.id,
			copied_id: made.id,
		})),
	};
	return { answer, node: undefined };
}

function copyChildren(call: WriteCall, copy: StoredObject) {
	const { env, params, target, now } = call;
	const pairs: Array<[string, StoredObject, StoredObject]> = [];
	const account = `act_${target.accountId}`;
	const insert = (source: StoredObject, values: Values, links: Link[]) =>
		env.store.insert({
			type: source.type,
			accountId: source.accountId,
			values: {
				...source.values,
				name: nameOfCopy(source, params, false),
				status: statusOfCopy(source, params),
				campaign_id: copy.id,
				created_time: now,
				updated_time: now,
				...values,
			},
			links,
		});
	for (const adSet of live(env.store.children(target.id, 'adsets'))) {
		const madeSet = insert(adSet, { source_adset_id: adSet.id }, [
			[account, 'adsets'],
			[copy.id, 'adsets'],
		]);
		pairs.push(['ad_set', adSet, madeSet]);
		for (const ad of live(env.store.children(adSet.id, 'ads'))) {
			const madeAd = insert(ad, { adset_id: madeSet.id, source_ad_id: ad.id }, [
				[account, 'ads'],
				[copy.id, 'ads'],
				[madeSet.id, 'ads'],
			]);
			pairs.push(['ad', ad, madeAd]);
		}
	}
	return pairs;
}

function live(objects: readonly StoredObject[]): StoredObject[] {
	return objects.filter(
		({ values }) => values.status !== 'DELETED' && values.status !== 'ARCHIVED',
	);
}

/** The copy keeps its name with " - Copy" behind it unless told otherwise. */
function nameOfCopy(source: StoredObject, params: Values, isTop: boolean): string {
	const name = String(source.values.name);
	const options = isJsonObject(params.rename_options) ? params.rename_options : {};
	const strategy = options.rename_strategy ?? 'ONLY_TOP_LEVEL_RENAME';
	if (strategy === 'NO_RENAME' || (strategy === 'ONLY_TOP_LEVEL_RENAME' && !isTop)) return name;
	const prefix = options.rename_prefix;
	const suffix = options.rename_suffix ?? (prefix === undefined ? ' - Copy' : '');
	return `${String(prefix ?? '')}${name}${String(suffix)}`;
}

function statusOfCopy(source: StoredObject, { status_option: option }: Values): string {
	if (option === 'ACTIVE') return 'ACTIVE';
	if (option === 'INHERITED_FROM_SOURCE' && source.values.status === 'ACTIVE') return 'ACTIVE';
	return 'PAUSED';
}

function withoutTimes(values: Values): Values {
	return omit(values, ['created_time', 'updated_time']);
}
