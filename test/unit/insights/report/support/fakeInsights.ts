import { memoize } from 'lodash';
import type { JsonObject } from 'n8n-workflow';

import { addDays, sliceStarts } from '../../../../../nodes/MetaInsights/report/dates';
import { shapeOf, type Shape } from '../../../../../nodes/MetaInsights/report/shape';
import type { InsightsQuery, Row } from '../../../../../nodes/MetaInsights/report/types';
import { graphErrorFrom } from '../../../../../nodes/shared/graph/errors';
import { paginate, paginateMany } from '../../../../../nodes/shared/graph/paging';
import type {
	Edge,
	GraphClient,
	GraphError,
	GraphOutcome,
	GraphRequest,
} from '../../../../../nodes/shared/graph/types';

export const TODAY = '2024-06-15';

/** How the fake fails where a report is too large for a job. */
export type JobFailure = 'refused' | 'failed' | 'skipped' | 'stuck' | 'unreadable' | 'server';

export interface FakeOptions {
	campaigns: number;
	adSetsPerCampaign: number;
	adsPerAdSet: number;
	/** Rows times metrics that a synchronous call or a job can do. */
	syncMost: number;
	jobMost: number;
	syncFailure: 'tooMuchData' | 'reduce' | 'server' | 'lost';
	jobFailure: JobFailure;
	/** What failed runs say of their cause: `error_code` and its like. */
	jobCause?: JsonObject;
	/** Async status and percentage, one per look; the last one stays. */
	looks: Array<[string, number]>;
	/** Whether a row of more days counts for more, as the days it is made of. */
	daysCount: boolean;
	/** Times that finished results are not ready. */
	notReady: number;
}

export const DEFAULTS: FakeOptions = {
	campaigns: 2,
	adSetsPerCampaign: 2,
	adsPerAdSet: 2,
	syncMost: 20,
	jobMost: Infinity,
	syncFailure: 'tooMuchData',
	jobFailure: 'failed',
	looks: [['Job Completed', 100]],
	daysCount: false,
	notReady: 0,
};

/** What was counted for one row. */
interface Group {
	members: Row;
	impressions: number;
	cents: number;
	clicks: number;
	people: Set<number>;
}

interface Ad {
	ad_id: string;
	adset_id: string;
	campaign_id: string;
}

interface Run {
	query: InsightsQuery;
	looks: number;
	reads: number;
	failure?: JobFailure;
}

const COUNTRIES = ['DE', 'FR', 'JP'];
const IDS = { account: 'account_id', campaign: 'campaign_id', adset: 'adset_id', ad: 'ad_id' };

/** The insights edge over made-up ads, whose reach does not add up; fails above a number of values. */
export class FakeInsights implements GraphClient {
	readonly apiVersion = 'v24.0';
	readonly waits = [];
	readonly requests: GraphRequest[] = [];
	readonly runs = new Map<string, Run>();
	private readonly options: FakeOptions;
	private readonly ads: Ad[] = [];
	/** Rows by query: pages are read of the same report again and again. */
	private readonly made = new Map<string, Row[]>();

	constructor(options: Partial<FakeOptions> = {}) {
		this.options = { ...DEFAULTS, ...options };
		const { campaigns, adSetsPerCampaign, adsPerAdSet } = this.options;
		for (let c = 0; c < campaigns; c++) {
			for (let s = 0; s < adSetsPerCampaign; s++) {
				for (let a = 0; a < adsPerAdSet; a++) {
					this.ads.push({
						campaign_id: `1${c}`,
						adset_id: `2${c}${s}`,
						ad_id: `3${c}${s}${a}`,
					});
				}
			}
		}
	}

	usage() {
		return [];
	}

	async request<Body = JsonObject>(request: GraphRequest) {
		const outcome = this.answer(request);
		if ('error' in outcome) throw outcome.error;
		return outcome.reply as { body: Body; headers: Record<string, string>; statusCode: number };
	}

	async requestMany(requests: GraphRequest[]): Promise<GraphOutcome[]> {
		await Promise.resolve();
		return requests.map((request) => this.answer(request));
	}

	pages<Item = JsonObject>(request: GraphRequest, options: { pageSize: number; limit?: number }) {
		return paginate<Item>(async (one) => (await this.requestMany([one]))[0], request, options);
	}

