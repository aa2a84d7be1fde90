import { defineOperation } from '../../../shared/operation/define';
import { options, text } from '../../../shared/operation/fields';
import { readableVideo } from '../../fields/video';

/** Get Facebook Videos using the Facebook Video API, Get User Videos. */
export const getMany = defineOperation({
	name: 'Get Many',
	action: 'Get many videos of a user',
	description:
		'List the videos that a person has uploaded or is tagged in. Needs the permission user_videos.',
	documents: ['metaVideoUpload.userVideo.getMany'],
	request: { method: 'GET', path: '/{user_id}/videos' },
	fields: [
		text('user_id', {
			label: 'User ID',
			description: "The person whose videos to list; me is the credential's user",
			default: 'me',
			required: true,
			to: false,
			pattern: { test: /^(me|\d+)$/, message: 'must be me or digits' },
		}),
		options('type', ['uploaded', 'tagged'], {
			label: 'Videos',
			description: 'Whether to list videos that the person has uploaded or is tagged in',
			required: true,
		}),
	],
	output: { kind: 'list', readable: readableVideo },
});
