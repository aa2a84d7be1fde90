import pick from 'lodash/pick';
import { GraphFault, invalid } from '../graph/errors';
import { PIECE_PARAMS, uploadPhase } from '../videos/pieces';
import { addThumbnail } from '../videos/finish';
import { fileOf } from '../videos/upload';
import { videoOf } from '../videos/whole';
import { ReceivedFile } from '../videos/digest';
import { MAX_TITLE_LENGTH } from './adVideos';
import { requirePageToken } from './pageToken';
import { file, id, oneOf, text } from './specs';
import type { EdgeSpec, Values, WriteCall, Written } from './types';

const THUMBNAIL_SIZE = { width: 1280, height: 720 };

/** Videos of a Page ("Publishing", "Get Page Videos", "Posting a Video" with branded content). */
export const pageVideos: EdgeSpec = {
	child: 'video',
	readPermissions: ['pages_read_engagement'],
	writePermissions: ['pages_manage_posts'],
	create: {
		params: {
			...PIECE_PARAMS,
			description: text(),
			direct_share_status: oneOf('0', '1'),
			fbuploader_video_file_chunk: text(),
			sponsor_id: id,
			thumb: file,
			title: text(MAX_TITLE_LENGTH),
		},
		run: (call) => {
			requirePageToken(call, call.target.id);
			checkSponsor(call);
			checkThumb(call);
			const written = make(call);
			if (fileOf(call, 'thumb') && written.node) {
				addThumbnail(written.node, THUMBNAIL_SIZE, true, call, { is_custom: true });
			}
			return written;
		},
	},
};

function make(call: WriteCall): Written {
	const { fbuploader_video_file_chunk: handle, upload_phase: phase } = call.params;
	if (handle !== undefined && phase !== undefined) {
		throw invalid('fbuploader_video_file_chunk and upload_phase cannot be used together');
	}
	if (phase !== undefined) return uploadPhase(call, described);
	if (handle === undefined) {
		throw invalid('The parameter fbuploader_video_file_chunk is required');
	}
	const session = call.env.videos.handles.get(String(handle));
	if (!session) {
		throw invalid('The file handle is not valid', 'fbuploader_video_file_chunk');
	}
	const uploaded = new ReceivedFile(session.digest, session.fileType ?? '', undefined, undefined);
	return videoOf(uploaded, described(call.params), call);
}

function described(params: Values): Values {
	return pick(params, 'title', 'description', 'sponsor_id', 'direct_share_status');
}

function checkSponsor({ env, params: { sponsor_id: sponsorId } }: WriteCall): void {
	if (sponsorId === undefined || env.store.get(String(sponsorId))?.type === 'page') return;
	throw new GraphFault({
		code: 100,
		message: 'Param sponsor_id must be the ID of a Page',
		blame: ['sponsor_id'],
	});
}

/** Only what makes the video visible can bring a thumbnail. */
function checkThumb(call: WriteCall): void {
	const thumb = fileOf(call, 'thumb');
	if (!thumb) return;
	if (!/^image\//.test(thumb.mimeType)) throw invalid('Param thumb must be an image', 'thumb');
	const { upload_phase: phase } = call.params;
	if (phase !== undefined && phase !== 'finish') {
		throw invalid('Param thumb is only allowed with upload_phase=finish', 'thumb');
	}
}
