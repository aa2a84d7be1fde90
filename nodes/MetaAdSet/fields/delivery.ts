import { adKind, plainKind } from '../../shared/fields/objectKinds';
import {
	boolean,
	group,
	integer,
	object,
	objectId,
	objectIdList,
	options,
	text,
} from '../../shared/operation/fields';

/** Limits of a frequency control spec (Ad Campaign Frequency Control Specs). */
const MAX_INTERVAL_DAYS = 90;
const MAX_FREQUENCY = 90;

/** How often and with what ads the ad set delivers, and what counts as its result (Ad Account Adsets). */
export function deliveryFields() {
	return [
		attributionSpec(),
		text('campaign_attribution', {
			description: 'How results of an app campaign are attributed, as the API calls it',
			placeholder: 'e.g. SKAN',
		}),
		frequencyControlSpecs(),
		objectIdList('creative_sequence', adKind, {
			label: 'Creative Sequence (Ad IDs)',
			description: 'Ads in the order in which people see them, separated by commas',
		}),
		options(
			'multi_optimization_goal_weight',
			['BALANCED', 'PREFER_INSTALL', 'PREFER_EVENT', 'UNDEFINED'],
			{
				description:
					'Which of two goals weighs more, for app ad sets that aim at installs and events',
			},
		),
		options('automatic_manual_state', ['UNSET', 'AUTOMATIC', 'MANUAL'], {
			description: 'Whether the ad set counts as set up automatically or manually',
		}),
		objectId('value_rule_set_id', plainKind, {
			label: 'Value Rule Set ID',
			description:
				'ID of the rules that say how much more or less people with some traits are worth',
		}),
		boolean('value_rules_applied', {
			label: 'Apply Value Rules',
			description: 'Whether the value rules of the set named here change the bids',
		}),
	];
}

/** What only a new ad set can be given. */
export function newDeliveryFields() {
	return [
		integer('anchor_event_attribution_window_days', {
			min: 0,
			description: 'Days after the anchor event in which results are attributed to it',
		}),
		boolean('is_dynamic_creative', {
			label: 'Dynamic Creative',
			description:
				'Whether the ad set is for dynamic creative ads only, which Meta assembles from parts per person',
		}),
		object(
			'contextual_bundling_spec',
			[
				options(
					'status',
					[
						{ value: 'OPT_IN', name: 'Opt In' },
						{ value: 'OPT_OUT', name: 'Opt Out' },
					],
					{ required: true, description: 'Whether the ads take part in contextual delivery' },
				),
			],
			{
				label: 'Contextual Bundling',
				description: 'Delivery in places of Facebook that go by content',
				wholeAsJson: true,
			},
		),
	];
}

function attributionSpec() {
	return group(
		'attribution_spec',
		[
			options(
				'event_type',
				[
					{ value: 'CLICK_THROUGH', name: 'Click' },
					{ value: 'VIEW_THROUGH', name: 'View' },
					{ value: 'ENGAGED_VIDEO_VIEW', name: 'Engaged Video View' },
				],
				{ required: true, description: 'What people did with the ad before they converted' },
			),
			integer('window_days', {
				required: true,
				min: 0,
				default: 1,
				description: 'Days after it in which a conversion still counts for the ad',
			}),
		],
		{
			label: 'Attribution Setting',
			entryLabel: 'Attribution Window',
			description:
				'Conversions that delivery learns from. Which windows fit depends on the goal and the objective.',
		},
	);
}

function frequencyControlSpecs() {
	return group(
		'frequency_control_specs',
		[
			options(
				'event',
				[
					'IMPRESSIONS',
					'VIDEO_VIEWS',
					{ value: 'VIDEO_VIEWS_2S', name: 'Video Views (2 Seconds)' },
					{ value: 'VIDEO_VIEWS_15S', name: 'Video Views (15 Seconds)' },
				],
				{
					required: true,
					description: 'What is counted per person; Meta takes impressions only at present',
				},
			),
			integer('interval_days', {
				required: true,
				min: 1,
				max: MAX_INTERVAL_DAYS,
				default: 7,
				description: 'Days over which it is counted, from 1 to 90',
			}),
			integer('max_frequency', {
				label: 'Maximum Frequency',
				required: true,
				min: 1,
				max: MAX_FREQUENCY,
				description: 'How often it may happen per person in these days, from 1 to 90',
			}),
			options(
				'type',
				[
					{ value: 'CAP', description: 'Not more often' },
					{ value: 'TARGET', description: 'As often as this on average' },
				],
				{ description: 'Whether the frequency is a limit or an average to aim at' },
			),
		],
		{
			label: 'Frequency Control',
			entryLabel: 'Frequency Limit',
			description: 'How often a person sees the ads; for the goals Reach and ThruPlay only',
		},
	);
}
