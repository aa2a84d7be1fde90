import type { JsonObject } from '../../sandbox/json';
import { describeTargeting, US, type TargetingRule, openAdSets } from './adSetSupport';

const sets = openAdSets();

const placed = (spec: JsonObject) => ({ ...US, ...spec }) as JsonObject;

const TARGETING: Record<string, TargetingRule> = {
	'positions without their platform': {
		bad: placed({ publisher_platforms: ['instagram'], facebook_positions: ['feed'] }),
		good: placed({ facebook_positions: ['feed'] }),
		blames: ['targeting', 'facebook_positions'],
	},
	'explore without stream': {
		bad: placed({ instagram_positions: ['explore'] }),
		good: placed({ instagram_positions: ['stream', 'explore'] }),
		blames: ['targeting', 'instagram_positions'],
	},
	'explore home without explore': {
		bad: placed({ instagram_positions: ['stream', 'explore_home'] }),
		good: placed({ instagram_positions: ['stream', 'explore', 'explore_home'] }),
		blames: ['targeting', 'instagram_positions'],
	},
	'search results without stream': {
		bad: placed({ instagram_positions: ['ig_search'] }),
		good: placed({ instagram_positions: ['stream', 'ig_search'] }),
		blames: ['targeting', 'instagram_positions'],
	},
	'threads without instagram': {
		bad: placed({ publisher_platforms: ['threads'] }),
		good: placed({ publisher_platforms: ['instagram', 'threads'] }),
		blames: ['targeting', 'publisher_platforms'],
	},
	'the threads feed without the instagram stream': {
		bad: placed({
			publisher_platforms: ['instagram', 'threads'],
			instagram_positions: ['story', 'profile_feed'],
			threads_positions: ['threads_stream'],
		}),
		good: placed({
			publisher_platforms: ['instagram', 'threads'],
			instagram_positions: ['stream'],
			threads_positions: ['threads_stream'],
		}),
		blames: ['targeting', 'threads_positions'],
	},
	'stories alone beside another platform': {
		bad: placed({ publisher_platforms: ['facebook', 'instagram'], instagram_positions: ['story'] }),
		good: placed({ publisher_platforms: ['instagram'], instagram_positions: ['story'] }),
		blames: ['targeting', 'publisher_platforms'],
	},
	'a position of another platform': {
		bad: placed({ facebook_positions: ['stream'] }),
		good: placed({
			facebook_positions: ['right_hand_column'],
			publisher_platforms: ['facebook'],
			device_platforms: ['mobile'],
		}),
		blames: ['targeting'],
	},
	'another value than on and off': {
		bad: placed({ targeting_automation: { advantage_audience: 2 } }),
		good: placed({
			targeting_automation: { advantage_audience: 1 },
			targeting_relaxation_types: { custom_audience: 0 },
		}),
		blames: ['targeting'],
	},
};

describeTargeting(sets, TARGETING);
