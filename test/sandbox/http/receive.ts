import busboy from 'busboy';
import type { IncomingMessage } from 'node:http';
import { GraphFault } from '../graph/errors';
import { Digest, ReceivedFile, type Sink } from '../videos/digest';
import { decodeText } from './decode';

/** Forms and JSON are kept whole to be read; files are not. */
const MAX_TEXT_BYTES = 64 * 1024 * 1024;

/** Types of bodies that are files by themselves. */
const RAW_TYPE = /^(application\/(octet-stream|pdf)|video\/|image\/)/;

/** How a body is to be read. */
export interface Reception {
	/** Instead of the one the request says. */
	contentType?: string;
	isHashing: boolean;
	/** The body is a file whatever its type says: curl calls everything a form. */
	isRaw: boolean;
	/** Where the bytes of a file go besides being counted. */
	openSink: (name: string | undefined, fields: Record<string, unknown>) => Sink | undefined;
	/** Read no further than this. */
	cutAfterBytes?: number;
}

/** A body that was read. */
export interface ReceivedBody {
	/** Fields; files of a form are `ReceivedFile`. */
	params: Record<string, unknown>;
	/** The file that the body is by itself. */
	file?: ReceivedFile;
	/** Bytes that came, with all that stands around the files. */
	size: number;
	/** It was read to its end. */
	isWhole: boolean;
	/** Why it could not be understood. */
	refusal?: GraphFault;
}

/** Takes a body as it comes. Neither method throws. */
interface Reader {
	write(chunk: Buffer): void | Promise<void>;
	end(): Omit<ReceivedBody, 'size' | 'isWhole'> | Promise<Omit<ReceivedBody, 'size' | 'isWhole'>>;
}

/** Reads the body of a request in a stream: files are counted and hashed as they come. */
export async function receiveBody(
	request: IncomingMessage,
	reception: Reception,
): Promise<ReceivedBody> {
	const type = reception.contentType ?? request.headers['content-type'] ?? '';
	const reader = readerFor(type, reception);
	const most = reception.cutAfterBytes ?? Infinity;
	let size = 0;
	try {
		// The connection must stay: it is for the caller to answer on it or to cut it.
		for await (const chunk of request.iterator({ destroyOnReturn: false })) {
			const part = (chunk as Buffer).subarray(0, most - size);
			size += part.length;
			await reader.write(part);
			if (size >= most) return { params: {}, size, isWhole: false };
		}
	} catch {
		return { params: {}, size, isWhole: false };
	}
	return { ...(await reader.end()), size, isWhole: true };
}

function readerFor(type: string, reception: Reception): Reader {
	if (reception.isRaw || RAW_TYPE.test(type)) return new RawReader(type, reception);
	if (type.startsWith('multipart/form-data')) return openForm(type, reception);
	return new TextReader(type);
}

class RawReader implements Reader {
	private readonly digest: Digest;
	private readonly sink: Sink | undefined;

	constructor(
		private readonly type: string,
		{ isHashing, openSink }: Reception,
	) {
		this.digest = new Digest(isHashing);
		this.sink = openSink(undefined, {});
	}

	write(chunk: Buffer): void {
		this.digest.add(chunk);
		this.sink?.add(chunk);
	}

	end() {
		return { params: {}, file: new ReceivedFile(this.digest, this.type, undefined, this.sink) };
	}
}

class TextReader implements Reader {
	private readonly chunks: Buffer[] = [];
	private size = 0;

	constructor(private readonly type: string) {}

	write(chunk: Buffer): void {
		this.size += chunk.length;
		if (this.size <= MAX_TEXT_BYTES) this.chunks.push(chunk);
	}

	end() {
		if (this.size > MAX_TEXT_BYTES) return refused('The request body is too large');
		try {
			return { params: decodeText(Buffer.concat(this.chunks).toString('utf8'), this.type) };
		} catch (error) {
			if (error instanceof GraphFault) return { params: {}, refusal: error };
			throw error;
		}
	}
}

function openForm(type: string, reception: Reception): Reader {
	try {
		const headers = { 'content-type': type };
		return new FormReader(busboy({ headers, limits: { fieldSize: MAX_TEXT_BYTES } }), reception);
	} catch {
		return { write: () => undefined, end: () => refused(UNREADABLE) };
	}
}

class FormReader implements Reader {
	private readonly params: Record<string, unknown> = {};
	private isBroken = false;

	constructor(
		private readonly parser: busboy.Busboy,
		{ isHashing, openSink }: Reception,
	) {
		parser.on('field', (name, value) => (this.params[name] = value));
		parser.on('file', (name, stream, { filename, mimeType }) => {
			const digest = new Digest(isHashing);
			const sink = openSink(name, this.params);
			stream.on('data', (chunk: Buffer) => {
				digest.add(chunk);
				sink?.add(chunk);
			});
			stream.on('end', () => {
				this.params[name] = new ReceivedFile(digest, mimeType, filename, sink);
			});
			// Told by the parser as well.
			stream.on('error', () => undefined);
		});
		parser.on('error', () => (this.isBroken = true));
	}

	/** Waits until the parser has taken the chunk. */
	async write(chunk: Buffer): Promise<void> {
		if (this.isBroken) return;
		await new Promise<void>((resolve) => this.parser.write(chunk, () => resolve()));
	}

	async end() {
		if (!this.isBroken) {
			await new Promise<void>((resolve) => {
				this.parser.on('close', resolve);
				this.parser.end();
			});
		}
		return this.isBroken ? refused(UNREADABLE) : { params: this.params };
	}
}

const UNREADABLE = 'The multipart body cannot be read';

function refused(message: string) {
	return { params: {}, refusal: new GraphFault({ code: 100, message }) };
}
