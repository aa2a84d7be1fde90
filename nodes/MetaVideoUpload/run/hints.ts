import type { Hint, Values } from '../../shared/operation/types';
import type { UploadTrace } from '../upload/types';

/** Warnings that a hint shows; the items have all of them. */
const MAX_WARNINGS = 5;
const UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'];
const BYTES_PER_UNIT = 1_000;

/** What one item adds to the hints at the end of a node run. */
export interface UploadNote {
	itemIndex: number;
	/** That Meta got for this item. */
	bytes: number;
	/** ms since 1970. */
	startedAt: number;
	endedAt: number;
	/** How often it broke off and went on. */
	resumes: number;
	steps: string[];
	warnings: string[];
}

/** The note of an upload that ended, well or not. */
export function noteOf(
	itemIndex: number,
	{ offset, resumes, steps }: UploadTrace,
	{
		startedAt,
		startOffset,
		warnings,
	}: { startedAt: number; startOffset: number; warnings: string[] },
): Values {
	const bytes = Math.max(0, offset - startOffset);
	const note: UploadNote = {
		itemIndex,
		bytes,
		startedAt,
		endedAt: Date.now(),
		resumes,
		steps,
		warnings,
	};
	return { ...note };
}

/** What was sent, and what does not fit the specifications. */
export function uploadHints(values: Values[]): Hint[] {
	const notes = values as unknown as UploadNote[];
	return [...sentHint(notes), ...warningHint(notes)];
}

function sentHint(notes: UploadNote[]): Hint[] {
	const sent = notes.filter(({ bytes }) => bytes > 0);
	if (sent.length === 0) return [];
	const bytes = sent.reduce((sum, note) => sum + note.bytes, 0);
	const first = Math.min(...sent.map(({ startedAt }) => startedAt));
	const last = Math.max(...sent.map(({ endedAt }) => endedAt));
	const seconds = (last - first) / 1_000;
	const resumes = sent.reduce((sum, note) => sum + note.resumes, 0);
	const files = sent.length === 1 ? '1 file' : `${sent.length} files`;
	const told = `Sent ${sizeText(bytes)} of ${files} in ${seconds.toFixed(seconds < 10 ? 1 : 0)} s.`;
	return [{ message: [told, ...resumed(resumes, sent)].join(' '), type: 'info' }];
}

function resumed(resumes: number, sent: UploadNote[]): string[] {
	if (resumes === 0) return [];
	const times = resumes === 1 ? 'once' : `${resumes} times`;
	const last = sent.flatMap(({ steps }) => steps.slice(-1)).slice(-1);
	return [`Sending broke off and went on ${times}.`, ...last.map((step) => `Last: ${step}`)];
}

function warningHint(notes: UploadNote[]): Hint[] {
	const warnings = notes.flatMap(({ itemIndex, warnings: own }) =>
		own.map((warning) => `Item ${itemIndex}: ${warning}`),
	);
	if (warnings.length === 0) return [];
	const more = warnings.length - MAX_WARNINGS;
	const listed = warnings.slice(0, MAX_WARNINGS).map((warning) => warning.replace(/\.?$/, '.'));
	const rest = more > 0 ? ` ${more} more are in the items.` : '';
	return [{ message: `Not as Meta specifies: ${listed.join(' ')}${rest}`, type: 'warning' }];
}

/** `1.2 GB` */
export function sizeText(bytes: number): string {
	let size = bytes;
	let unit = 0;
	while (size >= BYTES_PER_UNIT && unit < UNITS.length - 1) {
		size /= BYTES_PER_UNIT;
		unit++;
	}
	return `${unit === 0 ? size : size.toFixed(1)} ${UNITS[unit]}`;
}
