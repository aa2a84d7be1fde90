import type { IDataObject } from 'n8n-workflow';

import { ASSET_IDS } from '../../sandbox';
import { byId } from './campaigns';

/** Entries of a group, as the form of n8n keeps them. */
export const entries = (...value: IDataObject[]) => ({ value });
/** A picker's value that was chosen from its list. */
const chosen = (value: string, cachedResultName: string) => ({
	__rl: true,
	mode: 'list',
	value,
	cachedResultName,
});

const { audiences } = ASSET_IDS;

/** A targeting as the form of n8n saves it. */
export const FORM = {
	geo_locations: {
		countries: ['DE'],
		regions: entries({ key: chosen('3847', 'California · United States') }),
		cities: entries({ key: byId('2430537'), radius: 25, distance_unit: 'mile' }),
		zips: entries({ key: byId('US:94304') }),
		custom_locations: entries({ latitude: 48.85, longitude: 2.35, radius: 5 }),
	},
	excluded_geo_locations: { regions: entries({ key: byId('528') }) },
	age_min: 25,
	age_max: 55,
	genders: ['2'],
	locales: entries({ locale: byId('6') }),
	detailed_targeting: entries(
		{
			people: 'include',
			traits: {
				interests: entries({
					id: chosen('6003397425735', 'Tennis · Interests > Sports, 4M people'),
				}),
			},
		},
		{
			people: 'narrow',
			traits: { behaviors: entries({ id: byId('6002714895372') }), college_years: '1999, 2000' },
		},
		{ people: 'narrow', traits: { custom_audiences: entries({ id: byId(audiences[0]) }) } },
		{ people: 'exclude', traits: { life_events: entries({ id: byId('6003054185372') }) } },
	),
	excluded_custom_audiences: entries({ id: byId(audiences[1]) }),
	targeting_automation: { advantage_audience: false },
	publisher_platforms: ['facebook', 'instagram'],
	facebook_positions: ['feed'],
	instagram_positions: ['stream', 'explore'],
	device_platforms: ['mobile'],
	_json: '{"user_age_unknown": true}',
};

/** What Meta is to keep of it. */
export const KEPT = {
	geo_locations: {
		countries: ['DE'],
		regions: [{ key: '3847', name: 'California' }],
		cities: [{ key: '2430537', radius: 25, distance_unit: 'mile' }],
		zips: [{ key: 'US:94304' }],
		custom_locations: [{ latitude: 48.85, longitude: 2.35, radius: 5 }],
	},
	excluded_geo_locations: { regions: [{ key: '528' }] },
	age_min: 25,
	age_max: 55,
	genders: [2],
	locales: [6],
	interests: [{ id: '6003397425735', name: 'Tennis' }],
	flexible_spec: [
		{ behaviors: [{ id: '6002714895372' }], college_years: [1999, 2000] },
		{ custom_audiences: [{ id: audiences[0] }] },
	],
	exclusions: { life_events: [{ id: '6003054185372' }] },
	excluded_custom_audiences: [{ id: audiences[1] }],
	targeting_automation: { advantage_audience: 0 },
	publisher_platforms: ['facebook', 'instagram'],
	facebook_positions: ['feed'],
	instagram_positions: ['stream', 'explore'],
	device_platforms: ['mobile'],
	user_age_unknown: true,
};
