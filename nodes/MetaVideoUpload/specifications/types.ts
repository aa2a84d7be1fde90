/** What an MP4 or MOV file says of itself. */
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
	/** `mp4a` ... */
	audioCodec?: string;
	/** Channels of the first audio track. */
	audioChannels?: number;
	/** Hz */
	audioSampleRate?: number;
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
