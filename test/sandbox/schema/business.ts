import { adStudyCreate } from './adStudy';
import { READ_ADS } from './specs';
import type { ObjectType } from './types';

/** A business portfolio. */
export const business: ObjectType = {
	nodeType: 'Business',
	useCase: 'app',
	readPermissions: ['business_management', ...READ_ADS],
	writePermissions: ['ads_management', 'business_management'],
	defaultFields: ['id', 'name'],
	fields: {
		created_time: 'datetime',
		id: 'id',
		link: 'string',
		name: 'string',
		primary_page: { type: 'node', of: 'page' },
		timezone_id: 'int',
		verification_status: 'string',
	},
	edges: {
		ad_studies: { child: 'ad_study', create: adStudyCreate },
		client_ad_accounts: { child: 'ad_account' },
		client_product_catalogs: { child: 'product_catalog' },
		owned_ad_accounts: { child: 'ad_account' },
		owned_product_catalogs: { child: 'product_catalog' },
		owned_pages: { child: 'page' },
	},
};
