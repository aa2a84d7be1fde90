const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const INTEGER = /^-?\d+$/;
/** Integers of fewer digits are exact as numbers. */
const MAX_EXACT_DIGITS = 15;

/**
 * The number that a text stands for. Texts that are none, and integers that a number cannot hold
 * exactly, stay as they are.
 */
export function toNumber<Value>(value: Value): Value | number {
	if (typeof value !== 'string' || !NUMBER.test(value)) return value;
	const number = Number(value);
	const isLost =
		value.length > MAX_EXACT_DIGITS && INTEGER.test(value) && !Number.isSafeInteger(number);
	return isLost || !Number.isFinite(number) ? value : number;
}
