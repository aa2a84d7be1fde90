import type { View } from '../schema/types';
import type { StoredObject } from '../store';

/** Currencies that Meta counts in whole units ("Currencies"). */
const WHOLE: ReadonlySet<string> = new Set(
	'CLP COP CRC HUF IDR ISK JPY KRW PYG TWD VND'.split(' '),
);

/** How many of the smallest amounts make one unit of the currency of an object's account. */
export function minorUnits({ accountId }: StoredObject, { env }: Pick<View, 'env'>): number {
	const currency = env.store.get(`act_${accountId}`)?.values.currency;
	return WHOLE.has(String(currency)) ? 1 : 100;
}
