import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { parseObjectId, type ObjectKind } from '../operation/fields';

/**
 * The ID that a field of the form holds, which a picker lists from: digits only.
 *
 * @throws NodeOperationError while nothing is chosen there
 */
export function chosenId(
	context: ILoadOptionsFunctions,
	fieldName: string,
	kind: ObjectKind,
): string {
	const chosen = parseObjectId(context.getCurrentNodeParameter(fieldName), kind);
	if ('id' in chosen) return chosen.id;
	const article = /^[aeiou]/i.test(kind.noun) ? 'an' : 'a';
	throw new NodeOperationError(context.getNode(), `Choose ${article} ${kind.noun} first`, {
		description: `The list shows what is in that ${kind.noun}.`,
	});
}
