import { boolean, integer } from '../../shared/operation/fields';
import type { Values } from '../../shared/operation/types';

const DEFAULT_MAX_WAIT_S = 600;
const SECOND_MS = 1_000;

/** Whether to wait until Meta has processed the video. */
export function waitUntilReadyField() {
	return boolean('wait_until_ready', {
		description:
			'Whether to wait until Meta has processed the video. Only then it can be used in ads.',
		default: true,
		to: false,
	});
}

/** How long to wait for it. */
export function maxProcessingWait() {
	return integer('max_processing_wait', {
		label: 'Max Processing Wait (Seconds)',
		description:
			'Longest time to wait until the video is ready. After that the node ends; Wait Until Ready can go on later.',
		default: DEFAULT_MAX_WAIT_S,
		min: 1,
		to: false,
	});
}

/** The same in ms. */
export function maxProcessingWaitOf({ max_processing_wait: seconds }: Values): number {
	return Number(seconds ?? DEFAULT_MAX_WAIT_S) * SECOND_MS;
}
