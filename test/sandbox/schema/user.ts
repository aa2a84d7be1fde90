import type { ObjectType } from './types';
import { oneOf, READ_ADS } from './specs';

/** The person or system user a token belongs to: what `/me` stands for. */
export const user: ObjectType = {
	nodeType: 'User',
	useCase: 'app',
	defaultFields: ['name', 'id'],
	fields: { email: 'string', first_name: 'string', id: 'id', last_name: 'string', name: 'string' },
	edges: {
		accounts: { child: 'page', useCase: 'app', readPermissions: ['pages_show_list'] },
		adaccounts: { child: 'ad_account', useCase: 'app', readPermissions: READ_ADS },
		businesses: { child: 'business', useCase: 'app', readPermissions: ['business_management'] },
		permissions: {
			child: 'permission',
			useCase: 'app',
			list: (_user, { env, token }) =>
				env.tokens.session(token).scopes.map((permissionName, seq) => ({
					id: permissionName,
					type: 'permission',
					seq: seq + 1,
					values: { permission: permissionName, status: 'granted' },
				})),
		},
		videos: {
			child: 'video',
			readPermissions: ['user_videos'],
			params: { type: oneOf('uploaded', 'tagged') },
			// "By default, ... videos a person was tagged in."
			keep: ({ values }, { type = 'tagged' }) => values.relation === type,
		},
	},
};

export const permission: ObjectType = {
	nodeType: 'Permission',
	useCase: 'app',
	hasNoId: true,
	defaultFields: ['permission', 'status'],
	fields: { permission: 'string', status: 'string' },
};
