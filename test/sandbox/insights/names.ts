import { documentedValues } from '../schema/documented';

const GET = 'metaInsights.insights.get';

export const ACTION_BREAKDOWNS = documentedValues(GET, 'action_breakdowns');

/** The list of the reference holds those of actions, too, of which three are both. */
export const BREAKDOWNS = [
	...documentedValues(GET, 'breakdowns').filter((name) => !ACTION_BREAKDOWNS.includes(name)),
	'conversion_destination',
	'signal_source_bucket',
	'standard_event_content_type',
];

export const WINDOWS = documentedValues(GET, 'action_attribution_windows');
