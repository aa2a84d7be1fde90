import { GraphFault } from './errors';

/** What a call without version gets: the one the documentation calls the latest. */
export const DEFAULT_VERSION = 'v24.0';
const OLDEST = 20;
const NEWEST = 26;

const VERSION = /^v(\d+)\.(\d+)$/;

/** Whether a segment of a path is a version. */
export function isVersion(segment: string): boolean {
	return VERSION.test(segment);
}

/** Splits `v24.0/act_1/campaigns` into version and the rest, without slashes around it. */
export function splitVersion(path: string): { version?: string; path: string } {
	const segments = path.split('/').filter((segment) => segment !== '');
	if (segments.length > 0 && isVersion(segments[0])) {
		return { version: segments[0], path: segments.slice(1).join('/') };
	}
	return { path: segments.join('/') };
}

/** Error 2635 for a version that is no longer, or not yet, served. */
export function versionNumber(text: string): number {
	const match = VERSION.exec(text);
	const major = Number(match?.[1]);
	if (!match || match[2] !== '0' || major < OLDEST || major > NEWEST) {
		throw new GraphFault({
			code: 2635,
			message:
				'You are calling a deprecated version of the Ads API. ' +
				`Please update to the latest version: ${DEFAULT_VERSION}.`,
		});
	}
	return major;
}
