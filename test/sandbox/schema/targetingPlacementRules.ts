import { invalid } from '../graph/errors';
import type { JsonObject } from '../json';
import type { Rule } from './rules';
import { PLATFORMS } from './targetingParams';
import type { TargetingCase } from './targetingRules';

/** A position that may only be chosen together with others. */
interface Dependency {
	member: string;
	position: string;
	needs: Array<{ member: string; position: string }>;
}

const instagram = (position: string) => ({ member: 'instagram_positions', position });

/** ("Instagram Ads, Create Ad Set", "Threads Ads Creation, Create an ad set") */
const DEPENDENCIES: Dependency[] = [
	{ ...instagram('explore'), needs: [instagram('stream')] },
	{ ...instagram('explore_home'), needs: [instagram('stream'), instagram('explore')] },
	{ ...instagram('ig_search'), needs: [instagram('stream')] },
	{ member: 'threads_positions', position: 'threads_stream', needs: [instagram('stream')] },
];

/** Members of a targeting spec that choose where ads are shown. */
export const PLACEMENT_MEMBERS = [
	'publisher_platforms',
	'device_platforms',
	...PLATFORMS.map((platform) => `${platform}_positions`),
];

/** The values of a member; undefined when it is left out, which stands for all. */
export function chosen(spec: JsonObject, member: string): string[] | undefined {
	const value = spec[member];
	return Array.isArray(value) && value.length > 0 ? value.map(String) : undefined;
}

function missing(spec: JsonObject): { has: Dependency; lacks: string } | undefined {
	for (const has of DEPENDENCIES) {
		if (!chosen(spec, has.member)?.includes(has.position)) continue;
		const lack = has.needs.find(({ member, position }) => {
			const others = chosen(spec, member);
			return others !== undefined && !others.includes(position);
		});
		if (lack) return { has, lacks: `${lack.position} in ${lack.member}` };
	}
	return undefined;
}

const orphan = (spec: JsonObject) =>
	PLATFORMS.find((platform) => {
		const platforms = chosen(spec, 'publisher_platforms');
		return chosen(spec, `${platform}_positions`) && platforms && !platforms.includes(platform);
	});

export const placementRules: Array<Rule<TargetingCase>> = [
	{
		when: ({ spec }) => orphan(spec) !== undefined,
		error: ({ path, spec }) =>
			invalid(`${orphan(spec)}_positions needs ${orphan(spec)} in publisher_platforms`, [
				path,
				`${orphan(spec)}_positions`,
			]),
	},
	{
		when: ({ spec }) => {
			const platforms = chosen(spec, 'publisher_platforms');
			return (
				platforms !== undefined && platforms.includes('threads') && !platforms.includes('instagram')
			);
		},
		error: ({ path }) =>
			invalid('The platform threads needs instagram in publisher_platforms', [
				path,
				'publisher_platforms',
			]),
	},
	{
		when: ({ spec }) => missing(spec) !== undefined,
		error: ({ path, spec }) => {
			const { has, lacks } = missing(spec) ?? {};
			return invalid(`The position ${has?.position} needs ${lacks}`, [path, has?.member ?? '']);
		},
	},
	{
		when: ({ spec }) =>
			chosen(spec, 'instagram_positions')?.join() === 'story' &&
			(chosen(spec, 'publisher_platforms') ?? ['instagram']).join() !== 'instagram',
		error: ({ path }) =>
			invalid('Instagram Stories alone need instagram as the only platform', [
				path,
				'publisher_platforms',
			]),
	},
];
