import type { JsonObject } from '../json';
import { rule } from './rules';
import { inSpec, type TargetingRule } from './targetingCase';
import { PLATFORMS } from './targetingParams';

/** Positions that may only be chosen together with positions of Instagram. */
const DEPENDENCIES: Array<[member: string, position: string, ...needs: string[]]> = [
	// ("Instagram Ads, Create Ad Set", "Threads Ads Creation, Create an ad set")
	['instagram_positions', 'explore', 'stream'],
	['instagram_positions', 'explore_home', 'stream', 'explore'],
	['instagram_positions', 'ig_search', 'stream'],
	['threads_positions', 'threads_stream', 'stream'],
];

/** The values of a member; undefined when it is left out, which stands for all. */
export function chosen(spec: JsonObject, member: string): string[] | undefined {
	const value = spec[member];
	return Array.isArray(value) && value.length > 0 ? value.map(String) : undefined;
}

/** The member with a position that lacks another one, and that one. */
function missing(spec: JsonObject): { member?: string; position?: string; lacks?: string } {
	const others = chosen(spec, 'instagram_positions');
	for (const [member, position, ...needs] of DEPENDENCIES) {
		const lacks = needs.find((need) => others && !others.includes(need));
		if (lacks && chosen(spec, member)?.includes(position)) return { member, position, lacks };
	}
	return {};
}

const orphan = (spec: JsonObject) =>
	PLATFORMS.find((platform) => {
		const platforms = chosen(spec, 'publisher_platforms');
		return chosen(spec, `${platform}_positions`) && platforms && !platforms.includes(platform);
	});

export const placementRules: TargetingRule[] = [
	rule(
		({ spec }) => orphan(spec) !== undefined,
		({ spec }) => `${orphan(spec)}_positions needs ${orphan(spec)} in publisher_platforms`,
		({ path, spec }) => `${path}.${orphan(spec)}_positions`,
	),
	rule(
		({ spec }) => {
			const platforms = chosen(spec, 'publisher_platforms') ?? [];
			return platforms.includes('threads') && !platforms.includes('instagram');
		},
		'The platform threads needs instagram in publisher_platforms',
		inSpec('publisher_platforms'),
	),
	rule(
		({ spec }) => missing(spec).member !== undefined,
		({ spec }) =>
			`The position ${missing(spec).position} needs ${missing(spec).lacks} in instagram_positions`,
		({ path, spec }) => `${path}.${missing(spec).member}`,
	),
	rule(
		({ spec }) =>
			chosen(spec, 'instagram_positions')?.join() === 'story' &&
			(chosen(spec, 'publisher_platforms') ?? ['instagram']).join() !== 'instagram',
		'Instagram Stories alone need instagram as the only platform',
		inSpec('publisher_platforms'),
	),
];
