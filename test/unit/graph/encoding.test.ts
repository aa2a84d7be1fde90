import * as fc from 'fast-check';

import { parseJson } from '../../../nodes/shared/graph/json';
import {
	isTooLongForUrl,
	toBatchStep,
	toFields,
	toFormText,
} from '../../../nodes/shared/graph/encoding';

describe('toFields', () => {
	test('writes nested values as JSON text and leaves out what is undefined', () => {
		const parameters = {
			name: 'A & B',
			daily_budget: 1000,
			is_test: false,
			special_ad_categories: [],
			promoted_object: { page_id: '1', nested: [1, null] },
			spend_cap: null,
			missing: undefined,
		};

		expect(toFields(JSON.parse(JSON.stringify(parameters)))).toEqual({
			name: 'A & B',
			daily_budget: '1000',
			is_test: 'false',
			special_ad_categories: '[]',
			promoted_object: '{"page_id":"1","nested":[1,null]}',
			spend_cap: 'null',
		});
		expect(toFields({ fields: ['id', 'adsets{name}'] })).toEqual({ fields: 'id,adsets{name}' });
		expect(toFields({ missing: undefined } as never)).toEqual({});
		expect(toFields()).toEqual({});
	});
});

test('any text survives the form encoding', () => {
	fc.assert(
		fc.property(
			fc.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })),
			(fields) => {
				const text = toFormText(fields);
				expect(text).toMatch(/^[\x21-\x7e]*$/);
				expect(text).not.toContain('+');
				expect(Object.fromEntries(new URLSearchParams(text))).toEqual({ ...fields });
			},
		),
	);
});

test('half of a character pair does not stop a request', () => {
	expect(toFormText({ name: 'cut \ud83d' })).toBe('name=cut%20%EF%BF%BD');
});

describe('toBatchStep', () => {
	test('puts the parameters of a read into its URL', () => {
		expect(
			toBatchStep({ method: 'GET', path: '/1', parameters: { fields: 'id,name', limit: 2 } }),
		).toEqual({ method: 'GET', relative_url: '1?fields=id%2Cname&limit=2' });
	});

	test('puts the parameters of a write into its body', () => {
		expect(
			toBatchStep({ method: 'POST', path: '/act_1/campaigns', parameters: { name: 'A&B=C' } }),
		).toEqual({ method: 'POST', relative_url: 'act_1/campaigns', body: 'name=A%26B%3DC' });
	});

	test('a delete has neither body nor question mark', () => {
		expect(toBatchStep({ method: 'DELETE', path: '/1' })).toEqual({
			method: 'DELETE',
			relative_url: '1',
		});
	});
});

test('only reads with very many parameters are too long for a URL', () => {
	const parameters = {
		ids: Array.from({ length: 600 }, (_unused, index) => `12021000000${index}`),
	};
	expect(isTooLongForUrl({ method: 'GET', path: '/', parameters })).toBe(true);
	expect(isTooLongForUrl({ method: 'POST', path: '/', parameters })).toBe(false);
	expect(isTooLongForUrl({ method: 'GET', path: '/1', parameters: { fields: 'id' } })).toBe(false);
});

describe('parseJson', () => {
	test('keeps IDs beyond 2^53', () => {
		expect(
			parseJson('{"id":120210000000000001,"list":[-9007199254740993, 12],"n":{"x" : 23842}}'),
		).toEqual({ id: '120210000000000001', list: ['-9007199254740993', 12], n: { x: 23842 } });
		expect(parseJson('120210000000000001')).toBe('120210000000000001');
	});

	test('leaves safe integers, fractions and texts as they are', () => {
		const text =
			'{"a":9007199254740991,"b":0.12345678901234567,"c":1e21,"d":"x:120210000000000001, \\"[120210000000000001]"}';
		expect(parseJson(text)).toEqual(JSON.parse(text));
	});

	test('gives undefined for what is not JSON', () => {
		expect(parseJson('<html>')).toBeUndefined();
		expect(parseJson('{"id":120210000000000001,')).toBeUndefined();
		expect(parseJson('')).toBeUndefined();
	});

	test('reads all JSON without long integers as JSON.parse does', () => {
		fc.assert(
			fc.property(fc.json(), (json) => {
				const wrapped = `{"id":120210000000000001,"value":${json}}`;
				const longInteger = /(?<![\d.eE+"-])-?\d{16,}(?![\d.eE])/;
				fc.pre(!longInteger.test(json));
				expect(parseJson(wrapped)).toEqual({
					id: '120210000000000001',
					value: JSON.parse(json),
				});
			}),
		);
	});
});
