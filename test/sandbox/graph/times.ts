/** UNIX seconds as Graph writes times, such as 2026-01-01T00:00:00+0000. */
export function graphTime(seconds: number): string {
	return new Date(seconds * 1000).toISOString().replace(/\.\d{3}Z$/, '+0000');
}
