import { NodeOperationError, type INode } from 'n8n-workflow';

import { withProgress } from '../../../../nodes/MetaVideoUpload/upload/failed';
import { uploadInPieces } from '../../../../nodes/MetaVideoUpload/upload/pieces';
import { plainError } from '../../../../nodes/shared/graph/errors';
import { GraphError } from '../../../../nodes/shared/graph/types';
import { errorItem, nodeError } from '../../../../nodes/shared/operation/failure';
import { MetaVideos } from './support/meta';
import { bytesOf, newTrace, run } from './support/run';

const NODE: INode = {
	id: '1',
	name: 'Upload',
	type: 'test',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const REQUEST = { method: 'POST', path: '/act_1/advideos' } as const;
const OPEN = newTrace({
	session: 'pieces',
	state: 'open',
	uploadSessionId: '70',
	videoId: '5',
	offset: 10,
	size: 30,
});

test('an item tells in its details by what an upload is resumed', () => {
	const error = withProgress(plainError('transient', 'Cut off', 'Wait.', REQUEST), OPEN);
	const item = errorItem(nodeError(NODE, error, { itemIndex: 0 }), 0, error as GraphError);
	expect(item.json).toEqual({
		error: 'Cut off',
		message:
			'Wait. 10 of 30 bytes have arrived (upload session 70, video 5). Resume Upload goes on from there.',
		details: {
			message: 'Cut off',
			class: 'transient',
			request: 'POST /act_1/advideos',
			upload: {
				session: 'pieces',
				upload_session_id: '70',
				video_id: '5',
				offset: 10,
				size: 30,
			},
		},
	});
});

test('errors that are not of Meta get the same', () => {
	const cause = new NodeOperationError(NODE, 'The file is gone', { description: 'Look for it.' });
	const error = withProgress(cause, OPEN) as GraphError;
	expect(error).toBeInstanceOf(GraphError);
	expect(error.details).toMatchObject({
		message: 'The file is gone',
		advice: expect.stringMatching(/^Look for it\. 10 of 30 bytes/) as unknown,
		progress: { upload_session_id: '70' },
	});
	expect(errorItem(nodeError(NODE, error), 0, error).json.details).not.toHaveProperty('request');
});

test('before a session was begun an error stays what it is', () => {
	const cause = new NodeOperationError(NODE, 'The file is gone');
	expect(withProgress(cause, newTrace())).toBe(cause);
});

test('what is finished or over is not to be resumed', () => {
	const cause = plainError('transient', 'x', 'Wait.', REQUEST);
	const advice = (state: 'finished' | 'over') =>
		(withProgress(cause, { ...OPEN, state }) as GraphError).details.advice;
	expect(advice('finished')).toBe('Wait. The upload itself is done: video 5.');
	expect(advice('over')).toBe('Wait. 10 of 30 bytes have arrived (upload session 70, video 5).');
});

test('a file that cannot be read any more ends an upload at once', async () => {
	const meta = new MetaVideos();
	await meta.open();
	const { details } = await run(meta, bytesOf(200_000), async (context, file) => {
		const broken = {
			...file,
			slice: (start: number, end?: number) =>
				start === 0
					? file.slice(start, end)
					: {
							size: 10,
							async *read() {
								yield Buffer.from('abc');
								throw new NodeOperationError(NODE, 'The file is gone');
							},
						},
		};
		return await uploadInPieces(context, { path: '/act_1/advideos', host: 'graph' }, broken, {});
	});
	await meta.close();
	expect(details).toMatchObject({
		message: 'The file is gone',
		progress: { upload_session_id: '70', offset: 65_536 },
	});
	expect(meta.log().filter((line) => line.includes('transfer')).length).toBeLessThanOrEqual(2);
});
