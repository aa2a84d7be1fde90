import type { ObjectKind } from '../operation/fields';

/** What is in an ad account is listed once that is chosen. */
const inAdAccount = { listDependsOn: ['ad_account.value'] };
const EXAMPLE_ID = '1234567890';

/** The objects whose IDs nodes take, and how each is chosen and recognised. */
export const adAccountKind: ObjectKind = {
	noun: 'ad account',
	prefix: 'act_',
	searchListMethod: 'searchAdAccounts',
	urlParameter: 'act',
	exampleId: EXAMPLE_ID,
};

export const campaignKind: ObjectKind = {
	...inAdAccount,
	noun: 'campaign',
	searchListMethod: 'searchCampaigns',
	urlParameter: 'selected_campaign_ids',
};

export const adSetKind: ObjectKind = {
	...inAdAccount,
	noun: 'ad set',
	searchListMethod: 'searchAdSets',
	urlParameter: 'selected_adset_ids',
};

export const adKind: ObjectKind = {
	...inAdAccount,
	noun: 'ad',
	searchListMethod: 'searchAds',
	urlParameter: 'selected_ad_ids',
};

export const businessKind: ObjectKind = {
	noun: 'business',
	searchListMethod: 'searchBusinesses',
	urlParameter: 'business_id',
	exampleId: EXAMPLE_ID,
};

export const pageKind: ObjectKind = {
	noun: 'Page',
	searchListMethod: 'searchPages',
	exampleId: EXAMPLE_ID,
};

export const instagramAccountKind: ObjectKind = {
	...inAdAccount,
	noun: 'Instagram account',
	searchListMethod: 'searchInstagramAccounts',
	exampleId: '17841400000000001',
};

export const instagramMediaKind: ObjectKind = {
	noun: 'Instagram media',
	searchListMethod: 'searchInstagramMedia',
	listDependsOn: ['instagram_account.value'],
	exampleId: '17900000000000001',
};

/** A video in the library of the chosen ad account. */
export const adVideoKind: ObjectKind = {
	...inAdAccount,
	noun: 'video',
	searchListMethod: 'searchAdVideos',
	exampleId: EXAMPLE_ID,
};

/** A video that is in no list yet. */
export const videoKind: ObjectKind = { noun: 'video', exampleId: EXAMPLE_ID };

export const pixelKind: ObjectKind = {
	...inAdAccount,
	noun: 'pixel',
	searchListMethod: 'searchPixels',
	exampleId: EXAMPLE_ID,
};

export const applicationKind: ObjectKind = {
	...inAdAccount,
	noun: 'app',
	searchListMethod: 'searchApplications',
	exampleId: EXAMPLE_ID,
};

export const customAudienceKind: ObjectKind = {
	...inAdAccount,
	noun: 'custom audience',
	searchListMethod: 'searchCustomAudiences',
	exampleId: '23840000000000001',
};

export const customConversionKind: ObjectKind = {
	...inAdAccount,
	noun: 'custom conversion',
	searchListMethod: 'searchCustomConversions',
	exampleId: EXAMPLE_ID,
};

export const catalogKind: ObjectKind = {
	noun: 'catalog',
	searchListMethod: 'searchCatalogs',
	exampleId: EXAMPLE_ID,
};

/** Listed from the catalog in the field `product_catalog_id` beside it, or at the top of the form. */
export const productSetKind: ObjectKind = {
	noun: 'product set',
	searchListMethod: 'searchProductSets',
	exampleId: EXAMPLE_ID,
};

export const reportRunKind: ObjectKind = { noun: 'report run', exampleId: '6023920149050' };
export const plainKind: ObjectKind = { noun: 'Graph object' };
