import { isUndefined, max, omitBy } from 'lodash';

import type { BinaryFile } from '../../shared/upload/types';
import { BoxReader, type Box } from './boxes';
import { durationOf, fragmentTicks, secondsOf, type Duration } from './times';
import { readTrack, type Track } from './track';
import type { VideoFacts } from './types';

/** Longest header that is read; the tracks that lie further on are not seen. */
const MAX_MOOV_BYTES = 64 * 1024 * 1024;

/** What files of before the brand (`ftyp`) are. */
const QUICKTIME = 'qt  ';

/** What an MP4 or MOV file begins with: anything else is another format. */
const FIRST_BOXES = ['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];

interface Movie {
	tracks: Track[];
	mvhd?: Duration;
	isFragmented: boolean;
	/** Length of a file in fragments, in ticks of `mvhd`, which itself does not know it. */
	fragmentTicks?: number;
	/** Whether there may be tracks that were not seen. */
	isIncomplete: boolean;
}

/**
 * Reads the header of an MP4 or MOV file, wherever in the file it is, and not the video itself.
 * `undefined` when the file is neither. A damaged file gives what could be read; after `signal` is
 * aborted nothing more is read.
 *
 * @throws whatever reading the file throws
 */
export async function readVideoFacts(
	file: Pick<BinaryFile, 'size' | 'slice'>,
	signal?: AbortSignal,
): Promise<VideoFacts | undefined> {
	const reader = new BoxReader(file, signal);
	let brand: string | undefined;
	let isFirst = true;
	for await (const box of reader.boxes(0, file.size)) {
		if (isFirst && !FIRST_BOXES.includes(box.type)) return undefined;
		isFirst = false;
		if (box.type === 'ftyp') {
			brand = (await reader.contents(box, 0, 4))?.toString('latin1');
		} else if (box.type === 'moov') {
			return {
				brand: brand ?? QUICKTIME,
				size: file.size,
				...factsOf(await readMovie(reader, box)),
			};
		}
	}
	return brand === undefined ? undefined : { brand, size: file.size };
}

async function readMovie(reader: BoxReader, moov: Box): Promise<Movie> {
	const movie: Movie = { tracks: [], isFragmented: false, isIncomplete: false };
	const end = Math.min(moov.end, moov.start + MAX_MOOV_BYTES);
	await reader.visit(
		{ start: moov.start, end },
		{
			mvhd: async (box) => {
				movie.mvhd = await durationOf(reader, box);
			},
			trak: async (box) => {
				movie.tracks.push(await readTrack(reader, box));
			},
			mvex: async (box) => {
				movie.isFragmented = true;
				await reader.visit(box, {
					mehd: async (mehd) => {
						movie.fragmentTicks = await fragmentTicks(reader, mehd);
					},
				});
			},
		},
	);
	return { ...movie, isIncomplete: reader.isIncomplete || end < moov.end };
}

function factsOf(movie: Movie): Partial<VideoFacts> {
	const videos = movie.tracks.filter(({ handler }) => handler === 'vide');
	const video = videos.find(({ isEnabled }) => isEnabled) ?? videos[0];
	const audio = movie.tracks.find(({ handler }) => handler === 'soun');
	const facts: Partial<VideoFacts> = {
		duration: movieSeconds(movie),
		...video?.entry,
		...video?.shown,
		...(video && !movie.isFragmented ? frameFacts(video) : {}),
		hasAudio: audio !== undefined || (movie.isIncomplete ? undefined : false),
		...audio?.entry,
	};
	return omitBy(facts, isUndefined);
}

/** A header that is overtaken by its fragments only counts with what it says of them. */
function movieSeconds({ mvhd, isFragmented, fragmentTicks: ticks, tracks }: Movie) {
	if (isFragmented) return secondsOf(mvhd && { ...mvhd, ticks });
	return secondsOf(mvhd) ?? max(tracks.map(({ duration }) => secondsOf(duration)));
}

/** Not of a file in fragments: its header lists the frames of the first one at most. */
function frameFacts({ times, duration, frameCount }: Track): Partial<VideoFacts> {
	const isFixedFrameRate = times?.isFixed;
	if (times && times.ticks > 0 && duration) {
		const frameRate = (times.count / times.ticks) * duration.ticksPerSecond;
		return { frameRate, isFixedFrameRate };
	}
	const seconds = secondsOf(duration);
	return { frameRate: seconds && frameCount ? frameCount / seconds : undefined, isFixedFrameRate };
}
