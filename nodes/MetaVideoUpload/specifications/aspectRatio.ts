/** Width by height. */
export interface AspectRatio {
	/** `16:9` */
	name: string;
	value: number;
}

/** Encoders round sizes to even numbers of pixels. */
const TOLERANCE = 0.01;

export const LANDSCAPE: AspectRatio = { name: '16:9', value: 16 / 9 };
export const WIDEST_ON_THREADS: AspectRatio = { name: '1.91:1', value: 1.91 };
export const SQUARE: AspectRatio = { name: '1:1', value: 1 };
export const PORTRAIT: AspectRatio = { name: '4:5', value: 4 / 5 };
export const FULL_SCREEN: AspectRatio = { name: '9:16', value: 9 / 16 };

const NAMED = [WIDEST_ON_THREADS, LANDSCAPE, SQUARE, PORTRAIT, FULL_SCREEN];

export function isWider(ratio: number, than: AspectRatio): boolean {
	return ratio > than.value * (1 + TOLERANCE);
}

export function isTaller(ratio: number, than: AspectRatio): boolean {
	return ratio < than.value / (1 + TOLERANCE);
}

/** `1920x1080 (16:9)`, `2560x1080 (2.37:1)`, `1080x2400 (1:2.22)` */
export function sizeText(width: number, height: number): string {
	const ratio = width / height;
	const named = NAMED.find((one) => !isWider(ratio, one) && !isTaller(ratio, one));
	const other = ratio > 1 ? `${inText(ratio)}:1` : `1:${inText(1 / ratio)}`;
	return `${width}x${height} (${named?.name ?? other})`;
}

function inText(value: number): string {
	return String(Number(value.toFixed(2)));
}
