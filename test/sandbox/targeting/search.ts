import { invalid } from '../graph/errors';
import { readParams } from '../graph/params';
import type { ObjectType } from '../schema/types';
import { text } from '../schema/specs';
import { PAGE_PARAMS, rowPage } from './pages';
import { SEARCH_TYPES } from './searchTypes';

/** GET /search ("Audiences Reference, Targeting Search"): counts against the app. */
export const targetingSearch: ObjectType = {
	nodeType: 'TargetingSearch',
	useCase: 'app',
	readPermissions: ['ads_management', 'ads_read'],
	defaultFields: [],
	fields: {},
	read: (raw, fields, view) => {
		const { type } = raw;
		if (type === undefined || type === '') throw invalid('The parameter type is required', 'type');
		const kind = SEARCH_TYPES[String(type)];
		if (!kind) {
			throw invalid(`Param type must be one of {${Object.keys(SEARCH_TYPES).join(', ')}}`, 'type');
		}
		const params = readParams(raw, { ...PAGE_PARAMS, ...kind.params, type: text() });
		const found = kind.find(params);
		if (!Array.isArray(found)) return { data: found };
		return rowPage(found, { path: 'search', raw, params, fields, view });
	},
};
