import { objectId, options, text } from '../../shared/operation/fields';
import { pageKind } from '../../shared/fields/objectKinds';

/** The Page that a request is about: `/{page_id}/videos`. */
export function pageId() {
	return objectId('page_id', pageKind, {
		label: 'Page',
		required: true,
		to: false,
		description: 'Facebook Page that the operation is about; your user needs a role on it',
	});
}

/** What a video of a Page can be given besides its file (Publishing; Creating Branded Content). */
export const pageVideoFields = [
	text('title', { description: 'Title that people see with the video, emoji allowed' }),
	text('description', {
		description: 'Text of the post that shows the video, emoji allowed',
		rows: 3,
	}),
	objectId('sponsor_id', pageKind, {
		label: 'Sponsor',
		description: 'Facebook Page of the brand that the video is made with, shown as its partner',
	}),
	options(
		'direct_share_status',
		[
			{ value: '0', name: 'No' },
			{ value: '1', name: 'Yes' },
		],
		{
			label: 'Allow the Sponsor to Boost',
			description: 'Whether the sponsor may turn the post into an ad of its own',
		},
	),
];
