import type { ObjectType } from './types';

/** One line of the log of changes of an ad account; the list is paged by time. */
export const adActivity: ObjectType = {
	nodeType: 'AdActivity',
	useCase: 'ads_management',
	hasNoId: true,
	defaultFields: ['event_time', 'event_type', 'object_id', 'object_name'],
	fields: {
		actor_id: 'string',
		actor_name: 'string',
		application_id: 'string',
		application_name: 'string',
		date_time_in_timezone: 'string',
		event_time: 'datetime',
		event_type: 'string',
		extra_data: 'string',
		object_id: 'string',
		object_name: 'string',
		object_type: 'string',
		translated_event_type: 'string',
	},
};
