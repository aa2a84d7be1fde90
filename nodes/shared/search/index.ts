import {
	NodeOperationError,
	type IDataObject,
	type ILoadOptionsFunctions,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { adAccountKind } from '../fields/objectKinds';
import { parseObjectId } from '../operation/fields';
import { searchEdge } from './search';

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
	const account = chosenAdAccount(this);
	const search = {
		path: `/act_${account}/campaigns`,
		fields: 'name,effective_status',
		filteredBy: (text: string) => ({
			filtering: [{ field: 'name', operator: 'CONTAIN', value: text }],
		}),
		toResult: ({ name, id, effective_status: status }: IDataObject) => ({
			name: `${String(name)} (${String(status).toLowerCase().replace(/_/g, ' ')})`,
			value: String(id),
			url: `${ADS_MANAGER}?act=${account}&selected_campaign_ids=${String(id)}`,
		}),
	};
	return await searchEdge(this, search, filter, paginationToken);
}

function chosenAdAccount(context: ILoadOptionsFunctions): string {
	const account = parseObjectId(context.getCurrentNodeParameter('ad_account'), adAccountKind);
	if ('id' in account) return account.id;
	throw new NodeOperationError(context.getNode(), 'Choose an ad account first', {
		description: 'The list shows what is in that ad account.',
	});
}
