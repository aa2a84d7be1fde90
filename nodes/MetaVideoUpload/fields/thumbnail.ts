import { file, integer } from '../../shared/operation/fields';
import type { Check, Field } from '../../shared/operation/types';

/** Where the field has to be filled in, and when. */
type Place = { required: true; showWhen: Field['showWhen'] };

/** A picture of one's own to show in place of the video. */
export function thumbnailField(place?: Place): Field {
	return file('thumbnail_field', {
		label: 'Thumbnail Binary Field',
		description: 'The input binary field containing a picture to show for the video',
		...(place ?? { default: '' }),
	});
}

/** One of the pictures that Meta makes of a video. */
export function thumbnailNumber(place?: Place): Field {
	return integer('thumbnail_number', {
		description: 'Which of the thumbnails that Meta makes to show for the video; 1 is the first',
		min: 1,
		place: 'local',
		...place,
	});
}

/** A video shows one picture. */
export const oneThumbnail: Check = ({ thumbnail_field: own, thumbnail_number: number }) =>
	own !== undefined && number !== undefined
		? {
				field: 'Thumbnail Number',
				message: 'cannot be combined with Thumbnail Binary Field: a video shows one picture',
			}
		: undefined;

/** Meta makes thumbnails while it processes a video. */
export const numberNeedsWaiting: Check = ({ thumbnail_number: number, wait_until_ready: waits }) =>
	number !== undefined && waits === false
		? {
				field: 'Thumbnail Number',
				message: 'needs Wait Until Ready: the thumbnails are not made before',
			}
		: undefined;
