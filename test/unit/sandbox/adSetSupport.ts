import mapValues from 'lodash/mapValues';
import { ASSET_IDS } from '../../sandbox';
import type { Json, JsonObject } from '../../sandbox/json';
import { errorOf, openBench, type Bench } from './support';

export type Form = Record<string, Json>;

export const US = { geo_locations: { countries: ['US'] } };
export const PAGE = '100000000003001';
export const PIXEL = { pixel_id: ASSET_IDS.pixel, custom_event_type: 'PURCHASE' };

/** From v23.0 on a narrowed audience has to say whether Meta may go beyond it. */
const DECIDED = { targeting_automation: { advantage_audience: 0 } };

/** What is required, and a budget. */
export const AD_SET = { name: 'My ad set', daily_budget: 2000, targeting: US, status: 'PAUSED' };

/** A sandbox for all tests of a file, to make ad sets in. */
export function openAdSets(): AdSetBench {
	return new AdSetBench(openBench({ limits: { tier: 'standard_access' } }));
}

/** Makes ad sets below campaigns that it makes too. */
export class AdSetBench {
	constructor(readonly bench: Bench) {}

	/** The answer to creating an ad set; a value of `null` leaves a parameter out. */
	async create(values: Form = {}, campaign: Form = {}, version = 'v24.0'): Promise<JsonObject> {
		const id = values.campaign_id ?? (await this.bench.campaign(campaign));
		const form = without({ ...AD_SET, campaign_id: id, ...values });
		const { body } = await this.bench.ask(`${version}/act_1001/adsets`, { form });
		return body;
	}

	/** The id of a new ad set. */
	async make(values: Form = {}, campaign: Form = {}): Promise<string> {
		const body = await this.create(values, campaign);
		if (typeof body.id !== 'string') throw new Error(JSON.stringify(body));
		return body.id;
	}

	/** The error of creating an ad set, and a check that nothing was made. */
	async refusal(values: Form, campaign: Form = {}, version = 'v24.0'): Promise<JsonObject> {
		const before = this.count;
		const error = errorOf(await this.create(values, campaign, version));
		if (this.count !== before) throw new Error('An ad set was made');
		return error;
	}

	get count(): number {
		return this.bench.sandbox.store.ofType('adset').length;
	}
}

/** A rule: what breaks it, what does not, and the campaign of both. */
export interface Rule {
	bad: Form;
	good: Form;
	campaign?: Form;
	/** Subcode, or code of an error that has none. */
	code?: number;
	blames: Json;
}
export type Rules = Record<string, Rule>;

/** Two tests for each rule: one side is refused with the right error, the other is taken. */
export function describeRules(sets: AdSetBench, rules: Rules): void {
	describe.each(Object.entries(rules))(
		'%s',
		(_title, { bad, good, campaign = {}, code, blames }) => {
			it('is refused', async () => {
				const error = await sets.refusal(bad, campaign);
				expect(error.error_subcode ?? error.code).toBe(code ?? 100);
				expect(blamed(error)).toEqual(blames);
			});

			it('is taken otherwise', async () => {
				expect(await sets.create(good, campaign)).toMatchObject({ success: true });
			});
		},
	);
}

/** A rule about the members of a targeting spec. */
export interface TargetingRule {
	bad: JsonObject;
	good: JsonObject;
	code?: number;
	blames: string[];
}

export function describeTargeting(sets: AdSetBench, rules: Record<string, TargetingRule>): void {
	const ofAdSets = mapValues(rules, ({ bad, good, ...rest }) => ({
		...rest,
		bad: { targeting: { ...DECIDED, ...bad } },
		good: { targeting: { ...DECIDED, ...good } },
	}));
	describeRules(sets, ofAdSets);
}

function without(form: Form): Form {
	return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null));
}

/** The path of the first parameter that an error blames. */
export function blamed(error: JsonObject): Json | undefined {
	const data = error.error_data as { blame_field_specs?: Json[] } | undefined;
	return data?.blame_field_specs?.[0];
}
