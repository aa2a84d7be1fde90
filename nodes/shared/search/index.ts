import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { adAccountKind, adKind, adSetKind, campaignKind } from '../fields/objectKinds';
import type { ObjectKind } from '../operation/fields';
import { chosenId } from './chosen';
import { searchEdge } from './search';

export {
	searchAdVideos,
	searchInstagramAccounts,
	searchInstagramMedia,
	searchPages,
} from './videos';

const ADS_MANAGER = 'https://adsmanager.facebook.com/adsmanager/manage/campaigns';

/** Ad accounts that the credential's user may work with. */
export async function searchAdAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = {
		path: '/me/adaccounts',
		fields: 'name,account_id,currency',
		toResult: ({ name, account_id: number, currency }: IDataObject) => ({
			name: `${String(name)} (${String(number)}, ${String(currency)})`,
			value: String(number),
			url: `${ADS_MANAGER}?act=${String(number)}`,
		}),
	};
	return await searchEdge(this, search, filter, paginationToken);
}

/** Businesses that the credential's user belongs to. */
export async function searchBusinesses(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = {
		path: '/me/businesses',
		fields: 'name',
		toResult: ({ name, id }: IDataObject) => ({ name: String(name), value: String(id) }),
	};
	return await searchEdge(this, search, filter, paginationToken);
}

/** Campaigns of the ad account that is chosen in the form. */
export async function searchCampaigns(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchInAccount(this, 'campaigns', campaignKind, filter, paginationToken);
}

/** Ad sets of the ad account that is chosen in the form. */
export async function searchAdSets(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchInAccount(this, 'adsets', adSetKind, filter, paginationToken);
}

/** Ads of the ad account that is chosen in the form. */
export async function searchAds(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchInAccount(this, 'ads', adKind, filter, paginationToken);
}

/** Campaigns, ad sets and ads: an edge of the ad account, found by name, shown with their status. */
async function searchInAccount(
	context: ILoadOptionsFunctions,
	edge: string,
	{ urlParameter }: ObjectKind,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const account = chosenId(context, 'ad_account', adAccountKind);
	const search = {
		path: `/act_${account}/${edge}`,
		fields: 'name,effective_status',
		filteredBy: (text: string) => ({
			filtering: [{ field: 'name', operator: 'CONTAIN', value: text }],
		}),
		toResult: ({ name, id, effective_status: status }: IDataObject) => ({
			name: `${String(name)} (${String(status).toLowerCase().replace(/_/g, ' ')})`,
			value: String(id),
			url: `${ADS_MANAGER}?act=${account}&${String(urlParameter)}=${String(id)}`,
		}),
	};
	return await searchEdge(context, search, filter, paginationToken);
}
