import type { Json } from './json';
import { DEFAULT_APP_ID, DEFAULT_USER_ID } from './options';
import { seedAssets } from './seedAssets';
import type { NewObject, Store, StoredObject } from './store';

type Values = Record<string, Json | undefined>;
/** Values to set, or a function of the number of the object (from 1). */
export type Overrides = Values | ((number: number) => Values);

/** The access token of a Page. */
export const pageToken = (pageId: string): string => `test-page-token-${pageId}`;

/** Puts objects straight into the store; all helpers give the new ids, oldest first. */
export class ObjectSeed {
	constructor(
		protected readonly store: Store,
		protected readonly now: () => number,
	) {}

	/** One user with an app, two businesses, two pages, three ad accounts and what ads point to. */
	basics(): void {
		const { store } = this;
		store.insert({
			id: DEFAULT_USER_ID,
			type: 'user',
			values: { name: 'Test User', first_name: 'Test', last_name: 'User' },
		});
		this.business('2001', 'Example Business');
		this.business('2002', 'Example Agency');
		this.page('100000000003001', 'Example Shop', '2001');
		this.page('100000000003002', 'Example Shop Europe', '2001');
		this.account('1001', { name: 'Example Shop', currency: 'USD', owned_by: '2001' });
		this.account('1002', {
			name: 'Example Shop Europe',
			currency: 'EUR',
			timezone_name: 'Europe/Berlin',
			timezone_offset_hours_utc: 1,
			owned_by: '2001',
		});
		this.account('1003', {
			name: 'Example Closed Account',
			currency: 'JPY',
			account_status: 2,
			timezone_name: 'Asia/Tokyo',
			timezone_offset_hours_utc: 9,
			client_of: '2002',
		});
		seedAssets(store, this.seconds());
	}

	/** @param number without `act_`; `owned_by` and `client_of` name businesses */
	account(number: string, values: Values = {}): string {
		const { owned_by: owner, client_of: client, ...rest } = values;
		const links: Array<[string, string]> = [[DEFAULT_USER_ID, 'adaccounts']];
		if (owner) links.push([String(owner), 'owned_ad_accounts']);
		if (client) links.push([String(client), 'client_ad_accounts']);
		const account = this.store.insert({
			id: `act_${number}`,
			type: 'ad_account',
			accountId: number,
			values: {
				account_id: number,
				account_status: 1,
				age: 100,
				amount_spent: 0,
				balance: 0,
				business: owner ?? client,
				created_time: this.seconds(),
				currency: 'USD',
				disable_reason: 0,
				is_personal: 0,
				is_prepay_account: false,
				min_campaign_group_spend_cap: 10_000,
				min_daily_budget: 100,
				name: `Account ${number}`,
				owner: owner ?? client,
				spend_cap: 0,
				timezone_id: 7,
				timezone_name: 'America/New_York',
				timezone_offset_hours_utc: -5,
				...rest,
			},
			links,
		});
		const user = this.store.get(DEFAULT_USER_ID);
		if (user) this.store.link(user, [account.id, 'users']);
		return account.id;
	}

	campaigns(accountId: string, count: number, overrides: Overrides = {}): string[] {
		const account = this.parent(
			accountId.startsWith('act_') ? accountId : `act_${accountId}`,
			'ad_account',
		);
		return this.many(count, overrides, (number) => ({
			type: 'campaign',
			accountId: account.accountId,
			values: {
				account_id: account.accountId,
				buying_type: 'AUCTION',
				created_time: this.seconds(),
				name: `Campaign ${number}`,
				objective: 'OUTCOME_TRAFFIC',
				special_ad_categories: [],
				start_time: this.seconds(),
				status: 'PAUSED',
				updated_time: this.seconds(),
			},
			links: [[account.id, 'campaigns']],
		}));
	}

