import { byUse, multiOptions, objectIdList, textList } from '../../operation/fields';
import { plainKind } from '../objectKinds';

/** Platforms that ads can show on (Placement Targeting). */
export const publisherPlatforms = byUse({
	common: [
		'facebook',
		'instagram',
		'messenger',
		'audience_network',
		{ value: 'threads', description: 'Needs Instagram too' },
		{ value: 'whatsapp', name: 'WhatsApp' },
	],
});

const facebookPositions = byUse({
	common: [
		'feed',
		'story',
		'facebook_reels',
		{ value: 'marketplace', description: 'Needs Feed too' },
		'video_feeds',
		'right_hand_column',
	],
	others: [
		'facebook_reels_overlay',
		{ value: 'instream_video', name: 'In-Stream Video' },
		{ value: 'notification', description: 'Needs Feed too' },
		{ value: 'profile_feed', description: 'Needs Feed too' },
		{ value: 'search', description: 'Needs Feed too' },
	],
});

const instagramPositions = byUse({
	common: [
		{ value: 'stream', name: 'Stream (Feed)' },
		'story',
		'reels',
		{ value: 'explore', description: 'Needs Stream too' },
	],
	others: [
		{ value: 'explore_home', description: 'Needs Stream and Explore too' },
		{ value: 'ig_search', name: 'Search Results', description: 'Needs Stream too' },
		'profile_feed',
		'profile_reels',
	],
});

/** Where the ads show; what is left out stands for all (Placement Targeting; Instagram Ads; Threads Ads). */
export function placementMembers() {
	return [
		multiOptions('publisher_platforms', publisherPlatforms, {
			grows: true,
			description:
				'Platforms that the ads may show on. Left out, these are all, which Meta recommends.',
		}),
		positions('facebook_positions', facebookPositions, 'Facebook'),
		positions('instagram_positions', instagramPositions, 'Instagram'),
		positions(
			'threads_positions',
			[{ value: 'threads_stream', name: 'Feed', description: 'Needs Instagram Stream too' }],
			'Threads',
		),
		positions(
			'messenger_positions',
			['story', { value: 'sponsored_messages', description: 'Not together with others' }],
			'Messenger',
		),
		positions(
			'audience_network_positions',
			['classic', 'rewarded_video', { value: 'instream_video', name: 'In-Stream Video' }],
			'Audience Network',
		),
		positions(
			'whatsapp_positions',
			[{ value: 'status', description: 'Needs Instagram Story too' }],
			'WhatsApp',
		),
		multiOptions('device_platforms', ['mobile', 'desktop'], {
			grows: true,
			description: 'Computers, phones and tablets, or only one of the two; all when left out',
		}),
	];
}

function positions(name: string, choices: Parameters<typeof multiOptions>[1], platform: string) {
	return multiOptions(name, choices, {
		grows: true,
		label: `${platform} Positions`,
		description: `Where on ${platform} ads show; everywhere when left out`,
	});
}

/** Devices and networks of people (Advanced Targeting, Mobile). */
export function deviceMembers() {
	return [
		textList('user_os', {
			label: 'Operating Systems',
			description: 'Operating systems, with or without versions, separated by commas',
			placeholder: 'e.g. iOS, Android_ver_8.0_and_above',
		}),
		textList('user_device', {
			label: 'Devices',
			description: 'Kinds of devices with the operating systems chosen, separated by commas',
			placeholder: 'e.g. iPad, iPod',
		}),
		textList('excluded_user_device', {
			label: 'Excluded Devices',
			description: 'Kinds of devices on which no ads show, separated by commas',
			placeholder: 'e.g. Android_Tablet',
		}),
		multiOptions('wireless_carrier', [{ value: 'Wifi', name: 'Wi-Fi' }], {
			label: 'Network',
			description: 'Only people who are on Wi-Fi; any connection when left out',
		}),
	];
}

const INVENTORIES = [
	{ prefix: 'FACEBOOK', name: 'In-Content Ads' },
	{ prefix: 'AN', name: 'Audience Network' },
	{ prefix: 'FEED', name: 'Feed' },
];
const FILTERS = [
	{ suffix: 'RELAXED', name: 'Expanded' },
	{ suffix: 'STANDARD', name: 'Moderate' },
	{ suffix: 'STRICT', name: 'Limited' },
];
const filterLevels = byUse({
	common: INVENTORIES.flatMap((inventory) =>
		FILTERS.map((filter) => ({
			value: `${inventory.prefix}_${filter.suffix}`,
			name: `${inventory.name}: ${filter.name}`,
		})),
	),
});

/** Next to what content the ads may show (Placement Targeting). */
export function brandSafetyMembers() {
	return [
		multiOptions('brand_safety_content_filter_levels', filterLevels, {
			label: 'Inventory Filter',
			grows: true,
			description: 'How much content the ads may show next to, one choice per inventory',
		}),
		multiOptions(
			'excluded_publisher_categories',
			['dating', 'gambling', 'debated_social_issues', 'mature_audiences', 'tragedy_and_conflict'],
			{
				grows: true,
				description: 'Kinds of publishers and content that the ads must not show next to',
			},
		),
		objectIdList('excluded_publisher_list_ids', plainKind, {
			label: 'Block List IDs',
			description:
				'IDs of lists of publishers that the ads must not show with, separated by commas',
		}),
	];
}
