import type { IExecuteFunctions } from 'n8n-workflow';

import type { Bytes } from '../graph/types';

/** A file of an input item, wherever n8n keeps it; read in order and from any place, never whole. */
export interface BinaryFile {
	fileName: string;
	/** `video/mp4` */
	mimeType: string;
	/** Bytes. */
	size: number;
	/** The bytes from `start` up to `end`, which is not included; to the end without `end`. */
	slice(start: number, end?: number): Bytes;
	/** Gives back what it holds open. */
	close(): void;
}

/**
 * Opens the file of an item.
 *
 * @throws NodeOperationError when the item has no such file, or it is empty
 */
export type OpenBinaryFile = (
	execution: IExecuteFunctions,
	itemIndex: number,
	fieldName: string,
) => Promise<BinaryFile>;
