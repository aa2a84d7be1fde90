import { boolean, file, objectId, options, text } from '../../shared/operation/fields';
import type { Field, RuleOn } from '../../shared/operation/types';
import { instagramAccountKind, instagramMediaKind } from '../../shared/fields/objectKinds';
import { libraryFields } from './library';

/** The item's binary field that holds the file to send. */
export function inputField(showWhen?: Field['showWhen']) {
	return file('input_field', {
		label: 'Input Binary Field',
		required: true,
		description: 'Field of the input item with the file, which is read in pieces and never whole',
		...(showWhen ? { showWhen } : {}),
	});
}

/** Where the video comes from and how it gets to Meta (Ad Videos; FB Video Ads; Partnership Ads API). */
export const sourceFields = [
	options(
		'source',
		[
			{ value: 'file', name: 'File From Input Item' },
			{ value: 'url', name: 'Public URL', description: 'Meta fetches the file itself' },
			{ value: 'instagram', name: 'Instagram Media', description: 'A video of an Instagram post' },
		],
		{ description: 'Where the video comes from, which decides the fields below', to: false },
	),
	inputField({ source: ['file'] }),
	text('file_url', {
		label: 'File URL',
		description:
			'Address of the video. It must be public, without a login, and lead straight to the file.',
		placeholder: 'e.g. https://example.com/video.mp4',
		required: true,
		pattern: { test: /^https?:\/\/\S+$/i, message: 'must be an http or https URL' },
		showWhen: { source: ['url'] },
	}),
	objectId('instagram_account', instagramAccountKind, {
		description:
			'The Instagram account to choose from. Not needed when the media is given by its ID.',
		to: false,
		showWhen: { source: ['instagram'] },
	}),
	objectId('source_instagram_media_id', instagramMediaKind, {
		label: 'Instagram Media',
		description: 'Instagram post whose video to upload, from the list or by its ID',
		required: true,
		showWhen: { source: ['instagram'] },
	}),
	text('partnership_ad_ad_code', {
		label: 'Partnership Ad Code',
		description: "Numeric code from the creator, in place of the media's source file information",
		pattern: { test: /^\d+$/, message: 'must be digits' },
		showWhen: { source: ['instagram'] },
	}),
	options(
		'upload_method',
		[
			{
				value: 'automatic',
				name: 'Automatic',
				description: 'Small files and URLs in a single request, large files in pieces',
			},
			{ value: 'single', name: 'Single Request' },
			{
				value: 'pieces',
				name: 'In Pieces',
				description: 'Goes on where it was when the connection breaks',
			},
			{
				value: 'videoAd',
				name: 'Video Ads Session',
				description:
					'The whole file in one request that can be resumed; takes no title or other details',
			},
		],
		{
			description: 'How the video is sent to Meta; Automatic suits nearly all videos',
			to: false,
			showWhen: { source: ['file', 'url'] },
		},
	),
];

/** Whether the video is meant for a partnership ad. */
export const isPartnershipAd = boolean('is_partnership_ad', {
	label: 'Partnership Ad',
	description: 'Whether the video will be used in a partnership ad with the creator',
	showWhen: { '/source': ['instagram'] },
});

/** Meta fetches a hosted file itself, all at once. */
export const noPiecesOfUrl: RuleOn<'source' | 'upload_method'> = {
	at: 'upload_method',
	when: ({ source, upload_method: method }) => source === 'url' && method === 'pieces',
	message: 'cannot be In Pieces for a URL, since Meta fetches the file: choose another method',
};

/** FB Video Ads, Publish Video to Ad Account: the session takes the video and nothing else. */
export function sessionTakesNoDetails<Choice extends string>(choice: Choice): RuleOn<Choice> {
	return {
		when: (values) => {
			if (values[choice] !== 'videoAd') return undefined;
			const given = libraryFields.find(({ name }) => name in values);
			return given && [given.name];
		},
		message: 'cannot be sent in a Video Ads Session, which takes only the video: remove it',
	};
}
