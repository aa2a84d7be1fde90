import { Seed as InsightsSeed } from '../insights/seed';
import { DEFAULT_USER_ID } from '../options';
import type { Overrides } from '../seed';
import type { NewObject } from '../store';
import { ASSET_IDS } from '../seedAssets';
import { listsOf } from './finish';

/** Code of the Instagram video that may be used in partnership ads. */
export const PARTNERSHIP_AD_CODE = '123456789';

const INSTAGRAM_USER = ASSET_IDS.instagramAccount;
const INSTAGRAM_VIDEO = '17900000000000001';

/** Everything that can be seeded: objects, what reports are made of, and videos. */
export class Seed extends InsightsSeed {
	/** The app, and an Instagram account with two posts, linked to two ad accounts. */
	videoBasics(appId: string): void {
		const { store } = this;
		store.insert({ id: appId, type: 'application', values: { name: 'Sandbox App' } });
		const instagramUser = store.get(INSTAGRAM_USER);
		if (instagramUser) {
			store.link(instagramUser, ['act_1002', 'instagram_accounts']);
			store.link(instagramUser, ['act_1002', 'connected_instagram_accounts']);
		}
		store.insert(
			this.instagramPost(INSTAGRAM_VIDEO, {
				caption: 'Summer shoes',
				media_product_type: 'REELS',
				media_type: 'VIDEO',
				partnership_ad_ad_code: PARTNERSHIP_AD_CODE,
				thumbnail_url: 'https://example.com/summer-shoes.jpg',
			}),
		);
		store.insert(
			this.instagramPost('17900000000000002', {
				caption: 'Winter shoes',
				media_product_type: 'FEED',
				media_type: 'IMAGE',
				media_url: 'https://example.com/winter-shoes.jpg',
			}),
		);
	}

	/**
	 * Videos that are ready, of an ad account, a Page or a person.
	 * @param overrides a person's videos are `relation: 'uploaded'` or 'tagged'
	 */
	videos(ownerId: string, count: number, overrides: Overrides = {}): string[] {
		const owner = this.store.get(ownerId) ?? this.store.get(`act_${ownerId}`);
		if (!owner) throw new Error(`There is no object ${ownerId}`);
		const edges = owner.type === 'user' ? ['videos'] : listsOf(owner);
		return this.many(count, overrides, (number) => ({
			type: 'video',
			accountId: owner.accountId,
			values: {
				created_time: this.seconds(),
				length: 10,
				published: owner.type !== 'ad_account',
				title: `Video ${number}`,
				updated_time: this.seconds(),
				...(owner.type === 'page' ? { page_id: owner.id } : {}),
				...(owner.id === DEFAULT_USER_ID ? { relation: 'uploaded' } : {}),
			},
			links: edges.map((edge) => [owner.id, edge] as const),
		}));
	}

	private instagramPost(id: string, values: NewObject['values']): NewObject {
		return {
			id,
			type: 'instagram_media',
			values: {
				permalink: `https://www.instagram.com/p/sandbox-${id}/`,
				timestamp: this.seconds(),
				username: 'example.shop',
				...values,
			},
			links: [[INSTAGRAM_USER, 'media']],
		};
	}
}
