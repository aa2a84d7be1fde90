import type { IDataObject } from 'n8n-workflow';

import { packageNode } from '../tools/nodes';
import { CAMPAIGN, oneAdSetNode } from './support/adSets';
import { asForm } from './support/asForm';
import { GOOD } from './support/badAdSets';
import { Bench, itemsOf, pairsOf } from './support/bench';
import { AD_SET, REFUSED_AD_SETS } from './support/refusals';
import { REFUSED_AUDIENCES, REFUSED_TARGETING } from './support/targetingRefusals';

jest.mock('../../nodes/shared/graph/clock', () => jest.requireActual('./support/virtualClock'));

const US = { geo_locations: { countries: ['US'] } };

let bench: Bench;
beforeAll(async () => (bench = await Bench.open()));
afterAll(async () => await bench.sandbox.close());
beforeEach(() => {
	bench.reset();
	bench.sandbox.configure({ ios14AdSetLimit: 1, restrictedCountries: ['CU'] });
	bench.sandbox.seed.campaigns('1001', 1, { id: CAMPAIGN });
	bench.sandbox.seed.adSets(CAMPAIGN, 1, { id: AD_SET });
});

const { resources } = packageNode('metaAdSet');

/** A workflow of one node that goes on after errors. */
function nodeOf(what: string, values: IDataObject) {
	const [resource, operation] = what.split('.');
	const parameters = asForm(resources[resource].operations[operation], values);
	return oneAdSetNode(what, parameters, { onError: 'continueRegularOutput' });
}

const rows = [...REFUSED_AD_SETS, ...REFUSED_TARGETING, ...REFUSED_AUDIENCES].map(
	([title, code, what, values, advice, prepare]) =>
		[title, code, { what, values, advice, prepare }] as const,
);

test.each(rows)('%s (%s) is told with advice', async (_title, code, refusal) => {
	const { what, values, advice, prepare } = refusal;
	prepare?.(bench.sandbox);
	const before = bench.sandbox.store.ofType('adset').length;
	const run = await bench.run(nodeOf(what, values), { items: [{}, {}] });
	expect(pairsOf(run)).toEqual([0, 1]);
	for (const { error, message, details } of itemsOf(run)) {
		expect(String(error)).not.toMatch(/undefined|\[object|^\(#/);
		expect(String(message)).toMatch(advice);
		expect(String(message)).toMatch(/Meta's trace ID for support: Sandbox\d+/);
		const { code: given, error_subcode: subcode } = details as IDataObject;
		expect(subcode === undefined ? String(given) : `${given}/${subcode}`).toBe(code);
	}
	expect(bench.sandbox.store.ofType('adset')).toHaveLength(before);
});

test.each([
	['expired-token', 190, /expired/],
	['revoked-token', 190, /password has changed/],
	['no-permission-token', 200, /permission/],
])('a credential with %s is told so', async (token, code, advice) => {
	for (const [what, values] of [
		['adSet.create', GOOD['adSet.create']],
		['targeting.getReachEstimate', { ad_account: '1001', targeting: US }],
		['audience.getMany', { ad_account: '1001' }],
	] as Array<[string, IDataObject]>) {
		const run = await bench.run(nodeOf(what, values), { token });
		for (const { message, details } of itemsOf(run)) {
			expect(details).toMatchObject({ code });
			expect(String(message)).toMatch(advice);
		}
	}
});
