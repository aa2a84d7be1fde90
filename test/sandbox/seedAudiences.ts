import { ObjectSeed, type Overrides } from './seed';

/** Audiences and creatives: what ad sets refer to, as many as wanted. */
export class AudienceSeed extends ObjectSeed {
	/** Creatives of the ads of an ad set. */
	creatives(adSetId: string, count: number, overrides: Overrides = {}): string[] {
		const adSet = this.parent(adSetId, 'adset');
		return this.many(count, overrides, (number) => ({
			type: 'ad_creative',
			accountId: adSet.accountId,
			values: {
				account_id: adSet.accountId,
				name: `Creative ${number}`,
				status: 'ACTIVE',
				title: `Title ${number}`,
			},
			links: [
				[`act_${adSet.accountId}`, 'adcreatives'],
				[adSet.id, 'adcreatives'],
			],
		}));
	}

	customAudiences(accountId: string, count: number, overrides: Overrides = {}): string[] {
		const account = this.parent(`act_${accountId.replace(/^act_/, '')}`, 'ad_account');
		return this.many(count, overrides, (number) => ({
			type: 'custom_audience',
			accountId: account.accountId,
			values: {
				account_id: account.accountId,
				approximate_count_lower_bound: 1000 * number,
				approximate_count_upper_bound: 1180 * number,
				name: `Audience ${number}`,
				operation_status: { code: 200, description: 'Normal' },
				subtype: 'CUSTOM',
				time_created: this.seconds(),
				time_updated: this.seconds(),
			},
		}));
	}

	savedAudiences(accountId: string, count: number, overrides: Overrides = {}): string[] {
		const account = this.parent(`act_${accountId.replace(/^act_/, '')}`, 'ad_account');
		return this.many(count, overrides, (number) => ({
			type: 'saved_audience',
			accountId: account.accountId,
			values: {
				account: account.id,
				name: `Saved audience ${number}`,
				run_status: 'ACTIVE',
				targeting: { geo_locations: { countries: ['US'] } },
				time_created: this.seconds(),
				time_updated: this.seconds(),
			},
			links: [[account.id, 'saved_audiences']],
		}));
	}
}
