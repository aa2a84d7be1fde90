import { integer, text } from '../../shared/operation/fields';
import type { Field } from '../../shared/operation/types';

/** The session of an upload in pieces (Ad Videos, upload_session_id). */
export function pieceSessionId(options: Pick<Field, 'to' | 'showWhen'>) {
	return text('upload_session_id', {
		label: 'Upload Session ID',
		description: 'The session of the upload, as the upload that broke off named it',
		placeholder: 'e.g. 1234567890',
		required: true,
		pattern: { test: /^\d+$/, message: 'must be digits' },
		...options,
	});
}

/** The session of a file upload (Publishing, Start an upload session). */
export function fileSessionId() {
	return text('upload_session_id', {
		label: 'Upload Session ID',
		description: 'The session of the upload, as the upload that broke off named it',
		placeholder: 'e.g. upload:MTphdHRh...',
		required: true,
		to: false,
	});
}

/** Where to go on. */
export function offset(showWhen?: Field['showWhen']) {
	return integer('offset', {
		label: 'Offset (Bytes)',
		description: 'How much of the file Meta has already. Meta is asked when it is not given.',
		min: 0,
		to: false,
		...(showWhen ? { showWhen } : {}),
	});
}
