/**
 * Puts a value into a map whose entries are in the order of their last use; beyond `most` entries the
 * one unused for longest is forgotten.
 */
export function setLru<Value>(
	map: Map<string, Value>,
	key: string,
	value: Value,
	most: number,
): Value {
	map.delete(key);
	map.set(key, value);
	if (map.size > most) map.delete(map.keys().next().value as string);
	return value;
}
