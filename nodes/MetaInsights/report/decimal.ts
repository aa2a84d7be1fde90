/** A number as text: sign, digits, decimals. */
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

interface Scaled {
	digits: bigint;
	places: number;
}

/**
 * The exact sum of two metrics, which Meta writes as texts; as a number when both are numbers.
 * `undefined` when one of them is no number, so that nothing is made up.
 */
export function addDecimals(first: unknown, second: unknown): string | number | undefined {
	const [a, b] = [scaled(first), scaled(second)];
	if (!a || !b) return undefined;
	const places = Math.max(a.places, b.places);
	const sum = raise(a, places) + raise(b, places);
	const text = write(sum, places);
	return typeof first === 'number' && typeof second === 'number' ? Number(text) : text;
}

function scaled(value: unknown): Scaled | undefined {
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const match = DECIMAL.exec(String(value));
	if (!match) return undefined;
	const [, sign, whole, decimals = ''] = match;
	return { digits: BigInt(`${sign}${whole}${decimals}`), places: decimals.length };
}

function raise({ digits, places }: Scaled, to: number): bigint {
	return digits * BigInt(10) ** BigInt(to - places);
}

function write(sum: bigint, places: number): string {
	const isNegative = sum < BigInt(0);
	const digits = String(isNegative ? -sum : sum).padStart(places + 1, '0');
	const whole = digits.slice(0, digits.length - places);
	const decimals = places > 0 ? `.${digits.slice(-places)}` : '';
	return `${isNegative ? '-' : ''}${whole}${decimals}`;
}
