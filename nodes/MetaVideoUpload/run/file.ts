import type { NodeOperationError } from 'n8n-workflow';

import { operationError } from '../../shared/operation/failure';
import type { RunContext } from '../../shared/operation/types';
import type { BinaryFile } from '../../shared/upload/types';
import { fileTypes } from '../fields/file';

/**
 * The file with the name and the type that the item's fields give it.
 *
 * @throws NodeOperationError for a type that Meta does not take
 */
export function announced(
	{ execution, values, itemIndex }: RunContext,
	file: BinaryFile,
): BinaryFile {
	const mimeType = String(values.file_type ?? file.mimeType);
	const known = fileTypes.map(({ value }) => value);
	if (!known.includes(mimeType)) {
		throw operationError(
			execution.getNode(),
			`Meta takes no files of type "${mimeType}" here`,
			`It takes ${known.join(', ')}. Set File Type when the file is one of these all the same.`,
			itemIndex,
		);
	}
	return {
		fileName: String(values.file_name ?? file.fileName),
		mimeType,
		size: file.size,
		slice: (start, end) => file.slice(start, end),
		close: () => file.close(),
	};
}

/** The app that the item or else the credential names. */
export function appOf({ client, values }: RunContext): string | undefined {
	return values.app_id === undefined ? client.appId : String(values.app_id);
}

/** Without an app there is nothing to upload to. */
export function noApp({ execution, itemIndex }: RunContext): NodeOperationError {
	return operationError(
		execution.getNode(),
		'App ID is required, since the credential names no app',
		'Fill in App ID here or in the credential. Nothing was sent to Meta for this item.',
		itemIndex,
	);
}
