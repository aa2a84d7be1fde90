/** Sets a value in a map used as an LRU cache of `most` entries. */
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
