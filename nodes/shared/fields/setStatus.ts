import { defineOperation } from '../operation/define';
import type { Field, Operation, RequestShape } from '../operation/types';
import { adAccountOfObject } from './adAccount';

/** What has its status set, and how. */
interface StatusChange {
	/** With its article: `a campaign`. */
	noun: string;
	/** The field with the object's ID, which is the request's path. */
	id: Field;
	status: 'ACTIVE' | 'PAUSED' | 'ARCHIVED';
	/** Name of the operation: `Pause`. */
	verb: string;
	description: string;
	documents: string[];
	/** Which of the objects may not be in one batch. */
	batchGroup?: RequestShape['batchGroup'];
	additionalFields?: Field[];
}

/** One fixed change of status (Manage Your Ad Object's Status). */
export function setStatus(change: StatusChange): Operation {
	const { noun, id, status, verb, description, documents, batchGroup, additionalFields } = change;
	return defineOperation({
		name: verb,
		action: `${verb} ${noun}`,
		description,
		documents,
		request: {
			method: 'POST',
			path: `/{${id.name}}`,
			parameters: { status },
			repeat: 'always',
			batchGroup,
		},
		fields: [adAccountOfObject(), id],
		additionalFields,
		output: {
			kind: 'object',
			map: (body, values) => ({ id: String(values[id.name]), status, ...body }),
		},
	});
}
