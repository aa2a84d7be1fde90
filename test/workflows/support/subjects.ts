import type { IDataObject } from 'n8n-workflow';

import { byId, createParameters } from './campaigns';

/** Campaigns that exist. */
export const SOURCE = '120210000000000001';
export const OTHER = '120210000000000002';

/** An operation whose every parameter comes from the item, and an item that goes through. */
export interface Subject {
	what: string;
	parameters: IDataObject;
	good: IDataObject;
}

export const create: Subject = {
	what: 'campaign.create',
	parameters: {
		ad_account: byId('={{ $json.account }}'),
		name: '={{ $json.name }}',
		objective: '={{ $json.objective }}',
		special_ad_categories: '={{ $json.categories }}',
		status: '={{ $json.status }}',
		budget:
			'={{ $json.daily_budget ? "daily" : $json.lifetime_budget || $json.bid_strategy ? "lifetime" : "adSets" }}',
		additionalFields: {
			bid_strategy: '={{ $json.bid_strategy }}',
			buying_type: '={{ $json.buying_type }}',
			daily_budget: '={{ $json.daily_budget }}',
			lifetime_budget: '={{ $json.lifetime_budget }}',
			spend_cap: '={{ $json.spend_cap }}',
			start_time: '={{ $json.start_time }}',
			stop_time: '={{ $json.stop_time }}',
			smart_promotion_type: '={{ $json.smart_promotion_type }}',
			special_ad_category_country: '={{ $json.countries }}',
			execution_options: '={{ $json.execution_options }}',
			promoted_object: { page_id: byId('={{ $json.page_id }}'), _json: '={{ $json.promoted }}' },
			iterative_split_test_configs: '={{ $json.split_tests }}',
			additionalParameters: '={{ $json.more }}',
		},
	},
	good: {
		account: '1001',
		name: 'Good',
		objective: 'OUTCOME_TRAFFIC',
		categories: [],
		status: 'PAUSED',
	},
};

export const schedule: Subject = {
	what: 'campaign.create',
	parameters: createParameters({
		name: 'Scheduled',
		additionalFields: {
			budget_schedule_specs: {
				value: [
					{
						time_start: '={{ $json.from }}',
						time_end: '={{ $json.to }}',
						budget_value: '={{ $json.value }}',
					},
				],
			},
		},
	}),
	good: { from: '2026-03-01', to: '2026-03-02', value: 500 },
};

export const update: Subject = {
	what: 'campaign.update',
	parameters: {
		campaign_id: byId('={{ $json.id }}'),
		additionalFields: { name: '={{ $json.name }}', status: '={{ $json.status }}' },
	},
	good: { id: SOURCE, name: 'Good' },
};

export const deleteMany: Subject = {
	what: 'campaign.deleteMany',
	parameters: {
		ad_account: byId('={{ $json.account }}'),
		delete_strategy: '={{ $json.strategy }}',
		additionalFields: {
			before_date: '={{ $json.before }}',
			object_count: '={{ $json.count }}',
		},
	},
	good: { account: '1001', strategy: 'DELETE_OLDEST', count: 1 },
};

export const list: Subject = {
	what: 'campaign.getMany',
	parameters: {
		ad_account: byId('={{ $json.account }}'),
		returnAll: false,
		limit: '={{ $json.limit }}',
		additionalFields: {
			date_preset: '={{ $json.preset }}',
			time_range: { value: { since: '={{ $json.since }}', until: '={{ $json.until }}' } },
			effective_status: '={{ $json.statuses }}',
		},
	},
	good: { account: '1002', limit: 5, since: '2026-01-01', until: '2026-01-02' },
};

export const study: Subject = {
	what: 'adStudy.create',
	parameters: {
		business_id: byId('={{ $json.business }}'),
		name: 'Study',
		type: 'SPLIT_TEST',
		start_time: '={{ $json.start }}',
		end_time: '={{ $json.end }}',
		cells: {
			value: [
				{
					name: '={{ $json.name }}',
					treatment_percentage: '={{ $json.a }}',
					campaigns: '={{ $json.in_a }}',
				},
				{
					name: 'B',
					treatment_percentage: '={{ $json.b }}',
					campaigns: OTHER,
				},
			],
		},
	},
	good: {
		business: '2001',
		start: '2026-03-01',
		end: '2026-03-08',
		name: 'A',
		a: 50,
		b: 50,
		in_a: SOURCE,
	},
};
