import { pageVideos } from './pageVideos';
import type { ObjectType } from './types';

/** A Facebook Page, as `/me/accounts` lists it. */
export const page: ObjectType = {
	nodeType: 'Page',
	useCase: 'app',
	readPermissions: ['pages_show_list', 'pages_read_engagement'],
	defaultFields: ['access_token', 'category', 'name', 'id', 'tasks'],
	fields: {
		access_token: 'string',
		category: 'string',
		id: 'id',
		link: 'string',
		name: 'string',
		tasks: 'list',
	},
	edges: { videos: pageVideos },
};
