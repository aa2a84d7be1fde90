import { invalid } from '../graph/errors';
import type { Json, JsonObject } from '../json';
import type { StoredObject } from '../store';
import { id, int, list, oneOf, READ_ADS, required, shape, text, time } from './specs';
import type { ObjectType, WriteCall, WriteSpec, Written } from './types';

/** ("Split Testing, Test Restrictions") */
const MAX_CONCURRENT_STUDIES = 100;
const MAX_CELLS = 150;
const MAX_ENTITIES_PER_CELL = 100;

export const adStudy: ObjectType = {
	nodeType: 'AdStudy',
	useCase: 'app',
	readPermissions: READ_ADS,
	defaultFields: ['id', 'name'],
	fields: {
		business: { type: 'node', of: 'business' },
		created_time: 'datetime',
		description: 'string',
		end_time: 'datetime',
		id: 'id',
		name: 'string',
		start_time: 'datetime',
		type: 'string',
		updated_time: 'datetime',
	},
	edges: { cells: { child: 'ad_study_cell' } },
};

export const adStudyCell: ObjectType = {
	nodeType: 'AdStudyCell',
	useCase: 'app',
	readPermissions: READ_ADS,
	defaultFields: ['id', 'name'],
	fields: {
		control_percentage: 'float',
		id: 'id',
		name: 'string',
		treatment_percentage: 'float',
	},
	edges: { adsets: { child: 'adset' }, campaigns: { child: 'campaign' } },
};

const cell = shape({
	name: required(text()),
	treatment_percentage: required(int(1, 100)),
	adsets: list(id, 1, MAX_ENTITIES_PER_CELL),
	campaigns: list(id, 1, MAX_ENTITIES_PER_CELL),
});

export const adStudyCreate: WriteSpec = {
	params: {
		name: required(text(255)),
		description: text(),
		start_time: required(time),
		end_time: required(time),
		type: required(oneOf('SPLIT_TEST')),
		cells: required(list(cell, 1, MAX_CELLS)),
	},
	run: createStudy,
};

function createStudy(call: WriteCall): Written {
	const { env, params, target, now } = call;
	const { cells, ...values } = params;
	if (Number(params.end_time) <= Number(params.start_time)) {
		throw invalid('The end time of a study must be later than its start time', 'end_time');
	}
	const running = env.store
		.children(target.id, 'ad_studies')
		.filter((study) => Number(study.values.end_time) > now);
	if (running.length >= MAX_CONCURRENT_STUDIES) {
		throw invalid(`An advertiser can have at most ${MAX_CONCURRENT_STUDIES} concurrent studies`);
	}
	const groups = (cells as JsonObject[]).map((group) => ({
		group,
		entities: entitiesOf(group, call),
	}));
	checkGroups(groups);
	const study = env.store.insert({
		type: 'ad_study',
		values: { ...values, business: target.id, created_time: now, updated_time: now },
		links: [[target.id, 'ad_studies']],
	});
	const accounts = new Set(groups.flatMap(({ entities }) => entities.map((e) => e.accountId)));
	for (const account of accounts) {
		if (account) env.store.link(study, [`act_${account}`, 'impacting_ad_studies']);
	}
	for (const { group, entities } of groups) {
		const made = env.store.insert({
			type: 'ad_study_cell',
			values: { name: group.name, treatment_percentage: group.treatment_percentage },
			links: [[study.id, 'cells']],
		});
		for (const entity of [...entities].sort((a, b) => a.seq - b.seq)) {
			env.store.link(entity, [made.id, entity.type === 'adset' ? 'adsets' : 'campaigns']);
		}
	}
	return { answer: { id: study.id }, node: study };
}

/** The ad sets or campaigns of a group, which must be of the type the member says. */
function entitiesOf(group: JsonObject, { env }: WriteCall): StoredObject[] {
	const find = (ids: Json | undefined, type: string) =>
		(Array.isArray(ids) ? ids : []).map((entityId) => {
			const entity = env.store.get(String(entityId));
			if (entity?.type !== type) {
				throw invalid(`Param cells: ${String(entityId)} is not the ID of a ${type}`, 'cells');
			}
			return entity;
		});
	const entities = [...find(group.adsets, 'adset'), ...find(group.campaigns, 'campaign')];
	if (entities.length === 0) {
		throw invalid(`Param cells: the cell "${String(group.name)}" has no ad entities`, 'cells');
	}
	if (entities.length > MAX_ENTITIES_PER_CELL) {
		throw invalid(`Param cells: at most ${MAX_ENTITIES_PER_CELL} ad entities per cell`, 'cells');
	}
	return entities;
}

function checkGroups(groups: Array<{ group: JsonObject; entities: StoredObject[] }>): void {
	const percent = groups.reduce((sum, { group }) => sum + Number(group.treatment_percentage), 0);
	if (percent > 100) {
		throw invalid('The treatment percentages of all cells must add up to at most 100', 'cells');
	}
	const seen = new Set<string>();
	for (const { id: entityId } of groups.flatMap(({ entities }) => entities)) {
		if (seen.has(entityId)) {
			throw invalid(`Param cells: ${entityId} is in more than one cell`, 'cells');
		}
		seen.add(entityId);
	}
}
