import type { ObjectType } from './types';

/** An Instagram account that an ad account can use. */
export const instagramUser: ObjectType = {
	nodeType: 'IGUser',
	useCase: 'app',
	readPermissions: ['instagram_basic', 'ads_read', 'ads_management'],
	defaultFields: ['id'],
	fields: {
		followers_count: 'int',
		id: 'id',
		name: 'string',
		profile_picture_url: 'string',
		username: 'string',
	},
	edges: { media: { child: 'instagram_media' } },
};

export const instagramMedia: ObjectType = {
	nodeType: 'IGMedia',
	useCase: 'app',
	readPermissions: instagramUser.readPermissions,
	defaultFields: ['id'],
	fields: {
		caption: 'string',
		id: 'id',
		media_product_type: 'string',
		media_type: 'string',
		media_url: 'string',
		permalink: 'string',
		thumbnail_url: 'string',
		timestamp: 'datetime',
		username: 'string',
	},
};
