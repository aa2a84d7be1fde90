import type { RunContext } from '../../shared/operation/types';
import { openBinaryFile } from '../../shared/upload/binaryFile';
import type { BinaryFile } from '../../shared/upload/types';

/** Files by the field that names them; of optional fields only those that were given. */
type Files<Required extends string, Optional extends string> = Record<Required, BinaryFile> &
	Partial<Record<Optional, BinaryFile>>;

/**
 * Opens the files that an item's fields name, uses them, and gives them back however it ends. All of
 * them are opened before anything is sent, so that a missing one costs nothing.
 *
 * @throws NodeOperationError when the item has no such file, or it is empty
 */
export async function withFiles<Required extends string, Optional extends string, Result>(
	{ execution, itemIndex, values }: RunContext,
	fields: { required: Required[]; optional: Optional[] },
	use: (files: Files<Required, Optional>) => Promise<Result>,
): Promise<Result> {
	const files: Partial<Record<string, BinaryFile>> = {};
	const given = fields.optional.filter((name) => values[name] !== undefined);
	try {
		for (const name of [...fields.required, ...given]) {
			files[name] = await openBinaryFile(execution, itemIndex, String(values[name]));
		}
		return await use(files as Files<Required, Optional>);
	} finally {
		for (const file of Object.values(files)) file?.close();
	}
}