	adSets(campaignId: string, count: number, overrides: Overrides = {}): string[] {
		const campaign = this.parent(campaignId, 'campaign');
		return this.many(count, overrides, (number) => ({
			type: 'adset',
			accountId: campaign.accountId,
			values: {
				account_id: campaign.accountId,
				billing_event: 'IMPRESSIONS',
				campaign_id: campaign.id,
				created_time: this.seconds(),
				name: `Ad set ${number}`,
				optimization_goal: 'LINK_CLICKS',
				status: 'PAUSED',
				targeting: { geo_locations: { countries: ['US'] } },
				updated_time: this.seconds(),
			},
			links: [
				[`act_${campaign.accountId}`, 'adsets'],
				[campaign.id, 'adsets'],
			],
		}));
	}

	ads(adSetId: string, count: number, overrides: Overrides = {}): string[] {
		const adSet = this.parent(adSetId, 'adset');
		const campaignId = String(adSet.values.campaign_id);
		return this.many(count, overrides, (number) => ({
			type: 'ad',
			accountId: adSet.accountId,
			values: {
				account_id: adSet.accountId,
				adset_id: adSet.id,
				campaign_id: campaignId,
				created_time: this.seconds(),
				name: `Ad ${number}`,
				status: 'PAUSED',
				updated_time: this.seconds(),
			},
			links: [
				[`act_${adSet.accountId}`, 'ads'],
				[campaignId, 'ads'],
				[adSet.id, 'ads'],
			],
		}));
	}

	/** Lines of the change log of an ad account or an ad set, one a minute, the last one now. */
	activities(ownerId: string, count: number, overrides: Overrides = {}): string[] {
		const found = this.store.get(ownerId);
		const adSet = found?.type === 'adset' ? found : undefined;
		const account = adSet ?? this.parent(`act_${ownerId.replace(/^act_/, '')}`, 'ad_account');
		return this.many(count, overrides, (number) => ({
			type: 'ad_activity',
			accountId: account.accountId,
			values: {
				actor_id: DEFAULT_APP_ID,
				actor_name: 'Sandbox App',
				event_time: this.seconds() - 60 * (count - number),
				event_type: 'update_campaign_run_status',
				object_id: adSet?.id ?? String(number),
				object_name: `Object ${number}`,
				translated_event_type: 'Campaign status updated',
			},
			links: [
				[`act_${account.accountId}`, 'activities'],
				...(adSet ? [[adSet.id, 'activities'] as const] : []),
			],
		}));
	}

	/** People of an ad account: the list that is paged by offset. */
	users(accountId: string, count: number, overrides: Overrides = {}): string[] {
		const account = this.parent(`act_${accountId.replace(/^act_/, '')}`, 'ad_account');
		return this.many(count, overrides, (number) => ({
			type: 'user',
			values: { name: `Test User ${number}` },
			links: [[account.id, 'users']],
		}));
	}

	private business(id: string, name: string): void {
		this.store.insert({
			id,
			type: 'business',
			values: { name, created_time: this.seconds(), verification_status: 'verified' },
			links: [[DEFAULT_USER_ID, 'businesses']],
		});
	}

	private page(id: string, name: string, businessId: string): void {
		this.store.insert({
			id,
			type: 'page',
			values: {
				access_token: pageToken(id),
				category: 'Shopping & Retail',
				name,
				tasks: ['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MANAGE'],
			},
			links: [
				[DEFAULT_USER_ID, 'accounts'],
				[businessId, 'owned_pages'],
			],
		});
	}

	protected many(
		count: number,
		overrides: Overrides,
		make: (number: number) => NewObject,
	): string[] {
		const ids: string[] = [];
		for (let number = 1; number <= count; number++) {
			const object = make(number);
			const extra = typeof overrides === 'function' ? overrides(number) : overrides;
			const { id, ...values } = extra;
			const made = this.store.insert({
				...object,
				...(id === undefined ? {} : { id: String(id) }),
				values: { ...object.values, ...values },
			});
			ids.push(made.id);
		}
		return ids;
	}

	protected parent(id: string, type: string): StoredObject {
		const parent = this.store.get(id);
		if (parent?.type !== type) throw new Error(`There is no ${type} ${id}`);
		return parent;
	}

	protected seconds(): number {
		return Math.floor(this.now() / 1000);
	}
}