	async readMany<Item = JsonObject>(edges: Edge[]) {
		const send = async (requests: GraphRequest[]) => await this.requestMany(requests);
		return await paginateMany<Item>(send, edges);
	}

	/** What Meta would answer if nothing were too large. */
	rows(query: InsightsQuery): Row[] {
		const key = JSON.stringify([query.object, { ...query.parameters, limit: 0, after: 0 }]);
		const known = this.made.get(key) ?? this.compute(query);
		this.made.set(key, known);
		return known;
	}

	private compute(query: InsightsQuery): Row[] {
		const shape = shapeOf(query, TODAY);
		return shape.ranges.flatMap((range) =>
			startsOf(range, shape.increment).flatMap((since, index, starts) => {
				const until = starts[index + 1] ? addDays(starts[index + 1], -1) : range.until;
				return this.slice(query, shape, since, until);
			}),
		);
	}

	private answer(request: GraphRequest): GraphOutcome {
		this.requests.push(request);
		const [, id, edge] = request.path.split('/');
		const run = this.runs.get(id);
		if (request.method === 'POST')
			return this.start({ object: id, parameters: request.parameters ?? {} }, request);
		if (run && edge === undefined) return reply(this.look(run));
		if (run) return this.results(run, request);
		const query = { object: id, parameters: request.parameters ?? {} };
		if (this.size(query) > this.options.syncMost)
			return { error: syncError(this.options.syncFailure, request) };
		return page(this.rows(query), request);
	}

	private start(query: InsightsQuery, request: GraphRequest): GraphOutcome {
		const isTooLarge = this.size(query) > this.options.jobMost;
		const { jobFailure } = this.options;
		if (isTooLarge && jobFailure === 'refused')
			return { error: failure(request, 400, 100, 1487534) };
		if (isTooLarge && jobFailure === 'server') return { error: failure(request, 500, 2) };
		const id = `9${String(this.runs.size).padStart(4, '0')}`;
		this.runs.set(id, {
			query,
			looks: 0,
			reads: 0,
			...(isTooLarge ? { failure: jobFailure } : {}),
		});
		return reply({ report_run_id: id });
	}

	private look(run: Run): JsonObject {
		const { looks } = this.options;
		const failed: Partial<Record<JobFailure, [string, number]>> = {
			failed: ['Job Failed', 40],
			skipped: ['Job Skipped', 0],
			stuck: ['Job Running', 99],
		};
		const [status, percent] =
			(run.failure && failed[run.failure]) ?? looks[Math.min(run.looks, looks.length - 1)];
		run.looks += 1;
		const cause = run.failure === 'failed' ? this.options.jobCause : undefined;
		return { async_status: status, async_percent_completion: percent, ...cause };
	}

	private results(run: Run, request: GraphRequest): GraphOutcome {
		run.reads += 1;
		if (run.failure === 'unreadable') return { error: failure(request, 400, 100, 1487534) };
		if (run.reads <= this.options.notReady) return { error: failure(request, 400, 2601, 1815107) };
		return page(this.rows(run.query), request);
	}

	private size(query: InsightsQuery): number {
		const { fields = [], ranges, increment } = shapeOf(query, TODAY);
		const metrics = fields.filter((field) => !/_(id|name)$/.test(field)).length;
		const days = ranges.reduce((sum, range) => sum + startsOf(range, 1).length, 0);
		const slices = ranges.reduce((sum, range) => sum + startsOf(range, increment).length, 0);
		const weight = this.options.daysCount ? days / slices / 3 : 1;
		return Math.ceil(this.rows(query).length * Math.max(1, metrics) * weight);
	}

	private slice({ object }: InsightsQuery, shape: Shape, since: string, until: string): Row[] {
		const groups = new Map<string, Group>();
		const level = shape.level ?? 'account';
		const countries = shape.breakdowns.includes('country') ? COUNTRIES : [''];
		const range = shape.ranges[0];
		for (const ad of this.ads) {
			if (![ad.campaign_id, ad.adset_id, ad.ad_id, 'act_1'].includes(object)) continue;
			if (!shape.filters.every((filter) => this.passes(ad, filter, range.since, range.until)))
				continue;
			for (const country of countries) {
				const group: Row = {
					...(shape.level
						? { [IDS[level]]: { account_id: '1', ...ad }[IDS[level] as 'ad_id'] }
						: {}),
					...(country ? { country } : {}),
				};
				this.collect(groups, group, ad, country, since, until);
			}
		}
		return [...groups.values()].map((group) => shown(group, shape, since, until));
	}

