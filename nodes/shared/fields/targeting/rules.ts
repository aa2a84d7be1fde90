import type { GraphValue } from '../../graph/types';
import { labelOf } from '../../operation/naming';
import type { Issue, RuleOn } from '../../operation/types';
import { membersOf } from '../rules';
import { locationIssue } from './geoRules';

/** A targeting as it is sent. */
type Targeting = Record<string, GraphValue | undefined>;

/** What of a targeting does not fit, if anything. */
type TargetingRule = (targeting: Targeting) => Issue | undefined;

/** Positions and the platform that they are on (Placement Targeting). */
const PLATFORM_OF: Record<string, string> = {
	facebook_positions: 'facebook',
	instagram_positions: 'instagram',
	threads_positions: 'threads',
	messenger_positions: 'messenger',
	audience_network_positions: 'audience_network',
};

interface Dependency {
	list: string;
	value: string;
	/** What has to be chosen too; a list that is left out has all its values. */
	needs: Array<{ list: string; value: string }>;
}

function dependency(list: string, value: string, others: string[], otherList = list): Dependency {
	return { list, value, needs: others.map((other) => ({ list: otherList, value: other })) };
}

/** Choices that need others (Instagram Ads API; Threads Ads; Placement Targeting). */
const DEPENDENCIES: Dependency[] = [
	dependency('publisher_platforms', 'threads', ['instagram']),
	dependency('instagram_positions', 'explore', ['stream']),
	dependency('instagram_positions', 'explore_home', ['stream', 'explore']),
	dependency('instagram_positions', 'ig_search', ['stream']),
	dependency('threads_positions', 'threads_stream', ['stream'], 'instagram_positions'),
	dependency('whatsapp_positions', 'status', ['story'], 'instagram_positions'),
	dependency('facebook_positions', 'marketplace', ['feed']),
	dependency('facebook_positions', 'notification', ['feed']),
	dependency('facebook_positions', 'profile_feed', ['feed']),
	dependency('facebook_positions', 'search', ['feed']),
];

/** Members that say whom to reach without a place (Basic Targeting; Advanced Targeting). */
const INSTEAD_OF_PLACES = [
	'custom_audiences',
	'dynamic_audience_ids',
	'place_page_set_ids',
	'product_audience_specs',
];

function nameOf(value: string): string {
	return value === 'ig_search' ? 'Search Results' : labelOf(value);
}

function listIn(targeting: Targeting, name: string): GraphValue[] | undefined {
	const value = targeting[name];
	return Array.isArray(value) && value.length > 0 ? value : undefined;
}

const positionsHavePlatform: TargetingRule = (targeting) => {
	const platforms = listIn(targeting, 'publisher_platforms');
	const homeless = Object.entries(PLATFORM_OF).find(
		([list, platform]) => listIn(targeting, list) && platforms && !platforms.includes(platform),
	);
	if (!homeless) return undefined;
	const [list, platform] = homeless;
	return {
		path: [list],
		message: `cannot be chosen: {targeting.publisher_platforms} do not include ${labelOf(platform)}`,
	};
};

const dependenciesAreMet: TargetingRule = (targeting) => {
	for (const { list, value, needs } of DEPENDENCIES) {
		if (!listIn(targeting, list)?.includes(value)) continue;
		const missing = needs.find((need) => {
			const chosen = listIn(targeting, need.list);
			return chosen && !chosen.includes(need.value);
		});
		if (missing) {
			const [chosen, needed] = [nameOf(value), nameOf(missing.value)];
			return {
				path: [list],
				message:
					missing.list === list
						? `must include ${needed} where ${chosen} is chosen`
						: `with ${chosen} need ${needed} among {targeting.${missing.list}}`,
			};
		}
	}
	return undefined;
};

const audienceNetworkHasCompany: TargetingRule = (targeting) => {
	const platforms = listIn(targeting, 'publisher_platforms');
	return platforms?.length === 1 && platforms[0] === 'audience_network'
		? { path: ['publisher_platforms'], message: 'cannot be Audience Network alone' }
		: undefined;
};

const sponsoredMessagesStandAlone: TargetingRule = (targeting) => {
	const positions = listIn(targeting, 'messenger_positions');
	if (!positions?.includes('sponsored_messages')) return undefined;
	const platforms = listIn(targeting, 'publisher_platforms') ?? [];
	return positions.length > 1 || platforms.some((platform) => platform !== 'messenger')
		? {
				path: ['messenger_positions'],
				message: 'cannot combine Sponsored Messages with other placements',
			}
		: undefined;
};

const agesAreInOrder: TargetingRule = ({ age_min: youngest, age_max: oldest }) =>
	Number(oldest) < Number(youngest)
		? { path: ['age_max'], message: `must not be below the minimum age (${String(youngest)})` }
		: undefined;

/** Versions of one system cannot be asked for beside the other system (Advanced Targeting, Mobile). */
const systemsFit: TargetingRule = (targeting) => {
	const systems = (listIn(targeting, 'user_os') ?? []).map((value) => String(value).toLowerCase());
	const isMixed = ['ios', 'android'].every((name) =>
		systems.some((system) => system.startsWith(name)),
	);
	return isMixed && systems.some((system) => system.includes('_ver_'))
		? {
				path: ['user_os'],
				message: 'cannot have versions of one system together with the other system',
			}
		: undefined;
};

const reachesSomebody: TargetingRule = (targeting) => {
	const hasPlace = Object.entries(targeting.geo_locations ?? {}).some(
		([name, places]) => name !== 'location_types' && Array.isArray(places) && places.length > 0,
	);
	return hasPlace || INSTEAD_OF_PLACES.some((name) => listIn(targeting, name))
		? undefined
		: { path: ['geo_locations'], message: 'must have at least one place, such as a country' };
};

const RULES: TargetingRule[] = [
	reachesSomebody,
	locationIssue,
	agesAreInOrder,
	positionsHavePlatform,
];

/** Meta lifts such limits now and then: what was read of an ad set may have more. */
const WAIVABLE_RULES: TargetingRule[] = [
	dependenciesAreMet,
	audienceNetworkHasCompany,
	sponsoredMessagesStandAlone,
	systemsFit,
];

/** What the documentation says of the parts of a targeting, checked without a call. */
export const targetingRules = [
	...RULES.map((rule) => asRule(rule, false)),
	...WAIVABLE_RULES.map((rule) => asRule(rule, true)),
];

function asRule(rule: TargetingRule, waivable: boolean): RuleOn<'targeting'> {
	const issueOf = (targeting: GraphValue | undefined) =>
		targeting === undefined ? undefined : rule(membersOf(targeting));
	return {
		at: 'targeting',
		waivable,
		when: ({ targeting }) => issueOf(targeting)?.path,
		message: ({ targeting }) => issueOf(targeting)?.message ?? '',
	};
}
