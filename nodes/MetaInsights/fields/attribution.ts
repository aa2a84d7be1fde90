import { uniq } from 'lodash';

import { DATED, sentenceOf } from '../../shared/dated';
import { entriesOf } from '../../shared/fields/rules';
import type { Hint, RunContext, Values } from '../../shared/operation/types';
import { boolean, byUse, multiOptions, options } from '../../shared/operation/fields';

/** Attribution windows (Ad Account Insights, Parameters; Insights API, Attribution windows). */
const windows = byUse({
	common: [
		{ value: '7d_click', name: '7 Days After Click' },
		{ value: '1d_click', name: '1 Day After Click' },
		{ value: '1d_view', name: '1 Day After View' },
		{ value: '1d_ev', name: '1 Day After Engaged View' },
		{ value: '28d_click', name: '28 Days After Click' },
		{ value: 'default', name: 'Default' },
	],
	others: [
		{ value: '28d_view_all_conversions', name: '28 Days After View, All Conversions' },
		{ value: '28d_view_first_conversion', name: '28 Days After View, First Conversion' },
		{ value: '7d_view_all_conversions', name: '7 Days After View, All Conversions' },
		{ value: '7d_view_first_conversion', name: '7 Days After View, First Conversion' },
		{ value: 'dda', name: 'Data-Driven' },
		{ value: 'incrementality', name: 'Incremental' },
		{ value: 'skan_click', name: 'SKAdNetwork Click' },
		{ value: 'skan_click_second_postback', name: 'SKAdNetwork Click, Second Postback' },
		{ value: 'skan_click_third_postback', name: 'SKAdNetwork Click, Third Postback' },
		{ value: 'skan_view', name: 'SKAdNetwork View' },
		{ value: 'skan_view_second_postback', name: 'SKAdNetwork View, Second Postback' },
		{ value: 'skan_view_third_postback', name: 'SKAdNetwork View, Third Postback' },
	],
	legacy: [
		{ value: '7d_view', name: '7 Days After View', description: sentenceOf(DATED.viewWindowsEnd) },
		{
			value: '28d_view',
			name: '28 Days After View',
			description: sentenceOf(DATED.viewWindowsEnd),
		},
	],
});

/** Windows that a row has columns of when these are reported. */
export const columnWindows = windows.filter(({ value }) =>
	['7d_click', '1d_click', '1d_view', '28d_click'].includes(value),
);

/** How actions are credited to ads. */
export const attributionFields = [
	multiOptions('action_attribution_windows', windows, {
		description:
			'Windows that actions are also counted in, beside the total. Legacy ones have empty columns.',
	}),
	options('action_report_time', ['impression', 'conversion', 'mixed', 'lifetime'], {
		description: `Day that an action counts for: when the ad was seen, or when the action happened. ${sentenceOf(DATED.reportTimeIsMixed)}.`,
	}),
	boolean('use_account_attribution_setting', {
		description: 'Whether to use the attribution settings of the ad account',
	}),
	boolean('use_unified_attribution_setting', {
		description: `Whether to use the attribution settings of the ad sets, as Ads Manager does. ${sentenceOf(DATED.attributionIsUnified)}.`,
	}),
];

/** Notes, for the hint at the end of a run, the windows that a report asks for and no longer gets. */
export function noteGoneWindows({ values, note }: Pick<RunContext, 'values' | 'note'>): void {
	const gone = DATED.viewWindowsEnd.about.map((name) => name.split('=')[1]);
	const asked = entriesOf(values.action_attribution_windows);
	const labels = windows
		.filter(({ value }) => gone.includes(value) && asked.includes(value))
		.map(({ name }) => String(name));
	if (labels.length > 0) note({ gone_windows: labels });
}

/** One hint for all items of a run. */
export function goneWindowsHints(notes: Values[]): Hint[] {
	const labels = uniq(notes.flatMap(({ gone_windows: gone }) => entriesOf(gone).map(String)));
	if (labels.length === 0) return [];
	const message = `${labels.join(', ')}: ${sentenceOf(DATED.viewWindowsEnd)}.`;
	return [{ message, type: 'warning' }];
}