	private collect(
		groups: Map<string, Group>,
		group: Row,
		ad: Ad,
		country: string,
		since: string,
		until: string,
	): void {
		const key = JSON.stringify(group);
		for (const day of startsOf({ since, until }, 1)) {
			for (const place of country ? [country] : COUNTRIES) {
				const noise = noiseOf(`${ad.ad_id} ${day} ${place}`);
				if (noise % 10 < 3) continue;
				const row: Group = groups.get(key) ?? {
					members: {
						...ad,
						...group,
						account_id: '1',
						campaign_name: `Campaign ${ad.campaign_id}`,
					},
					impressions: 0,
					cents: 0,
					clicks: 0,
					people: new Set<number>(),
				};
				row.impressions += noise % 41;
				row.cents += noise % 137;
				row.clicks += noise % 3;
				for (let one = 0; one < 4; one++) row.people.add((noise >> one) % 23);
				groups.set(key, row);
			}
		}
	}

	private passes(ad: Ad, filter: Shape['filters'][number], since: string, until: string): boolean {
		if (filter.field === 'campaign.id') return (filter.value as string[]).includes(ad.campaign_id);
		return impressionsOf(ad.ad_id, since, until) > Number(filter.value);
	}
}

/** The same ranges are asked for again and again, in other shapes. */
const startsOf = memoize(sliceStarts, ({ since, until }, increment) =>
	[since, until, increment].join(),
);

const impressionsOf = memoize(
	(ad: string, since: string, until: string) =>
		startsOf({ since, until }, 1)
			.flatMap((day) => COUNTRIES.map((place) => noiseOf(`${ad} ${day} ${place}`)))
			.filter((noise) => noise % 10 >= 3)
			.reduce((sum, noise) => sum + (noise % 41), 0),
	(...key) => key.join(),
);

function shown(group: Group, shape: Shape, since: string, until: string): Row {
	const { members, people, cents, impressions, clicks } = group;
	const all: Row = {
		...members,
		impressions: String(impressions),
		spend: (cents / 100).toFixed(2),
		clicks: String(clicks),
		reach: String(people.size),
		frequency: String(impressions / people.size),
		...(clicks > 0 ? { actions: [{ action_type: 'link_click', value: String(clicks) }] } : {}),
	};
	const names = [...(shape.fields ?? ['impressions', 'spend']), ...shape.breakdowns];
	const kept = names.filter((name) => all[name] !== undefined);
	return {
		...Object.fromEntries(kept.map((name) => [name, all[name]])),
		date_start: since,
		date_stop: until,
	};
}

function page(rows: Row[], { parameters = {} }: GraphRequest): GraphOutcome {
	const start = Number(parameters.after ?? 0);
	const end = start + Number(parameters.limit ?? 25);
	return reply({
		data: rows.slice(start, end),
		paging:
			end < rows.length
				? { cursors: { after: String(end) }, next: 'https://graph.facebook.com/next' }
				: {},
	});
}

function reply(body: JsonObject): GraphOutcome {
	return { reply: { body, headers: {}, statusCode: 200 } };
}

export function failure(
	request: GraphRequest,
	statusCode: number,
	code: number,
	subcode?: number,
	message = 'It did not work',
): GraphError {
	const body = { error: { message, code, ...(subcode ? { error_subcode: subcode } : {}) } };
	return graphErrorFrom({ statusCode, headers: {}, body }, request);
}

function syncError(kind: FakeOptions['syncFailure'], request: GraphRequest): GraphError {
	if (kind === 'tooMuchData') return failure(request, 400, 100, 1487534);
	if (kind === 'reduce') {
		return failure(
			request,
			500,
			1,
			undefined,
			"Please reduce the amount of data you're asking for",
		);
	}
	const error = failure(request, 500, 2);
	if (kind === 'lost') error.details.class = 'outcomeUnknown';
	return error;
}

const noises = new Map<string, number>();

function noiseOf(cell: string): number {
	const noise = noises.get(cell) ?? hash(cell);
	noises.set(cell, noise);
	return noise;
}

function hash(text: string): number {
	let value = 2_166_136_261;
	for (const char of text) value = Math.imul(value ^ char.charCodeAt(0), 16_777_619) >>> 0;
	value ^= value >>> 15;
	return Math.imul(value, 2_246_822_519) >>> 0;
}
