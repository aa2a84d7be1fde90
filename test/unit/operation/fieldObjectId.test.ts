import fc from 'fast-check';

import { adAccountKind, campaignKind } from '../../../nodes/shared/fields/objectKinds';
import { objectId, objectIdList } from '../../../nodes/shared/operation/fields';
import { issuesOf, valueOf } from './support';

const adAccount = objectId('ad_account', adAccountKind, { to: false });
const campaign = objectId('campaign_id', campaignKind, { label: 'Campaign', to: false });
const ADS_MANAGER = 'https://adsmanager.facebook.com/adsmanager/manage';

const picker = (value: unknown, mode = 'id') => ({ __rl: true, mode, value });

describe('an ad account', () => {
	test.each([
		['123'],
		['act_123'],
		[123],
		['  act_123 '],
		[picker('123', 'list')],
		[picker('act_123')],
		[picker(`${ADS_MANAGER}/campaigns?act=123&business_id=9`, 'url')],
		[`${ADS_MANAGER}/adsets?business_id=9&act=123#top`],
		['HTTPS://business.facebook.com/adsmanager/manage/campaigns?act=123'],
	])('is read from %j', (raw) => {
		expect(valueOf(adAccount, raw)).toBe('123');
	});

	const expected =
		'must be an ad account ID: digits such as 1234567890, or act_1234567890, or a URL of Ads Manager';

	test.each([
		['abc', '"abc"'],
		[picker('abc'), '"abc"'],
		['12 34', '"12 34"'],
		['act_', '"act_"'],
		['act_12/../me', '"act_12/../me"'],
		['123?fields=id', '"123?fields=id"'],
		[-5, '-5'],
		[1.5, '1.5'],
		[{ id: '1' }, '{"id":"1"}'],
	])('is not %j', (raw, given) => {
		expect(issuesOf(adAccount, raw)).toEqual([`Ad Account ${expected} (given: ${given})`]);
	});
});

describe('a campaign', () => {
	test('is read from the selection of an Ads Manager URL', () => {
		const url = `${ADS_MANAGER}/adsets?act=1&selected_campaign_ids=120210000000000001`;
		expect(valueOf(campaign, url)).toBe('120210000000000001');
	});

	test.each([
		['selected_campaign_ids=1,2', 'is a URL that names more than one campaign'],
		['selected_campaign_ids=1%2C2', 'is a URL that names more than one campaign'],
		['act=1', 'is a URL that does not name a campaign (selected_campaign_ids=...)'],
		[
			'selected_campaign_ids=',
			'is a URL that does not name a campaign (selected_campaign_ids=...)',
		],
		[
			'selected_campaign_ids=%E0%A4%A',
			'is a URL that does not name a campaign (selected_campaign_ids=...)',
		],
	])('is not read from a URL with %s', (query, issue) => {
		const url = `https://a.example/?${query}`;
		expect(issuesOf(campaign, url)).toEqual([`Campaign ${issue} (given: "${url}")`]);
	});

	test('refuses a number that has lost digits', () => {
		expect(issuesOf(campaign, 120210000000000001)).toEqual([
			expect.stringMatching(/^Campaign is a number too large to be kept exactly; give it as text/),
		]);
		expect(valueOf(campaign, '120210000000000001')).toBe('120210000000000001');
	});

	test('has no prefix', () => {
		expect(issuesOf(campaign, 'act_1')).toHaveLength(1);
	});

	test('an ID of any length stays what it is, in every form', () => {
		const digits = fc.stringMatching(/^[1-9][0-9]{0,30}$/);
		fc.assert(
			fc.property(digits, (id) => {
				expect(valueOf(campaign, id)).toBe(id);
				expect(valueOf(campaign, picker(id))).toBe(id);
				expect(valueOf(campaign, `${ADS_MANAGER}?selected_campaign_ids=${id}`)).toBe(id);
			}),
		);
	});

	test('nothing but digits ever gets into a path', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (raw) => {
				const parsed = campaign.parse(raw, { timezone: 'UTC', apiVersion: 'v24.0' });
				if ('value' in parsed) expect(parsed.value).toMatch(/^\d+$/);
			}),
		);
	});
});

describe('the picker', () => {
	test('offers list, ID and URL, and begins with the list', () => {
		const { property } = campaign;
		expect(property.default).toEqual({ mode: 'list', value: '' });
		expect(property.modes?.map(({ name }) => name)).toEqual(['list', 'id', 'url']);
		expect(property.modes?.[0].typeOptions).toEqual({
			searchListMethod: 'searchCampaigns',
			searchable: true,
		});
	});

	test('is emptied when the ad account changes', () => {
		expect(campaign.property.typeOptions).toEqual({ loadOptionsDependsOn: ['ad_account.value'] });
	});

	test('its URL mode finds the ID that the field finds', () => {
		const url = `${ADS_MANAGER}?act=1&selected_campaign_ids=77`;
		const [, , mode] = campaign.property.modes ?? [];
		const regex = new RegExp(
			String(mode.extractValue && 'regex' in mode.extractValue && mode.extractValue.regex),
		);
		expect(regex.exec(url)?.[1]).toBe('77');
	});

	test('offers only the ID of what has neither list nor URL', () => {
		const { property } = objectId('thing_id', { noun: 'thing' });
		expect(property.default).toEqual({ mode: 'id', value: '' });
		expect(property.modes?.map(({ name }) => name)).toEqual(['id']);
	});
});

describe('a list of IDs', () => {
	const field = objectIdList('campaigns', campaignKind, { label: 'Campaign IDs', max: 3 });

	test.each([
		['1, 2,3', ['1', '2', '3']],
		[
			['1', 2],
			['1', '2'],
		],
		['["120210000000000001"]', ['120210000000000001']],
		[7, ['7']],
	])('reads %j', (raw, expected) => {
		expect(valueOf(field, raw)).toEqual(expected);
	});

	test('names what is no ID', () => {
		expect(issuesOf(field, ['1', 'x'])).toEqual([
			'Campaign IDs 2 must be a campaign ID: digits such as 1234567890, or a URL of Ads Manager (given: "x")',
		]);
	});

	test.each([[120210000000000001], ['[120210000000000001]'], [[120210000000000001]]])(
		'refuses digits that were lost: %j',
		(raw) => {
			expect(issuesOf(field, raw)).toEqual([
				expect.stringContaining('is a number too large to be kept exactly'),
			]);
		},
	);

	test('keeps to its length', () => {
		expect(issuesOf(field, '1,2,3,4')).toEqual([
			'Campaign IDs must have at most 3 IDs (given: "1,2,3,4")',
		]);
	});

	test('without entries is not given', () => {
		expect(valueOf(field, ',')).toBeUndefined();
	});
});
