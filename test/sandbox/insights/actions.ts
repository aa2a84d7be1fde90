import { hashOf, mix } from './hash';
import { linkClicksOf } from './units';

/** Where an action happens: that decides what breakdowns can tell about it. */
export type ActionSite = 'meta' | 'web' | 'mobile';

export interface ActionKind {
	type: string;
	site: ActionSite;
	/** How many units have it: one of so many. */
	oneOf: number;
	/** It has a value in money, in the smallest amounts up to this. */
	maxValue?: number;
}

/** What people do after they have seen an ad. */
export const ACTION_KINDS: readonly ActionKind[] = [
	{ type: 'link_click', site: 'meta', oneOf: 1 },
	{ type: 'post_engagement', site: 'meta', oneOf: 2 },
	{ type: 'page_engagement', site: 'meta', oneOf: 2 },
	{ type: 'post_reaction', site: 'meta', oneOf: 3 },
	{ type: 'comment', site: 'meta', oneOf: 7 },
	{ type: 'video_view', site: 'meta', oneOf: 2 },
	{ type: 'lead', site: 'meta', oneOf: 6 },
	{ type: 'landing_page_view', site: 'web', oneOf: 2 },
	{ type: 'offsite_conversion.fb_pixel_add_to_cart', site: 'web', oneOf: 3, maxValue: 4000 },
	{ type: 'offsite_conversion.fb_pixel_purchase', site: 'web', oneOf: 4, maxValue: 9000 },
	{ type: 'omni_purchase', site: 'web', oneOf: 4, maxValue: 9000 },
	{ type: 'mobile_app_install', site: 'mobile', oneOf: 5 },
];

const CLICK_WINDOWS: Record<string, number> = { '1d_click': 0, '7d_click': 1, '28d_click': 2 };
const VIEW_WINDOWS: Record<string, number> = { '1d_view': 0, '7d_view': 1, '28d_view': 2 };

/**
 * How often an action of a unit happened within a window. `value` is what the default windows
 * count: a click within seven days and a view within one ("Attribution windows").
 */
export function actionCount(unit: number, kind: ActionKind, window: string): number {
	if (window === 'value' || window === 'default') {
		return actionCount(unit, kind, '7d_click') + actionCount(unit, kind, '1d_view');
	}
	const isLinkClick = kind.type === 'link_click';
	const clickAge = CLICK_WINDOWS[window];
	if (isLinkClick) return clickAge === undefined ? 0 : linkClicksOf(unit);
	const h = mix(unit, hashOf(kind.type));
	if (h % kind.oneOf !== 0) return 0;
	if (clickAge !== undefined) return 1 + ((h >>> 8) % 2) + ((h >>> 12) % 3) * clickAge;
	const viewAge = VIEW_WINDOWS[window];
	if (viewAge !== undefined) return ((h >>> 16) % 2) + ((h >>> 20) % 2) * viewAge;
	if (window === '1d_ev') return (h >>> 16) % 2;
	return 0;
}

/** Worth of one such action of a unit, in the smallest amounts. */
export function actionWorth(unit: number, kind: ActionKind): number {
	return kind.maxValue === undefined ? 0 : 100 + (mix(unit, 77) % kind.maxValue);
}
