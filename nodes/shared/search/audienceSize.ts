import type { IDataObject } from 'n8n-workflow';

const short = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });

/**
 * `1M to 1.2M people`, from two numbers of which Meta gives -1 or nothing while it does not know or
 * does not tell them.
 */
export function peopleBetween(lower: unknown, upper: unknown): string | undefined {
	const [from, to] = [lower, upper].map((bound) => (Number(bound) > 0 ? Number(bound) : undefined));
	const bounds = [from, to]
		.filter((bound) => bound !== undefined)
		.map((bound) => short.format(bound));
	return bounds.length > 0 ? `${[...new Set(bounds)].join(' to ')} people` : undefined;
}

/** The people of an audience (Custom Audience, Saved Audience). */
export function audiencePeople(row: IDataObject): string | undefined {
	return peopleBetween(row.approximate_count_lower_bound, row.approximate_count_upper_bound);
}
