import type { Sandbox } from './index';
import { todayIn } from './insights/dates';
import type { JsonObject } from './json';

/** Days of figures, up to yesterday. */
const DAYS_OF_FIGURES = 90;

/** An open ad account besides those that every sandbox has, in a currency without cents. */
const JAPAN = '1004';

/** The campaigns that the examples name: one to copy and archive, one for new ad sets. */
const EXAMPLE_CAMPAIGNS = ['120210000000000001', '120210000000000002'];

/** Campaigns of a small shop: name, objective, and what their ad sets aim at. */
const CAMPAIGNS = [
	['Blog readers', 'OUTCOME_TRAFFIC', 'LINK_CLICKS'],
	['Window shoppers', 'OUTCOME_TRAFFIC', 'LANDING_PAGE_VIEWS'],
	['Spring sale', 'OUTCOME_SALES', 'OFFSITE_CONVERSIONS'],
	['Newsletter', 'OUTCOME_LEADS', 'LEAD_GENERATION'],
	['Store opening', 'OUTCOME_AWARENESS', 'REACH'],
] as const;

/** Who ad sets are for: name and targeting. */
const AUDIENCES: Array<[string, JsonObject]> = [
	['Women 25 to 44', { age_min: 25, age_max: 44, genders: [2] }],
	['Everybody', { age_min: 18 }],
];

const FORMATS = ['Video', 'Image', 'Carousel'];
const PEOPLE = ['Customers', 'Newsletter readers', 'Visitors of the website'];
const VIDEOS = ['Unboxing', 'How we pack', 'Spring looks'];

interface Shop {
	account: string;
	country: string;
	/** Of an ad set, in minor units. */
	dailyBudget: number;
}

const SHOPS: Shop[] = [
	{ account: '1001', country: 'US', dailyBudget: 2_500 },
	{ account: '1002', country: 'DE', dailyBudget: 2_000 },
	{ account: JAPAN, country: 'JP', dailyBudget: 3_000 },
];

/**
 * A place to learn: three open ad accounts of a small shop with campaigns, ad sets, ads, videos and 90 days
 * of figures, and one that is closed. It refuses what Meta refuses of new campaigns today.
 */
export function seedWorld({ seed, store, configure }: Sandbox): void {
	configure({ legacyObjectives: false });
	seed.account(JAPAN, {
		name: 'Example Shop Japan',
		currency: 'JPY',
		timezone_name: 'Asia/Tokyo',
		timezone_offset_hours_utc: 9,
		owned_by: '2001',
	});
	for (const shop of SHOPS) seedShop(seed, shop);
	const today = todayIn('UTC', Date.now());
	for (const { account } of SHOPS) {
		const found = store.get(`act_${account}`);
		if (!found) throw new Error(`There is no ad account ${account}`);
		store.update(found, {
			insights_since: today - DAYS_OF_FIGURES,
			insights_until: today - 1,
		});
	}
}

function seedShop(seed: Sandbox['seed'], { account, country, dailyBudget }: Shop): void {
	CAMPAIGNS.forEach(([name, objective, goal], index) => {
		const status = index < 2 ? 'ACTIVE' : 'PAUSED';
		const id = account === '1001' ? EXAMPLE_CAMPAIGNS[index] : undefined;
		const about = { name, objective, status, ...(id ? { id } : {}) };
		const [campaign] = seed.campaigns(account, 1, about);
		for (const [audience, people] of AUDIENCES) {
			const [adSet] = seed.adSets(campaign, 1, {
				name: `${name} - ${audience}`,
				optimization_goal: goal,
				daily_budget: dailyBudget,
				status,
				targeting: { geo_locations: { countries: [country] }, ...people },
			});
			const named = (number: number) => ({ name: `${name} - ${FORMATS[number - 1]}` });
			const creatives = seed.creatives(adSet, FORMATS.length, named);
			seed.ads(adSet, FORMATS.length, (number) => ({
				...named(number),
				creative: { id: creatives[number - 1] },
				status,
			}));
		}
	});
	seed.customAudiences(account, PEOPLE.length, (number) => ({ name: PEOPLE[number - 1] }));
	seed.savedAudiences(account, 1, { name: 'Near the store' });
	seed.videos(`act_${account}`, VIDEOS.length, (number) => ({ title: VIDEOS[number - 1] }));
}
