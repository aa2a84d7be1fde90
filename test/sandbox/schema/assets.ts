import { READ_ADS } from './specs';
import type { ObjectType } from './types';
import { appUploads } from './uploads';

/** Things of a business that ads point to; seeded, and read for choosing among them. */

export const adsPixel: ObjectType = {
	nodeType: 'AdsPixel',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	defaultFields: ['id'],
	fields: {
		creation_time: 'datetime',
		id: 'id',
		is_unavailable: 'bool',
		last_fired_time: 'datetime',
		name: 'string',
	},
};

export const application: ObjectType = {
	nodeType: 'Application',
	useCase: 'app',
	defaultFields: ['id', 'name', 'link'],
	fields: {
		app_name: 'string',
		id: 'id',
		link: 'string',
		name: 'string',
		object_store_urls: 'object',
		supported_platforms: 'list',
	},
	edges: { uploads: appUploads },
};

export const customConversion: ObjectType = {
	nodeType: 'CustomConversion',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	defaultFields: ['id'],
	fields: { custom_event_type: 'string', id: 'id', name: 'string', rule: 'string' },
};

export const productCatalog: ObjectType = {
	nodeType: 'ProductCatalog',
	useCase: 'app',
	readPermissions: ['catalog_management', ...READ_ADS],
	defaultFields: ['id', 'name'],
	fields: { id: 'id', name: 'string', product_count: 'int', vertical: 'string' },
	edges: { product_sets: { child: 'product_set' } },
};

export const productSet: ObjectType = {
	nodeType: 'ProductSet',
	useCase: 'app',
	readPermissions: ['catalog_management', ...READ_ADS],
	defaultFields: ['id', 'name'],
	fields: {
		filter: 'string',
		id: 'id',
		name: 'string',
		product_catalog: { type: 'node', of: 'product_catalog' },
		product_count: 'int',
	},
};

/** Creatives are seeded and read, not created. */
export const adCreative: ObjectType = {
	nodeType: 'AdCreative',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	defaultFields: ['id'],
	fields: {
		account_id: 'string',
		actor_id: 'id',
		adlabels: 'list',
		asset_feed_spec: 'object',
		body: 'string',
		call_to_action_type: 'string',
		effective_object_story_id: 'string',
		id: 'id',
		image_hash: 'string',
		image_url: 'string',
		instagram_user_id: 'id',
		link_url: 'string',
		name: 'string',
		object_story_id: 'string',
		object_story_spec: 'object',
		object_type: 'string',
		product_set_id: 'id',
		status: 'string',
		thumbnail_url: 'string',
		title: 'string',
		url_tags: 'string',
		video_id: 'id',
	},
};

/** A prediction that a reach and frequency ad set is bought by. */
export const reachFrequencyPrediction: ObjectType = {
	nodeType: 'ReachFrequencyPrediction',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	defaultFields: ['id'],
	fields: {
		destination_ids: 'list',
		id: 'id',
		name: 'string',
		reservation_status: 'string',
		status: 'int',
	},
};
