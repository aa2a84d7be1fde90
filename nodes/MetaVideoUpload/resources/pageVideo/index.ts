import { defineResource } from '../../../shared/operation/define';
import { getMany } from './getMany';
import { publish } from './publish';
import { resume } from './resume';

export const pageVideo = defineResource({
	name: 'Page Video',
	description: 'Videos that a Page publishes',
	operations: { publish, resume, getMany },
});
