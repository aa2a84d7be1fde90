import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { DATED, holds, sentenceOf, type DatedFact } from '../../../nodes/shared/dated';

const NODES = join(__dirname, '../../../nodes');

const sources = readdirSync(NODES, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts') && !file.endsWith('dated.ts'))
	.map((file) => readFileSync(join(NODES, file), 'utf8'))
	.join('\n');

describe.each(Object.entries(DATED) as Array<[string, DatedFact]>)('%s', (name, fact) => {
	test('is asked for by a form or a check', () => {
		expect(sources).toContain(`DATED.${name}`);
	});

	test('has a version or a day', () => {
		expect(fact.since).toMatch(/^(v\d+\.\d|\d{4}-\d{2}-\d{2})$/);
	});
});

test('a fact holds from its version or its day on', () => {
	const version = { since: 'v24.0', about: ['x'], then: 'y' };
	expect(holds(version, { apiVersion: 'v23.0' })).toBe(false);
	expect(holds(version, { apiVersion: 'v24.0' })).toBe(true);
	expect(sentenceOf(version)).toBe('From v24.0 on: y');
	const day = { since: '2026-01-12', about: ['x'], then: 'y' };
	expect(holds(day, { apiVersion: 'v24.0', today: '2026-01-11' })).toBe(false);
	expect(holds(day, { apiVersion: 'v24.0', today: '2026-01-12' })).toBe(true);
	expect(sentenceOf(day)).toBe('Since January 12, 2026: y');
});

test('no form words a date of its own', () => {
	const forms = sources.replace(/\/\*\*[\s\S]*?\*\/|\/\/.*$/gm, '');
	expect(
		forms.match(
			/'[^'\n]*\b(until|since|before|from) (v\d+\.\d|(january|june|september) 20\d\d)[^'\n]*'/gi,
		) ?? [],
	).toEqual([]);
});
