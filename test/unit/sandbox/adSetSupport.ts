import { APP_STORE_URLS, ASSET_IDS } from '../../sandbox';
import type { Json, JsonObject } from '../../sandbox/json';
import { errorOf, openBench, type Bench } from './support';

export type Form = Record<string, Json>;

export const US = { geo_locations: { countries: ['US'] } };
export const PAGE = '100000000003001';
export const APP = { application_id: ASSET_IDS.app, object_store_url: APP_STORE_URLS.google_play };
export const PIXEL = { pixel_id: ASSET_IDS.pixel, custom_event_type: 'PURCHASE' };

export const CONVERSIONS = { optimization_goal: 'OFFSITE_CONVERSIONS', promoted_object: PIXEL };
export const SHOP = [{ commerce_merchant_settings_id: ASSET_IDS.shop }];

export const promoting = (promoted_object: Json): Form => ({ promoted_object });
export const placed = (spec: Form): Form => ({ ...US, ...spec });
export const aimed = (spec: Form): Form => ({ targeting: placed(spec) });
export const omnichannel = (omnichannel_object: Json): Form => ({
	optimization_goal: 'OFFSITE_CONVERSIONS',
	promoted_object: { omnichannel_object },
});

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

/** What breaks a rule, what does not, and the blamed path, with the subcode or a code of its own. */
export type Rule = [bad: Form, good: Form, blames: string, code?: number];

/** @param campaign what is special about the campaigns of the ad sets */
export function describeRules(sets: AdSetBench, campaign: Form, rules: Rule[]): void {
	const below = `below a campaign of ${JSON.stringify(campaign)}`;
	it.each(rules)(`${below} refuses %j, not %j`, async (bad, good, blames, code = 100) => {
		const error = await sets.refusal(bad, campaign);
		expect([blamed(error), error.error_subcode ?? error.code]).toEqual([blames, code]);
		expect(await sets.create(good, campaign)).toMatchObject({ success: true });
	});
}

/** Rules about members of a targeting spec. */
export function describeTargeting(sets: AdSetBench, rules: Rule[]): void {
	const targeting = (spec: Form) => ({ targeting: { ...DECIDED, ...spec } });
	const ofAdSets = rules.map(
		([bad, good, blames, code]): Rule => [
			targeting(bad),
			targeting(good),
			`targeting${blames && '.'}${blames}`,
			code,
		],
	);
	describeRules(sets, {}, ofAdSets);
}

function without(form: Form): Form {
	return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== null));
}

/** The path of the first parameter that an error blames, as `targeting.age_min`. */
export function blamed(error: JsonObject): string | undefined {
	const data = error.error_data as { blame_field_specs?: string[][] } | undefined;
	return data?.blame_field_specs?.[0].join('.');
}
