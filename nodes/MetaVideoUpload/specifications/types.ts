/** What an MP4 or MOV file says of itself; what it does not say, or what cannot be read, is left out. */
export interface VideoFacts {
	/** Major brand: `isom`, `mp42`, `qt  `. */
	brand: string;
	/** Bytes. */
	size: number;
	/** Seconds. */
	duration?: number;
	/** Pixels as shown, that is after rotation. */
	width?: number;
	height?: number;
	/** Frames per second, on average. */
	frameRate?: number;
	/** Whether all frames last equally long. */
	isFixedFrameRate?: boolean;
	/** `avc1`, `hvc1`, `hev1`, `vp09`, `av01` ... */
	videoCodec?: string;
	/** `4:2:0`, `4:2:2` ... */
	chromaSubsampling?: string;
	/** Whether a frame is made of two fields; only MOV files tell. */
	isInterlaced?: boolean;
	/** Whether there is an audio track. */
	hasAudio?: boolean;
	/** As in RFC 6381: `mp4a.40.2` is AAC Low Complexity, `mp4a` AAC of an unknown kind. */
	audioCodec?: string;
	/** Channels of the first audio track. */
	audioChannels?: number;
	/** Hz */
	audioSampleRate?: number;
	/** Bits per second, on average. */
	audioBitrate?: number;
}

/** For what a video is meant. */
export type Purpose = 'videoAd' | 'instagram' | 'reels' | 'threads';

/** What does not fit a documented specification. */
export interface Finding {
	/** Whether Meta refuses or cannot use it, rather than recommends otherwise. */
	isRequirement: boolean;
	/** One sentence: what is there and what is wanted. */
	message: string;
}
