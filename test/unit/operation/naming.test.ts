import { labelOf } from '../../../nodes/shared/operation/naming';

test.each([
	['special_ad_category_country', 'Special Ad Category Country'],
	['COST_CAP', 'Cost Cap'],
	['campaign_id', 'Campaign ID'],
	['adset_ids', 'Ad Set IDs'],
	['object_store_url', 'Object Store URL'],
	['of_the_year', 'Of the Year'],
	['amounts_in', 'Amounts In'],
	['last_7d', 'Last 7d'],
	['cost_per_thruplay', 'Cost per ThruPlay'],
	['is_rendered_as_ai', 'Is Rendered as AI'],
	['rf_min_info', 'Reach and Frequency Minimum Information'],
	['_json', 'JSON'],
])('%s is shown as %s', (name, label) => {
	expect(labelOf(name)).toBe(label);
});
