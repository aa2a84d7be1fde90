import type { INodeExecutionData } from 'n8n-workflow';

import { defineOperation } from '../../../shared/operation/define';
import { objectId, options } from '../../../shared/operation/fields';
import { toItem } from '../../../shared/operation/output';
import type { RunContext } from '../../../shared/operation/types';
import { adAccountOfObject } from '../../../shared/fields/adAccount';
import { plainKind } from '../../../shared/fields/objectKinds';
import { thumbnailField, thumbnailNumber } from '../../fields/thumbnail';
import { videoId } from '../../fields/video';
import { withFiles } from '../../run/files';
import { chosenThumbnail, readThumbnails, setThumbnail as choose } from '../../run/thumbnail';

/** Chooses the picture that a video shows before it plays. */
export const setThumbnail = defineOperation({
	name: 'Set Thumbnail',
	action: 'Set the thumbnail of a video',
	description: 'Choose the picture that a video shows',
	documents: [],
	fields: [
		adAccountOfObject(),
		videoId(),
		options(
			'thumbnail_from',
			[
				{ value: 'file', name: 'Picture From Input Item' },
				{ value: 'number', name: 'Thumbnail of Meta, by Number' },
				{ value: 'id', name: 'Thumbnail of Meta, by ID' },
			],
			{
				label: 'Thumbnail',
				description: 'Which picture to show for the video: one of yours or one that Meta made',
				to: false,
			},
		),
		thumbnailField({ required: true, showWhen: { thumbnail_from: ['file'] } }),
		thumbnailNumber({ required: true, showWhen: { thumbnail_from: ['number'] } }),
		objectId('thumbnail_id', plainKind, {
			label: 'Thumbnail ID',
			description: 'ID of one of the thumbnails that Meta made of the video',
			required: true,
			to: false,
			showWhen: { thumbnail_from: ['id'] },
		}),
	],
	output: { kind: 'object' },
	run,
});

async function run(context: RunContext): Promise<INodeExecutionData[]> {
	const { client, values, itemIndex, wrote } = context;
	const { ad_account: account, video_id: given } = values;
	const id = String(given);
	const target = {
		client,
		videoId: id,
		...(account === undefined ? {} : { quotaOf: String(account) }),
	};
	const fields = { required: [], optional: ['thumbnail_field' as const] };
	return await withFiles(context, fields, async (files) => {
		const choice = chosenThumbnail(values, files.thumbnail_field);
		const thumbnails = choice && 'number' in choice ? await readThumbnails(target) : [];
		const chosen = choice && (await choose(target, choice, thumbnails));
		wrote(id);
		const told = chosen === undefined ? {} : { thumbnail_id: chosen };
		return [toItem({ id, video_id: id, ...told, success: true }, itemIndex)];
	});
}
