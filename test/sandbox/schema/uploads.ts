import { invalid } from '../graph/errors';
import type { UploadSession } from '../videos/session';
import { receiveBytes } from '../videos/upload';
import { int, oneOf, required, text } from './specs';
import type { EdgeSpec, ObjectType, WriteCall, Written } from './types';

/** ("Resumable Upload API, Start an upload session") */
export const appUploads: EdgeSpec = {
	child: 'upload_session',
	create: {
		params: {
			file_length: required(int(1)),
			file_name: required(text()),
			file_type: required(
				oneOf('application/pdf', 'image/jpeg', 'image/jpg', 'image/png', 'video/mp4'),
			),
		},
		run: start,
	},
};

function start(call: WriteCall): Written {
	const { env, params, token } = call;
	const { kind } = env.tokens.session(token);
	if (kind !== 'USER' && kind !== 'SYSTEM_USER') {
		throw invalid('A User access token is required to start an upload');
	}
	const number = env.videos.nextNumber();
	// As Meta's: base64 with its padding, and a signature that belongs to the id.
	const name = Buffer.from(`attachment:sandbox-${number}`).toString('base64');
	const id = `upload:${name}?sig=ARsandbox${number}`;
	env.videos.sessions.set(id, {
		id,
		protocol: 'file',
		ownerId: call.target.id,
		digest: env.videos.newDigest(),
		fileSize: Number(params.file_length),
		fileType: String(params.file_type),
		params: {},
		startedMs: env.now(),
		isOver: false,
	});
	env.store.insert({ id, type: 'upload_session', values: {} });
	return { answer: { id } };
}

/** A file on its way to Meta, until its handle is given. */
export const uploadSession: ObjectType = {
	nodeType: 'UploadSession',
	useCase: 'app',
	defaultFields: ['id', 'file_offset'],
	fields: {
		file_offset: {
			type: 'string',
			read: ({ id }, { env }) => String(env.videos.sessions.get(id)?.digest.size ?? 0),
		},
		id: 'id',
	},
	receive: {
		params: {},
		run: async (call) => {
			const session = await receiveBytes(call);
			return { answer: { h: handleOf(session, call) } };
		},
	},
};

function handleOf(session: UploadSession, { env }: WriteCall): string {
	const handle = `2:${Buffer.from(session.id).toString('base64')}`;
	// Bytes sent again after they were all there give the same handle.
	if (!env.videos.handles.has(handle)) env.videos.noteArrival(session.id, session.digest);
	env.videos.handles.set(handle, session);
	return handle;
}
