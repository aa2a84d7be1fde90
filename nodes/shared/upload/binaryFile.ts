import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { operationError } from '../operation/failure';
import { readInOrder } from './orderedStream';
import { CHUNK_BYTES, type Source } from './source';
import type { OpenBinaryFile } from './types';

/** Where a file is said to be at fault. */
interface Place {
	execution: IExecuteFunctions;
	itemIndex: number;
	fieldName: string;
}

/**
 * Opens the file in a binary field of an item, wherever n8n keeps it: in memory, on the disk or in
 * an object store. It is read a chunk of about 1 MiB at a time.
 *
 * @throws NodeOperationError when the item has no such file, or it is empty or gone. Reading fails
 * with one when there are fewer bytes than the file is said to have.
 */
export const openBinaryFile: OpenBinaryFile = async (execution, itemIndex, fieldName) => {
	const place: Place = { execution, itemIndex, fieldName };
	const binary = binaryOf(place);
	if (!binary) throw missing(place);
	const { source, size } = await sourceOf(place, binary);
	if (size === 0) throw unusable(place, 'is empty', 'Check the node that made the file.');

	async function* read(start: number, end: number): AsyncGenerator<Buffer> {
		let count = 0;
		try {
			for await (const chunk of source.read(start, end)) {
				count += chunk.length;
				yield chunk;
			}
		} catch (cause) {
			throw unreadable(place, cause);
		}
		if (count < end - start) {
			const told = `ends after ${start + count} of ${size} bytes`;
			throw unusable(place, told, 'Check the node that made the file, and the storage of n8n.');
		}
	}

	return {
		fileName: binary.fileName ?? fieldName,
		mimeType: binary.mimeType,
		size,
		slice(start: number, end = size) {
			return { size: end - start, read: () => read(start, end) };
		},
		close: () => source.close(),
	};
};

function binaryOf({ execution, itemIndex, fieldName }: Place): IBinaryData | undefined {
	try {
		return execution.helpers.assertBinaryData(itemIndex, fieldName);
	} catch {
		return undefined;
	}
}

async function sourceOf(
	place: Place,
	{ id, data }: IBinaryData,
): Promise<{ source: Source; size: number }> {
	if (!id) return openBase64(data);
	const { helpers } = place.execution;
	const metadata = await helpers
		.getBinaryMetadata(id)
		.then(undefined, (cause: unknown) => ({ cause }));
	if ('cause' in metadata) throw unreadable(place, metadata.cause);
	const source = readInOrder(async (chunkBytes) => await helpers.getBinaryStream(id, chunkBytes));
	return { source, size: metadata.fileSize };
}

function missing({ execution, itemIndex, fieldName }: Place) {
	const names = Object.keys(execution.getInputData()[itemIndex]?.binary ?? {});
	return operationError(
		execution.getNode(),
		`The item has no file in the binary field "${fieldName}"`,
		names.length > 0
			? `Its binary fields are: ${names.join(', ')}. Enter one of them in "Input Binary Field".`
			: 'It has no binary fields at all. Put a node before this one that gives a file, for example HTTP Request or Google Drive.',
		itemIndex,
	);
}

function unreadable(place: Place, cause: unknown) {
	const reason = cause instanceof Error ? cause.message : String(cause);
	return unusable(
		place,
		`cannot be read (${reason})`,
		'Check the storage of n8n for binary data: the file may have been removed.',
	);
}

function unusable({ execution, itemIndex, fieldName }: Place, what: string, advice: string) {
	const message = `The file in the binary field "${fieldName}" ${what}`;
	return operationError(execution.getNode(), message, advice, itemIndex);
}

/** A file that n8n keeps in memory as base64: decoded a piece at a time, never as a whole. */
function openBase64(data: string): { source: Source; size: number } {
	const text = /\s/.test(data) ? data.replace(/\s+/g, '') : data;
	async function* read(start: number, end: number): AsyncGenerator<Buffer> {
		for (let at = start; at < end; at += CHUNK_BYTES) {
			const to = Math.min(end, at + CHUNK_BYTES);
			// Four characters stand for three bytes.
			const group = Math.floor(at / 3);
			const characters = text.slice(group * 4, Math.ceil(to / 3) * 4);
			yield Buffer.from(characters, 'base64').subarray(at - group * 3, to - group * 3);
		}
	}
	const size = Math.floor((text.replace(/=+$/, '').length * 3) / 4);
	return { source: { read, close: () => undefined }, size };
}
