/** How the colours of each pair of lines are sampled, by number (`chroma_format_idc`). */
const BY_NUMBER = ['4:0:0', '4:2:0', '4:2:2', '4:4:4'];

/** Profiles of H.264 that are 4:2:0 throughout and say nothing of it: Baseline, Main, Extended. */
const PLAIN_AVC_PROFILES = [66, 77, 88];

/**
 * Tells the chroma subsampling from the contents of a codec's configuration box, by the box's type;
 * `undefined` where it is not told.
 */
export const CHROMA_OF: Record<string, (config: Buffer) => string | undefined> = {
	/** ISO/IEC 14496-15, 5.3.3.1: behind the parameter sets. */
	avcC: (config) => {
		if (PLAIN_AVC_PROFILES.includes(config[1])) return BY_NUMBER[1];
		const pictureSets = skipSets(config, 6, config[5] & 0x1f);
		const end = skipSets(config, pictureSets + 1, config[pictureSets] ?? 0);
		return end < config.length ? BY_NUMBER[config[end] & 3] : undefined;
	},
	/** ISO/IEC 14496-15, 8.3.3.1. */
	hvcC: (config) => (config.length > 16 ? BY_NUMBER[config[16] & 3] : undefined),
	/** AV1 Codec ISO Media File Format Binding, 2.3: monochrome, subsampled in x, in y. */
	av1C: (config) => {
		if (config.length < 4) return undefined;
		const [isMonochrome, isHalvedInX, isHalvedInY] = [16, 8, 4].map((bit) => config[2] & bit);
		if (isMonochrome) return BY_NUMBER[0];
		if (!isHalvedInX) return BY_NUMBER[3];
		return isHalvedInY ? BY_NUMBER[1] : BY_NUMBER[2];
	},
	/** VP Codec ISO Media File Format Binding: two kinds of 4:2:0 come first. */
	vpcC: (config) => (config.length > 6 ? BY_NUMBER[Math.max(1, (config[6] >> 1) & 7)] : undefined),
};

/** Where the parameter sets end: each is two bytes of length and its bytes. */
function skipSets(config: Buffer, offset: number, count: number): number {
	let at = offset;
	for (let set = 0; set < count && at + 1 < config.length; set += 1) {
		at += 2 + config.readUInt16BE(at);
	}
	return at;
}
