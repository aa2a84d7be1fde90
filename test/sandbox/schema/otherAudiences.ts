import { GraphFault, invalid } from '../graph/errors';
import { isJsonObject, type JsonObject } from '../json';
import { SUBTYPES } from './customAudienceParams';
import { anyObject, bool, id, list, oneOf, READ_ADS, required, text, WRITE_ADS } from './specs';
import { hasOneEvent } from './targetingAudienceRules';
import { PRODUCT_EVENTS } from './targetingParams';
import type { EdgeSpec, ObjectType, WriteCall, Written } from './types';

/** A targeting spec under a name; seeded and read. */
export const savedAudience: ObjectType = {
	nodeType: 'SavedAudience',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	defaultFields: ['id'],
	fields: {
		account: { type: 'node', of: 'ad_account' },
		approximate_count_lower_bound: 'int',
		approximate_count_upper_bound: 'int',
		delete_time: 'int',
		description: 'string',
		id: 'id',
		name: 'string',
		operation_status: 'object',
		owner_business: { type: 'node', of: 'business' },
		page_deletion_marked_delete_time: 'int',
		permission_for_actions: 'object',
		run_status: 'string',
		sentence_lines: 'list',
		targeting: 'object',
		time_created: 'datetime',
		time_updated: 'datetime',
	},
};

/** Terms of service of custom audiences, as an ad account sees them. */
export const customAudiencesTos: ObjectType = {
	nodeType: 'CustomAudiencesTOS',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	defaultFields: ['id', 'content', 'type'],
	fields: { content: 'string', id: 'id', type: 'string' },
};

export const productAudience: ObjectType = {
	nodeType: 'ProductAudience',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	writePermissions: WRITE_ADS,
	defaultFields: ['id'],
	fields: {
		description: 'string',
		exclusions: 'list',
		id: 'id',
		inclusions: 'list',
		name: 'string',
		opt_out_link: 'string',
		product_set_id: 'id',
		subtype: 'string',
	},
};

/** ("Ad Account, Product Audiences, Creating") */
function createProductAudience({ env, target, params }: WriteCall): Written {
	const { inclusions, exclusions, enable_fetch_or_create: mayFetch, ...values } = params;
	if (env.store.get(String(params.product_set_id))?.type !== 'product_set') {
		throw new GraphFault({
			code: 2654,
			message: 'Failed to create custom audience',
			userTitle: 'Product set cannot be loaded',
			userMessage: 'The product set does not exist, or you have no access to it.',
			blame: ['product_set_id'],
		});
	}
	const windows = [inclusions, exclusions].flatMap((list) => (Array.isArray(list) ? list : []));
	if (windows.some((window) => isJsonObject(window) && !hasOneEvent(window.rule))) {
		throw invalid('Each rule needs exactly one event with the operator eq', 'inclusions');
	}
	const same = env.store
		.ofType('product_audience')
		.find(
			(audience) => audience.accountId === target.accountId && audience.values.name === params.name,
		);
	const audience =
		mayFetch === true && same
			? same
			: env.store.insert({
					type: 'product_audience',
					accountId: target.accountId,
					values: { ...values, inclusions, exclusions },
				});
	return { answer: { id: audience.id, message: '' }, node: audience };
}

export const productAudiencesEdge: EdgeSpec = {
	child: 'product_audience',
	list: ({ accountId }, { env }) =>
		env.store.ofType('product_audience').filter((audience) => audience.accountId === accountId),
	create: {
		params: {
			...PRODUCT_EVENTS,
			associated_audience_id: id,
			creation_params: anyObject,
			description: text(),
			enable_fetch_or_create: bool,
			event_sources: list(anyObject),
			name: required(text()),
			opt_out_link: text(),
			parent_audience_id: id,
			product_set_id: required(id),
			subtype: oneOf(...SUBTYPES),
		},
		run: createProductAudience,
	},
};

export const adPlacePageSet: ObjectType = {
	nodeType: 'AdPlacePageSet',
	useCase: 'ads_management',
	readPermissions: READ_ADS,
	writePermissions: WRITE_ADS,
	defaultFields: ['id'],
	fields: {
		account_id: 'string',
		id: 'id',
		location_types: 'list',
		name: 'string',
		pages_count: 'int',
		parent_page: { type: 'node', of: 'page' },
	},
};

/** ("Ad Account Ad Place Page Sets": for published Pages; nothing but creating is possible) */
function createPageSet({ env, target, params }: WriteCall): Written {
	const page = env.store.get(String(params.parent_page));
	if (page?.type !== 'page') throw invalid('The Page does not exist', 'parent_page');
	if (page.values.is_published === false) {
		throw invalid('The Page is not published', 'parent_page');
	}
	const set = env.store.insert({
		type: 'ad_place_page_set',
		accountId: target.accountId,
		values: { ...params, account_id: target.accountId, pages_count: 1 },
	});
	return { answer: { id: set.id }, node: set };
}

export const adPlacePageSetsEdge: EdgeSpec = {
	child: 'ad_place_page_set',
	read: (parent): JsonObject => {
		throw invalid(`Tried accessing nonexisting field (ad_place_page_sets) on ${parent.id}`);
	},
	create: {
		params: {
			location_types: list(oneOf('recent', 'home')),
			name: required(text()),
			parent_page: required(id),
		},
		run: createPageSet,
	},
};
