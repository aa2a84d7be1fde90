import { box, fullBox, u16, u32, u8, zeros } from './boxes';

const CHROMA = ['4:0:0', '4:2:0', '4:2:2', '4:4:4'];

/** Hz, by index. */
const SAMPLE_RATES = [96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000];

/** The entry of a video track in `stsd`, with the configuration of its codec. */
export function videoEntry({
	codec = 'avc1',
	chroma = '4:2:0',
	interlaced = false,
	width,
	height,
}: {
	codec?: string;
	chroma?: string;
	interlaced?: boolean;
	width: number;
	height: number;
}): Buffer {
	const parts = [
		...[zeros(6), u16(1), zeros(16), u16(width), u16(height), u32(72 * 2 ** 16)],
		...[u32(72 * 2 ** 16), zeros(4), u16(1), zeros(32), u16(24), u16(65_535)],
	];
	const config = configOf(codec, CHROMA.indexOf(chroma));
	if (config) parts.push(config);
	if (interlaced) parts.push(box('fiel', u8(2, 9)));
	return box(codec, ...parts);
}

function configOf(codec: string, chroma: number): Buffer | undefined {
	switch (codec) {
		case 'avc1': {
			// High, or High 4:2:2, or High 4:4:4, each with a set of three and one of two bytes.
			const profile = [100, 100, 122, 244][chroma];
			const sets = u8(0xe1, 0, 3, 0x67, profile, 0, 1, 0, 2, 0x68, 0xce);
			return box('avcC', u8(1, profile, 0, 40, 0xff), sets, u8(0xfc | chroma, 0xf8, 0xf8, 0));
		}
		case 'hvc1':
		case 'hev1':
			return box('hvcC', u8(1), zeros(15), u8(0xfc | chroma), zeros(6));
		case 'vp09':
			return fullBox('vpcC', 0, { version: 1 }, u8(0, 40, 0x80 | (chroma << 1)), zeros(5));
		case 'av01':
			return box('av1C', u8(0x81, 8, [0x1c, 0x0c, 0x08, 0x00][chroma], 0));
		default:
			return undefined;
	}
}

/** The entry of an audio track in `stsd`: AAC. */
export function audioEntry({
	channels,
	sampleRate,
	bitrate,
	objectType,
}: {
	channels: number;
	sampleRate: number;
	bitrate: number;
	objectType: number;
}): Buffer {
	return box(
		'mp4a',
		...[zeros(6), u16(1), zeros(8), u16(channels), u16(16), zeros(4), u16(sampleRate), zeros(2)],
		streamDescription(channels, sampleRate, bitrate, objectType),
	);
}

/** An `esds` box for AAC. */
export function streamDescription(
	channels: number,
	sampleRate: number,
	bitrate: number,
	objectType: number,
): Buffer {
	const rate = SAMPLE_RATES.indexOf(sampleRate);
	// Replication doubles the rate that is encoded; its own rate follows.
	const [coded, extra] = objectType === 5 ? [rate + 3, (rate << 7) | (2 << 2)] : [rate, 0];
	const bits = (objectType << 11) | (coded << 7) | (channels << 3);
	const specific =
		objectType === 5
			? [bits >> 8, (bits & 0xf8) | (extra >> 8), extra & 0xff]
			: [bits >> 8, bits & 0xff];
	const config = [
		...[0x40, 0x15, 0, 0, 0],
		...u32(bitrate),
		...u32(bitrate),
		...descriptor(0x05, specific),
	];
	const stream = [0, 1, 0, ...descriptor(0x04, config), ...descriptor(0x06, [2])];
	return fullBox('esds', 0, u8(...descriptor(0x03, stream)));
}

/** With its length in four bytes, as most encoders write it. */
function descriptor(tag: number, contents: number[]): number[] {
	return [tag, 0x80, 0x80, 0x80, contents.length, ...contents];
}
