import { defineResource } from '../../../shared/operation/define';
import { getMany } from './getMany';

export const userVideo = defineResource({
	name: 'User Video',
	description: 'Videos of a person',
	operations: { getMany },
});
