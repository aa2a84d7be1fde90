import { file, integer } from '../../shared/operation/fields';
import { exclusive } from '../../shared/fields/rules';
import type { Field, RuleOn } from '../../shared/operation/types';

/** Where the field has to be filled in, and when. */
type Place = { required: true; showWhen: Field['showWhen'] };

/** A picture of one's own to show in place of the video. */
export function thumbnailField(place?: Place) {
	return file('thumbnail_field', {
		label: 'Thumbnail Binary Field',
		description: 'The input binary field containing a picture to show for the video',
		...(place ?? { default: '' }),
	});
}

/** One of the pictures that Meta makes of a video. */
export function thumbnailNumber(place?: Place) {
	return integer('thumbnail_number', {
		description: 'Which of the thumbnails that Meta makes to show for the video; 1 is the first',
		min: 1,
		to: false,
		...place,
	});
}

/** A video shows one picture. */
export const oneThumbnail = exclusive(
	['thumbnail_number', 'thumbnail_field'],
	'a video shows one picture',
);

/** Meta makes thumbnails while it processes a video. */
export const numberNeedsWaiting: RuleOn<'thumbnail_number' | 'wait_until_ready'> = {
	at: 'thumbnail_number',
	when: ({ thumbnail_number: number, wait_until_ready: waits }) =>
		number !== undefined && waits === false,
	message: 'needs {wait_until_ready}: the thumbnails are not made before',
};
