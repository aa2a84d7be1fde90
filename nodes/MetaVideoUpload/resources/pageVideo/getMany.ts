import { defineOperation } from '../../../shared/operation/define';
import { boolean } from '../../../shared/operation/fields';
import { pageId } from '../../fields/page';
import { readableVideo } from '../../fields/video';

/** Get Facebook Videos using the Facebook Video API, Get Page Videos. */
export const getMany = defineOperation({
	name: 'Get Many',
	action: 'Get many page videos',
	description: 'List the videos of a Page. Needs the permission pages_read_engagement.',
	documents: ['metaVideoUpload.pageVideo.getMany'],
	request: {
		method: 'GET',
		path: '/{page_id}/videos',
		useCase: 'pages',
		asPage: ({ page_id: page, act_as_page: isPage }) =>
			isPage === false ? undefined : String(page),
	},
	fields: [
		pageId(),
		boolean('act_as_page', {
			label: 'Act as the Page',
			description:
				"Whether to read as the Page itself. Turn off for Pages that the credential's user does not manage.",
			default: true,
			to: false,
		}),
	],
	output: { kind: 'list', readable: readableVideo },
});
