import type { Json } from './json';
import type { NewObject, Store } from './store';

/** Ids that tests may count on. */
export const ASSET_IDS = {
	pixel: '700000000000001',
	app: '900000000000011',
	customConversion: '670000000000001',
	instagramAccount: '17841400000000001',
	catalog: '600000000000001',
	productSet: '610000000000001',
	shop: '650000000000001',
	/** Reserved; the second for Instagram, the third not reserved. */
	predictions: ['880000000000001', '880000000000002', '880000000000003'],
	/** People on a list, people who watched a video, people like them, and one that was disabled. */
	audiences: ['23850000000000001', '23850000000000002', '23850000000000003', '23850000000000009'],
	savedAudiences: ['23860000000000001', '23860000000000002', '23860000000000003'],
} as const;

export const APP_STORE_URLS = {
	google_play: 'https://play.google.com/store/apps/details?id=com.example.shop',
	itunes: 'https://apps.apple.com/us/app/example-shop/id1000000001',
};

interface Asset extends NewObject {
	/** Number of the ad account, for edges of an account. */
	edges?: string[];
}

const account = '1001';

const asset = (
	type: string,
	id: string,
	edges: string[],
	values: Record<string, Json | undefined>,
): Asset => ({ type, id, edges, values });

/** What ads of account 1001 can point to: pixels, apps, Instagram accounts, catalogs, audiences. */
export function seedAssets(store: Store, nowS: number): void {
	const insert = ({ edges = [], ...object }: Asset) =>
		store.insert({
			...object,
			accountId: account,
			links: [...(object.links ?? []), ...edges.map((edge) => [`act_${account}`, edge] as const)],
		});
	for (const item of [...businessAssets(nowS), ...audiences(nowS), ...predictions()]) insert(item);
	for (const page of ['100000000003001', '100000000003002']) {
		const found = store.get(page);
		if (found) store.link(found, [`act_${account}`, 'promote_pages']);
	}
	for (const number of ['1001', '1002', '1003']) addTerms(store, number);
	const closed = store.get('act_1003');
	if (closed) store.update(closed, { has_audience_terms: false });
}

function businessAssets(nowS: number): Asset[] {
	const { pixel, app, instagramAccount, catalog, productSet } = ASSET_IDS;
	const pixels = ['Example Shop Pixel', 'Example Blog Pixel'].map((name, i) =>
		asset('ads_pixel', String(Number(pixel) + i), ['adspixels'], {
			creation_time: nowS,
			is_unavailable: false,
			last_fired_time: nowS,
			name,
		}),
	);
	const apps = ['Example Shop App', 'Example Game'].map((name, i) =>
		asset('application', String(Number(app) + i), ['advertisable_applications', 'applications'], {
			app_name: name,
			link: 'https://example.com/app',
			name,
			object_store_urls: APP_STORE_URLS,
			supported_platforms: ['ANDROID', 'IPHONE'],
		}),
	);
	const conversion = asset('custom_conversion', ASSET_IDS.customConversion, ['customconversions'], {
		custom_event_type: 'PURCHASE',
		name: 'Big order',
		rule: '{"url":{"i_contains":"thanks"}}',
	});
	const accounts = ['example.shop', 'example.europe'].map((username, i) =>
		asset(
			'instagram_user',
			`1784140000000000${i + Number(instagramAccount.slice(-1))}`,
			['instagram_accounts', 'connected_instagram_accounts'],
			{ followers_count: 1200, name: username, username },
		),
	);
	const sets = ['All products', 'Shoes', 'Handbags', 'Summer sale'].map((name, i) => ({
		...asset('product_set', String(Number(productSet) + i), [], {
			filter: '{}',
			name,
			product_catalog: catalog,
			product_count: 40 - i * 10,
		}),
		links: [[catalog, 'product_sets']] as const,
	}));
	return [
		...pixels,
		...apps,
		...accounts,
		conversion,
		{
			...asset('product_catalog', catalog, [], {
				name: 'Example Catalog',
				product_count: 40,
				vertical: 'commerce',
			}),
			links: [['2001', 'owned_product_catalogs']],
		},
		...sets,
	];
}

/** Kind, name and people of each custom audience; `disabled` is its last. */
const AUDIENCES: Array<[subtype: string, name: string, people: number]> = [
	['CUSTOM', 'Existing customers', 52_000],
	['ENGAGEMENT', 'Watched our video', 18_000],
	['LOOKALIKE', 'Lookalike (US, 1%) - Existing customers', 2_100_000],
	['CUSTOM', 'Audience of a closed account', 9000],
];

function audiences(nowS: number): Asset[] {
	const custom = AUDIENCES.map(([subtype, name, people], i) =>
		asset('custom_audience', ASSET_IDS.audiences[i], [], {
			account_id: account,
			approximate_count_lower_bound: people,
			approximate_count_upper_bound: Math.round(people * 1.18),
			delivery_status: { code: 200, description: 'This audience is ready for use.' },
			description: '',
			name,
			operation_status:
				i === AUDIENCES.length - 1
					? { code: 471, description: 'This audience was disabled' }
					: { code: 200, description: 'Normal' },
			subtype,
			time_created: nowS,
			time_updated: nowS,
		}),
	);
	const saved = ['US shoppers', 'Young travelers', 'German gardeners'].map((name, i) =>
		asset('saved_audience', ASSET_IDS.savedAudiences[i], ['saved_audiences'], {
			account: `act_${account}`,
			approximate_count_lower_bound: 1_000_000,
			approximate_count_upper_bound: 1_180_000,
			name,
			run_status: 'ACTIVE',
			targeting: {
				age_min: 18 + i,
				geo_locations: { countries: [i === 2 ? 'DE' : 'US'] },
			},
			time_created: nowS,
			time_updated: nowS,
		}),
	);
	return [...custom, ...saved];
}

function predictions(): Asset[] {
	const [plain, instagram, open] = ASSET_IDS.predictions;
	const make = (id: string, status: string, destinations: string[]) =>
		asset('reach_frequency_prediction', id, ['reachfrequencypredictions'], {
			destination_ids: destinations,
			name: `Prediction ${id.slice(-1)}`,
			reservation_status: status,
			status: 1,
		});
	return [
		make(plain, 'RESERVED', ['100000000003001']),
		make(instagram, 'RESERVED', ['100000000003001', ASSET_IDS.instagramAccount]),
		make(open, 'NONE', []),
	];
}

function addTerms(store: Store, number: string): void {
	store.insert({
		id: `9900${number}`,
		type: 'custom_audiences_tos',
		accountId: number,
		values: { content: 'Facebook Custom Audience Terms', type: 'web' },
		links: [[`act_${number}`, 'customaudiencestos']],
	});
}
