import {
	boolean,
	integer,
	json,
	jsonObject,
	number,
	objectId,
	options,
	text,
} from '../../shared/operation/fields';
import { plainKind } from '../../shared/fields/objectKinds';

/** "Must be less than 255 characters" (Ad Videos). */
const MAX_TITLE_CHARACTERS = 254;

/** What a video in the library of an ad account can be given besides its file (Ad Videos, Creating). */
export const libraryFields = [
	text('title', {
		description: 'Title that people see with the video, emoji allowed',
		maxLength: MAX_TITLE_CHARACTERS,
	}),
	text('description', {
		description: 'Text that people see with the video, emoji allowed',
		rows: 3,
	}),
	text('name', {
		description: 'Name of the video in the library of the ad account; people do not see it',
	}),
	text('audio_story_wave_animation_handle', {
		label: 'Audio Story Wave Animation Handle',
		description: 'Handle of the wave animation that is burned into an audio story video',
	}),
	text('composer_session_id', {
		label: 'Composer Session ID',
		description: 'ID of the composer session that the video comes from',
	}),
	json('edit_description_spec', {
		label: 'Edit Description (JSON)',
		description: 'How the video was edited, as a JSON object that is sent with it',
		shape: jsonObject,
	}),
	boolean('fisheye_video_cropped', {
		label: 'Fisheye Video Is Cropped',
		description: 'Whether a video of one fisheye lens is cropped to the picture',
	}),
	number('front_z_rotation', {
		label: 'Front Z Rotation (Degrees)',
		description: 'Rotation of a video of one fisheye lens around its front axis, in degrees',
	}),
	objectId('og_action_type_id', plainKind, {
		label: 'Open Graph Action Type ID',
		description: 'ID of the Open Graph action, such as watching, that the post tells of',
	}),
	objectId('og_icon_id', plainKind, {
		label: 'Open Graph Icon ID',
		description: 'ID of the icon that the post shows beside the Open Graph action',
	}),
	text('og_object_id', {
		label: 'Open Graph Object',
		description: 'ID or URL of the Open Graph object of the video',
	}),
	text('og_phrase', {
		label: 'Open Graph Phrase',
		description: 'Words in which the post tells of the Open Graph action',
	}),
	text('og_suggestion_mechanism', {
		label: 'Open Graph Suggestion Mechanism',
		description: 'How the Open Graph action was suggested',
	}),
	integer('original_fov', {
		label: 'Original Field of View',
		description: 'Field of view of the camera that took the video, a whole number',
	}),
	options('original_projection_type', ['equirectangular', 'cubemap', 'half_equirectangular'], {
		description: 'How the sphere of a 360-degree video is laid out in the picture',
	}),
	text('prompt_id', {
		label: 'Prompt ID',
		description: 'ID of the prompt that the video was posted for',
	}),
	text('prompt_tracking_string', {
		description: 'Text by which the prompt of the video is tracked',
	}),
	objectId('referenced_sticker_id', plainKind, {
		label: 'Referenced Sticker ID',
		description: 'ID of the sticker that the video refers to',
	}),
	integer('time_since_original_post', {
		description: 'Time since the post that the video comes from, as the API counts it',
	}),
	text('transcode_setting_properties', {
		description: 'Properties by which the settings for transcoding the video are found',
	}),
	options(
		'unpublished_content_type',
		[
			'SCHEDULED',
			'SCHEDULED_RECURRING',
			'DRAFT',
			'PUBLISH_PENDING',
			'ADS_POST',
			'INLINE_CREATED',
			'PUBLISHED',
			'REVIEWABLE_BRANDED_CONTENT',
		],
		{ description: 'Kind of content that a video which is not published counts as' },
	),
];
