import type { IncomingHttpHeaders } from 'node:http';
import type { Environment } from '../environment';
import type { Address } from '../graph/address';
import { GraphFault, invalid } from '../graph/errors';
import { requireOneOf } from '../graph/tokens';
import { typeOf } from '../schema';
import type { WriteCall } from '../schema/types';
import { ReceivedFile } from './digest';
import { fetchFile } from './fetch';
import {
	beginTransfer,
	goOnFrom,
	sessionGone,
	transferRefusal,
	type Transfer,
	type UploadSession,
} from './session';

/** A request to an address that takes raw bytes. */
export interface Upload {
	headers: IncomingHttpHeaders;
	/** Takes the bytes; undefined when the request is refused. */
	transfer?: Transfer;
}

/** Prepares for the bytes of a request, which are kept as they come, so before it is answered. */
export function openUpload(
	env: Environment,
	{ isUpload, path }: Address,
	{ method, headers }: { method: string; headers: IncomingHttpHeaders },
): Upload | undefined {
	if (!isUpload) return undefined;
	const session = env.videos.sessions.get(path);
	const takesBytes =
		method === 'POST' && session && headers.file_url === undefined && mayWrite(env, path, headers);
	return { headers, transfer: takesBytes ? beginTransfer(env, session, headers) : undefined };
}

function mayWrite(env: Environment, id: string, headers: IncomingHttpHeaders): boolean {
	const node = env.store.get(id);
	try {
		requireOAuthScheme({ headers });
		const session = env.tokens.session(/\S+$/.exec(headers.authorization ?? '')?.[0]);
		requireOneOf(session, node && typeOf(node).writePermissions);
		return true;
	} catch (error) {
		if (error instanceof GraphFault) return false;
		throw error;
	}
}

/** "You must include the access token in the header or the call will fail." */
export function requireOAuthScheme({ headers }: Upload): void {
	if (/^OAuth \S+$/.test(headers.authorization ?? '')) return;
	throw new GraphFault({
		code: 190,
		status: 401,
		message: 'Uploads need the header "Authorization: OAuth {access-token}"',
	});
}

/**
 * Ends a request with raw bytes, or with the URL to fetch them from, once they have come.
 * @throws GraphFault when they were not taken, or the file is not complete yet
 */
export async function receiveBytes(call: WriteCall): Promise<UploadSession> {
	const { env, target, upload } = call;
	const session = env.videos.sessions.get(target.id);
	if (!session || !upload) {
		throw sessionGone({ id: target.id, protocol: 'videoAd' });
	}
	const { file_url: fileUrl } = upload.headers;
	if (typeof fileUrl === 'string' && session.protocol === 'videoAd') {
		if (session.isOver) throw invalid('The upload was finished already');
		session.digest = (await fetchFile(env, fileUrl)).digest;
		session.fileSize = session.digest.size;
		return session;
	}
	if (!upload.transfer) {
		throw transferRefusal(env, session, upload.headers) ?? goOnFrom(session);
	}
	if (session.digest.size > (session.fileSize ?? 0)) {
		session.digest = env.videos.newDigest();
		throw invalid('More bytes came than the file was to have: the upload starts anew');
	}
	if (session.digest.size !== session.fileSize) throw goOnFrom(session);
	return session;
}

/** The file among the parameters of a call. */
export function fileOf({ raw }: WriteCall, name: string): ReceivedFile | undefined {
	const { [name]: value } = raw;
	return value instanceof ReceivedFile ? value : undefined;
}
