import type { Overrides } from '../seed';
import { AudienceSeed } from '../seedAudiences';
import { dayOf, todayIn } from './dates';

/** How many objects a seeded tree has, and when its ads delivered. */
export interface InsightsTree {
	campaigns: number;
	adSetsPerCampaign: number;
	adsPerAdSet: number;
	days: { since: string; until: string };
	/** Of all of them; default PAUSED. Ads that are ACTIVE raise the quotas of the account. */
	status?: string;
}

export interface InsightsIds {
	campaigns: string[];
	adSets: string[];
	ads: string[];
}

/** Everything that can be seeded: objects, and what reports are made of. */
export class Seed extends AudienceSeed {
	/**
	 * Campaigns, ad sets and ads that have delivered on every day of a range, so that reports have
	 * rows. Both ends are YYYY-MM-DD; the range holds for the whole ad account.
	 */
	insightsTree(accountId: string, tree: InsightsTree): InsightsIds {
		const account = this.parent(`act_${accountId.replace(/^act_/, '')}`, 'ad_account');
		const { status = 'PAUSED' } = tree;
		const campaigns = this.campaigns(account.id, tree.campaigns, { status });
		const adSets = campaigns.flatMap((id) => this.adSets(id, tree.adSetsPerCampaign, { status }));
		const ads = adSets.flatMap((id) => this.ads(id, tree.adsPerAdSet, { status }));
		this.store.update(account, {
			insights_since: dayOf(tree.days.since),
			insights_until: dayOf(tree.days.until),
		});
		return { campaigns, adSets, ads };
	}

	/**
	 * Rows of ads by day without any ads behind them, as many as wanted: they are made when read.
	 * @param days how many days they spread over, up to yesterday
	 */
	insightsRows(objectId: string, count: number, days = 30): string[] {
		const object = this.store.get(objectId);
		if (!object) throw new Error(`There is no object ${objectId}`);
		const today = todayIn('UTC', this.now());
		this.store.update(object, {
			insights_days: days,
			insights_from: today - days,
			insights_rows: count,
		});
		return [object.id];
	}

	mmmReports(accountId: string, count: number, overrides: Overrides = {}): string[] {
		const account = this.parent(`act_${accountId.replace(/^act_/, '')}`, 'ad_account');
		return this.many(count, overrides, (number) => ({
			type: 'mmm_report',
			accountId: account.accountId,
			values: {
				async_status: 'Job Completed',
				export_format: 'csv',
				export_name: `MMM report ${number}`,
				export_type: 'MMM',
				has_seen: false,
				mmm_status: 'COMPLETED',
				time_start: this.seconds(),
			},
			links: [[account.id, 'ads_reporting_mmm_reports']],
		}));
	}

	mmmSchedulers(accountId: string, count: number, overrides: Overrides = {}): string[] {
		const account = this.parent(`act_${accountId.replace(/^act_/, '')}`, 'ad_account');
		return this.many(count, overrides, (number) => ({
			type: 'mmm_scheduler',
			accountId: account.accountId,
			values: {
				ad_account_ids: [String(account.accountId)],
				filtering: [],
				report_name: `MMM scheduler ${number}`,
				schedule_frequency: 'WEEKLY',
			},
			links: [[account.id, 'ads_reporting_mmm_schedulers']],
		}));
	}
}
