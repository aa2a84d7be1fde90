/** What an `esds` box tells of audio (ISO/IEC 14496-1, 7.2.6.5); what it does not tell is left out. */
export interface AudioDescription {
	/** As in RFC 6381: `mp4a.40.2`. */
	codec: string;
	/** Hz */
	sampleRate?: number;
	channels?: number;
	/** Bits per second, on average. */
	bitrate?: number;
}

const ES = 0x03;
const DECODER_CONFIG = 0x04;
const DECODER_SPECIFIC = 0x05;

/** Object type of MPEG-4 audio. */
const MPEG4_AUDIO = 0x40;

/** Audio object types that double the sample rate (SBR, and SBR with parametric stereo). */
const SPECTRAL_REPLICATION = [5, 29];

/** Hz, by index (ISO/IEC 14496-3, 1.6.3.4). */
const SAMPLE_RATES = [
	96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350,
];

/** By channel configuration (ISO/IEC 14496-3, 1.6.3.5); 0: told elsewhere. */
const CHANNELS = [undefined, 1, 2, 3, 4, 5, 6, 8];

/** Reads the contents of an `esds` box. */
export function audioDescription(esds: Buffer): AudioDescription | undefined {
	const stream = descriptorAt(esds, 4);
	if (stream?.tag !== ES || stream.contents.length < 3) return undefined;
	const config = descriptorAt(stream.contents, 3 + optionalBytes(stream.contents));
	if (config?.tag !== DECODER_CONFIG || config.contents.length < 13) return undefined;
	const objectType = config.contents[0];
	const bitrate = config.contents.readUInt32BE(9) || undefined;
	const codec = `mp4a.${objectType.toString(16)}`;
	const specific = descriptorAt(config.contents, 13);
	if (objectType !== MPEG4_AUDIO || specific?.tag !== DECODER_SPECIFIC) return { codec, bitrate };
	return { bitrate, ...audioConfig(codec, specific.contents) };
}

/** Reads an AudioSpecificConfig (ISO/IEC 14496-3, 1.6.2.1). */
function audioConfig(codec: string, bytes: Buffer): AudioDescription {
	const bits = bitsOf(bytes);
	const objectType = longType(bits(5), bits);
	const sampleRate = rateOf(bits);
	const channels = CHANNELS[bits(4)];
	if (objectType === 0) return { codec };
	const isDoubled = SPECTRAL_REPLICATION.includes(objectType);
	return {
		codec: `${codec}.${objectType}`,
		sampleRate: isDoubled ? rateOf(bits) : sampleRate,
		channels,
	};
}

function longType(type: number, bits: (count: number) => number): number {
	return type === 31 ? 32 + bits(6) : type;
}

function rateOf(bits: (count: number) => number): number | undefined {
	const index = bits(4);
	return index === 15 ? bits(24) || undefined : SAMPLE_RATES[index];
}

/** Takes bits from the front; zeros after the end. */
function bitsOf(bytes: Buffer): (count: number) => number {
	let at = 0;
	return (count) => {
		let value = 0;
		for (const end = at + count; at < end; at += 1) {
			const byte = bytes[Math.floor(at / 8)] ?? 0;
			value = value * 2 + ((byte >> (7 - (at % 8))) & 1);
		}
		return value;
	};
}

/** How long the parts of an ES descriptor are that its flags announce. */
function optionalBytes(contents: Buffer): number {
	const flags = contents[2];
	const dependsOn = flags & 0x80 ? 2 : 0;
	const url = flags & 0x40 ? 1 + (contents[3 + dependsOn] ?? 0) : 0;
	return dependsOn + url + (flags & 0x20 ? 2 : 0);
}

/** A descriptor: tag, length in one to four bytes of 7 bits, contents. */
function descriptorAt(bytes: Buffer, offset: number) {
	const tag: number | undefined = bytes[offset];
	if (tag === undefined) return undefined;
	let length = 0;
	for (let at = offset + 1; at <= offset + 4 && at < bytes.length; at += 1) {
		length = length * 128 + (bytes[at] & 0x7f);
		if (!(bytes[at] & 0x80)) return { tag, contents: bytes.subarray(at + 1, at + 1 + length) };
	}
	return undefined;
}
