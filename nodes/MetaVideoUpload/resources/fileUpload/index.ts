import { defineResource } from '../../../shared/operation/define';
import { getStatus } from './getStatus';
import { resume } from './resume';
import { upload } from './upload';

export const fileUpload = defineResource({
	name: 'File Upload',
	description: 'Files that get a handle (Resumable Upload API)',
	operations: { upload, resume, getStatus },
});
