import { objectId, options, text } from '../../shared/operation/fields';
import { applicationKind } from '../../shared/fields/objectKinds';

/** Kinds of files that can be uploaded (Publishing, Start an upload session). */
export const fileTypes = [
	{ value: 'application/pdf', name: 'PDF' },
	{ value: 'image/jpeg', name: 'JPEG' },
	{ value: 'image/jpg', name: 'JPG' },
	{ value: 'image/png', name: 'PNG' },
	{ value: 'video/mp4', name: 'MP4' },
];

/** The app that uploads. */
export function appId() {
	return objectId('app_id', applicationKind, {
		label: 'App ID',
		description: "The Meta app to upload with; the credential's app when empty",
		to: false,
	});
}

/** What Meta is told of a file instead of what n8n knows of it. */
export const fileFields = [
	text('file_name', { description: 'Name of the file; that of the input file unless given' }),
	options('file_type', fileTypes, {
		description: 'Type of the file; that of the input file unless given',
	}),
];
