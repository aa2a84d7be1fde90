import { isJsonObject } from '../json';
import type { Link, StoredObject } from '../store';
import type { Values, WriteCall } from './types';

/** What was copied into what, as `ad_object_ids` tells it. */
export type CopiedPair = [
	type: 'campaign' | 'ad_set' | 'ad',
	source: StoredObject,
	made: StoredObject,
];

export function copiedIds(pairs: readonly CopiedPair[]) {
	return pairs.map(([type, source, made]) => ({
		ad_object_type: type,
		source_id: source.id,
		copied_id: made.id,
	}));
}

export function live(objects: readonly StoredObject[]): StoredObject[] {
	return objects.filter(
		({ values }) => values.status !== 'DELETED' && values.status !== 'ARCHIVED',
	);
}

/** A copy of an ad has not run yet: the last day on which it did is the first of all. */
const NEVER = 0;

/** Copies an object as it is, with another name, status and place. */
export function insertCopy(
	{ env, params, now }: WriteCall,
	source: StoredObject,
	values: Values,
	links: Link[],
	isTop: boolean,
): StoredObject {
	return env.store.insert({
		type: source.type,
		accountId: source.accountId,
		values: {
			...source.values,
			name: nameOfCopy(source, params, isTop),
			status: statusOfCopy(source, params),
			created_time: now,
			updated_time: now,
			...(source.type === 'ad' ? { insights_until: NEVER } : {}),
			...values,
		},
		links,
	});
}

/** The copy keeps its name with " - Copy" behind it unless told otherwise. */
export function nameOfCopy(source: StoredObject, params: Values, isTop: boolean): string {
	const name = String(source.values.name);
	const options = isJsonObject(params.rename_options) ? params.rename_options : {};
	const strategy = options.rename_strategy ?? 'ONLY_TOP_LEVEL_RENAME';
	if (strategy === 'NO_RENAME' || (strategy === 'ONLY_TOP_LEVEL_RENAME' && !isTop)) return name;
	const prefix = options.rename_prefix;
	const suffix = options.rename_suffix ?? (prefix === undefined ? ' - Copy' : '');
	return `${String(prefix ?? '')}${name}${String(suffix)}`;
}

export function statusOfCopy(source: StoredObject, { status_option: option }: Values): string {
	if (option === 'ACTIVE') return 'ACTIVE';
	if (option === 'INHERITED_FROM_SOURCE' && source.values.status === 'ACTIVE') return 'ACTIVE';
	return 'PAUSED';
}

/** Copies an ad set with its ads into a campaign; the ads keep their order. */
export function copyAds(
	call: WriteCall,
	source: StoredObject,
	copy: StoredObject,
	campaignId: string,
): CopiedPair[] {
	const { store } = call.env;
	return live(store.children(source.id, 'ads')).map((ad): CopiedPair => {
		const values = { adset_id: copy.id, campaign_id: campaignId, source_ad_id: ad.id };
		const links: Link[] = [
			[`act_${source.accountId}`, 'ads'],
			[campaignId, 'ads'],
			[copy.id, 'ads'],
		];
		return ['ad', ad, insertCopy(call, ad, values, links, false)];
	});
}
