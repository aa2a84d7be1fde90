import type { IDataObject, INodeListSearchItems } from 'n8n-workflow';
import { mapValues, truncate } from 'lodash';

import { adKind, adSetKind, campaignKind } from '../fields/objectKinds';
import type { GraphParameters } from '../graph/types';
import type { ObjectKind } from '../operation/fields';
import { pickerLabel } from '../operation/pickerLabel';
import { audiencePeople } from './audienceSize';
import { fillFromForm } from './chosen';
import { searchEdge, type EdgeSearch, type ListSearch } from './searchEdge';

/** Characters of a caption that a picker shows. */
const MAX_CAPTION_CHARACTERS = 60;

const ADS_MANAGER = 'https://adsmanager.facebook.com/adsmanager/manage/campaigns';

/** An edge whose path the form fills; `toResults` also gets the path. */
interface ListedEdge extends Omit<EdgeSearch, 'parameters' | 'toResults'> {
	fields: string;
	toResults: (row: IDataObject, path: string) => INodeListSearchItems[];
}

const byName = (text: string): GraphParameters => ({
	filtering: [{ field: 'name', operator: 'CONTAIN', value: text }],
});

/** Campaigns, ad sets and ads: found by name, shown with their status, opened in Ads Manager. */
function delivering(
	edge: string,
	{ urlParameter }: ObjectKind,
	details: string[] = [],
): ListedEdge {
	return {
		path: `/act_{ad_account}/${edge}`,
		fields: ['name', 'effective_status', ...details].join(),
		filteredBy: byName,
		toResults: ({ id, name, effective_status: status, ...row }, path) => [
			{
				name: `${String(name)} (${[status, ...details.map((field) => row[field])].flatMap((value) => inWords(value) ?? []).join(', ')})`,
				value: String(id),
				url: `${ADS_MANAGER}?act=${accountIn(path)}&${String(urlParameter)}=${String(id)}`,
			},
		],
	};
}

/** Objects that are told apart by their name and by details in more fields. */
function named(
	path: string,
	fields: string[] = [],
	details: (row: IDataObject) => Array<string | undefined> = () => [],
): ListedEdge {
	return {
		path,
		fields: ['name', ...fields].join(),
		toResults: (row) => [
			{ name: pickerLabel(String(row.name), details(row)), value: String(row.id) },
		],
	};
}

const AUDIENCE_SIZE = ['approximate_count_lower_bound', 'approximate_count_upper_bound'];

/** Edges of catalogs of a business: its own, and those that others share with it. */
const CATALOG_EDGES = ['owned_product_catalogs', 'client_product_catalogs'];

const edges: Record<string, ListedEdge> = {
	searchAdAccounts: {
		path: '/me/adaccounts',
		fields: 'name,account_id,currency',
		toResults: ({ name, account_id: number, currency }) => [
			{
				name: `${String(name)} (${String(number)}, ${String(currency)})`,
				value: String(number),
				url: `${ADS_MANAGER}?act=${String(number)}`,
			},
		],
	},
	searchBusinesses: named('/me/businesses'),
	searchPages: {
		path: '/me/accounts',
		fields: 'name,category',
		toResults: ({ id, name, category }) => [
			{
				name: pickerLabel(String(name), [category === undefined ? undefined : String(category)]),
				value: String(id),
				url: `https://www.facebook.com/${String(id)}`,
			},
		],
	},
	searchCampaigns: delivering('campaigns', campaignKind, ['objective']),
	searchAdSets: delivering('adsets', adSetKind),
	searchAds: delivering('ads', adKind),
	searchInstagramAccounts: {
		path: '/act_{ad_account}/instagram_accounts',
		fields: 'username',
		toResults: ({ id, username }) => [{ name: `@${String(username)}`, value: String(id) }],
	},
	searchInstagramMedia: {
		path: '/{instagram_account}/media',
		fields: 'caption,media_type,permalink,timestamp',
		toResults: ({ id, caption, media_type: type, permalink, timestamp }) => {
			if (type !== 'VIDEO') return [];
			const name = shortened(String(caption ?? `Video ${String(id)}`));
			const url = typeof permalink === 'string' ? { url: permalink } : {};
			return [{ name: pickerLabel(name, [dayOf(timestamp)]), value: String(id), ...url }];
		},
	},
	searchAdVideos: {
		path: '/act_{ad_account}/advideos',
		fields: 'title,updated_time',
		toResults: ({ id, title, updated_time: updated }) => [
			{
				name: pickerLabel(String(title ?? `Video ${String(id)}`), [dayOf(updated)]),
				value: String(id),
			},
		],
	},
	searchPixels: named('/act_{ad_account}/adspixels'),
	searchApplications: named('/act_{ad_account}/advertisable_applications'),
	searchCustomConversions: named(
		'/act_{ad_account}/customconversions',
		['custom_event_type'],
		({ custom_event_type: event }) => [inWords(event)],
	),
	searchCustomAudiences: {
		...named('/act_{ad_account}/customaudiences', ['subtype', ...AUDIENCE_SIZE], (row) => [
			inWords(row.subtype),
			audiencePeople(row),
		]),
		filteredBy: byName,
	},
	searchCatalogs: {
		path: '/me/businesses',
		fields: ['name', ...CATALOG_EDGES.map((edge) => `${edge}.limit(100){name}`)].join(),
		toResults: (business) =>
			CATALOG_EDGES.flatMap((edge) => rowsOf(business[edge])).map(({ id, name }) => ({
				name: pickerLabel(String(name), [String(business.name)]),
				value: String(id),
			})),
	},
	searchProductSets: named(
		'/{product_catalog_id}/product_sets',
		['product_count'],
		({ product_count: count }) => [count === undefined ? undefined : `${String(count)} products`],
	),
};

/** List searches over edges of the Graph API, by the name that fields use. */
export const edgeSearches: Record<string, ListSearch> = mapValues(edges, toListSearch);

function toListSearch({ fields, toResults, ...edge }: ListedEdge): ListSearch {
	return async function (filter, paginationToken) {
		const path = fillFromForm(this, edge.path);
		const search: EdgeSearch = {
			...edge,
			path,
			parameters: { fields },
			toResults: (row) => toResults(row, path),
		};
		return await searchEdge(this, search, filter, paginationToken);
	};
}

/** `CAMPAIGN_PAUSED` as people say it. */
function inWords(value: unknown): string | undefined {
	return value === undefined
		? undefined
		: String(value)
				.replace(/^OUTCOME_/, '')
				.toLowerCase()
				.replace(/_/g, ' ');
}

/** The day of `2026-03-01T09:00:00+0000`. */
function dayOf(time: unknown): string | undefined {
	return typeof time === 'string' ? time.slice(0, '2026-03-01'.length) : undefined;
}

/** The first line of a caption, cut between characters that people see as one. */
function shortened(caption: string): string {
	return truncate(caption.split('\n')[0], { length: MAX_CAPTION_CHARACTERS });
}

function accountIn(path: string): string {
	return path.replace(/^\/act_(\d+).*/, '$1');
}

function rowsOf(edge: unknown): IDataObject[] {
	return ((edge as IDataObject | undefined)?.data ?? []) as IDataObject[];
}
