/** How a box is written. */
export interface BoxForm {
	/** With a size of 64 bits. */
	isBig?: boolean;
	/** Of a full box. */
	version?: number;
}

/** A box with these contents. */
export function box(type: string, ...parts: Array<Buffer | BoxForm>): Buffer {
	const contents = Buffer.concat(parts.filter((part) => Buffer.isBuffer(part)));
	const isBig = parts.some((part) => !Buffer.isBuffer(part) && part.isBig);
	return isBig
		? Buffer.concat([u32(1), text(type), u64(contents.length + 16), contents])
		: Buffer.concat([u32(contents.length + 8), text(type), contents]);
}

/** A box with version (0 unless given) and flags. */
export function fullBox(type: string, flags: number, ...parts: Array<Buffer | BoxForm>): Buffer {
	const forms = parts.filter((part): part is BoxForm => !Buffer.isBuffer(part));
	const version = forms.find((form) => form.version !== undefined)?.version ?? 0;
	return box(type, u32(version * 2 ** 24 + flags), ...parts);
}

export function text(value: string): Buffer {
	return Buffer.from(value, 'latin1');
}

export function zeros(length: number): Buffer {
	return Buffer.alloc(length);
}

export function u8(...values: number[]): Buffer {
	return Buffer.from(values);
}

export function u16(value: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16BE(value);
	return bytes;
}

export function u32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(value);
	return bytes;
}

export function u64(value: number): Buffer {
	const bytes = Buffer.alloc(8);
	bytes.writeBigUInt64BE(BigInt(value));
	return bytes;
}
