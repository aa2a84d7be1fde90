import { splitVersion } from './version';

/** The first part of the paths of rupload, the host that takes the bytes of video ads. */
const RUPLOAD = 'video-ads-upload';
/** The id of a session of the Resumable Upload API goes on with its signature. */
const SESSION = /^upload:[^/]+$/;

/** Where an HTTP request goes: one server stands for all of Meta's hosts. */
export interface Address {
	version?: string;
	/** Of the Graph call: without version and without slashes around it. */
	path: string;
	/** As it is logged, and as faults look for it: with a slash in front and without version. */
	shownPath: string;
	query: Record<string, string>;
	/** It takes raw bytes, and tokens only as `Authorization: OAuth`. */
	isUpload: boolean;
}

/** @param target path and query of a request */
export function readAddress(target: string): Address {
	const url = new URL(target, 'http://sandbox');
	const query = Object.fromEntries(url.searchParams);
	const { version, path } = splitVersion(url.pathname);
	if (path.startsWith(`${RUPLOAD}/`)) {
		const inner = splitVersion(path.slice(RUPLOAD.length));
		const shownPath = `/${RUPLOAD}/${inner.path}`;
		return { ...inner, shownPath, query, isUpload: /^\d+$/.test(inner.path) };
	}
	const shownPath = `/${path}`;
	if (!SESSION.test(path)) return { version, path, shownPath, query, isUpload: false };
	const { sig, ...others } = query;
	const id = sig === undefined ? path : `${path}?sig=${sig}`;
	return { version, path: id, shownPath, query: others, isUpload: true };
}
