import type { ObjectKind } from '../operation/fields';

/** The objects whose IDs nodes take, and how each is chosen and recognised. */
export const adAccountKind: ObjectKind = {
	noun: 'ad account',
	prefix: 'act_',
	searchListMethod: 'searchAdAccounts',
	urlParameter: 'act',
	exampleId: '1234567890',
};

export const campaignKind: ObjectKind = {
	noun: 'campaign',
	searchListMethod: 'searchCampaigns',
	listDependsOn: ['ad_account.value'],
	urlParameter: 'selected_campaign_ids',
};

export const adSetKind: ObjectKind = {
	noun: 'ad set',
	urlParameter: 'selected_adset_ids',
};

/** An ad set where the node offers a list of those in the chosen ad account. */
export const listedAdSetKind: ObjectKind = {
	...adSetKind,
	searchListMethod: 'searchAdSets',
	listDependsOn: ['ad_account.value'],
};

export const adKind: ObjectKind = {
	noun: 'ad',
	searchListMethod: 'searchAds',
	listDependsOn: ['ad_account.value'],
	urlParameter: 'selected_ad_ids',
};

export const reportRunKind: ObjectKind = { noun: 'report run', exampleId: '6023920149050' };

export const businessKind: ObjectKind = {
	noun: 'business',
	searchListMethod: 'searchBusinesses',
	urlParameter: 'business_id',
	exampleId: '1234567890',
};

export const catalogKind: ObjectKind = { noun: 'catalog', exampleId: '1234567890' };
export const productSetKind: ObjectKind = { noun: 'product set', exampleId: '1234567890' };
export const pixelKind: ObjectKind = { noun: 'pixel', exampleId: '1234567890' };
export const pageKind: ObjectKind = { noun: 'Page', exampleId: '1234567890' };

/** A Page where the node offers a list of those that the user works for. */
export const listedPageKind: ObjectKind = { ...pageKind, searchListMethod: 'searchPages' };

export const videoKind: ObjectKind = { noun: 'video', exampleId: '1234567890' };

/** A video where the node offers a list of those in the chosen ad account. */
export const listedVideoKind: ObjectKind = {
	...videoKind,
	searchListMethod: 'searchAdVideos',
	listDependsOn: ['ad_account.value'],
};

export const instagramAccountKind: ObjectKind = {
	noun: 'Instagram account',
	searchListMethod: 'searchInstagramAccounts',
	listDependsOn: ['ad_account.value'],
	exampleId: '17841400000000001',
};

export const instagramMediaKind: ObjectKind = {
	noun: 'Instagram media',
	searchListMethod: 'searchInstagramMedia',
	listDependsOn: ['instagram_account.value'],
	exampleId: '17900000000000001',
};

export const applicationKind: ObjectKind = { noun: 'application', exampleId: '1234567890' };
export const plainKind: ObjectKind = { noun: 'Graph object' };
