import { multiOptions, options } from '../../shared/operation/fields';
import type { Values } from '../../shared/operation/types';
import type { Purpose } from '../specifications/types';

/** For what a video can be meant, as the form names it. */
export const PURPOSE_NAMES: Record<Purpose, string> = {
	videoAd: 'Video Ad',
	instagram: 'Instagram',
	reels: 'Reels',
	threads: 'Threads',
};

const FILE_ONLY = { '/source': ['file'] };

/** Whether a file is compared with what Meta documents for videos before it is sent. */
export const specificationFields = [
	options(
		'specifications',
		[
			{ value: 'warn', name: 'Warn', description: 'Send the video and tell what does not fit' },
			{
				value: 'stop',
				name: 'Stop',
				description: 'Do not send a video that Meta cannot use for the purpose',
			},
			{ value: 'off', name: 'Off' },
		],
		{
			label: 'Check Specifications',
			description: "What to do when an MP4 or MOV file does not fit Meta's specifications",
			to: false,
			showWhen: FILE_ONLY,
		},
	),
	multiOptions(
		'specifications_for',
		Object.entries(PURPOSE_NAMES).map(([value, name]) => ({ value, name })),
		{
			label: 'Specifications For',
			description: 'Where the video is to be shown; video ads on Facebook unless chosen',
			to: false,
			showWhen: FILE_ONLY,
		},
	),
];

/** The purposes that a file is checked for; none when checking is off. */
export function purposesOf(values: Values): Purpose[] {
	if (values.specifications === 'off') return [];
	return (values.specifications_for ?? ['videoAd']) as Purpose[];
}
