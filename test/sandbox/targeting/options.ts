import type { JsonObject } from '../json';
import { CODED_NAMES, OPTION_NAMES } from './optionNames';

export type OptionStatus =
	| 'NORMAL'
	| 'NON-DELIVERABLE'
	| 'DEPRECATING'
	| 'NON-DELIVERABLE-IN-EXCLUSION';

/** One option of detailed targeting. */
export interface TargetingOption {
	id: string;
	/** Member of a targeting spec, such as `interests`. */
	kind: string;
	name: string;
	/** From the category down to the option itself. */
	path: string[];
	/** People, at least and at most. */
	low: number;
	high: number;
	status: OptionStatus;
}

const STATUSES: Record<string, OptionStatus> = {
	gone: 'NON-DELIVERABLE',
	going: 'DEPRECATING',
	include: 'NON-DELIVERABLE-IN-EXCLUSION',
};

const ENTRY = /^(.*?)(?:#(\d+))?(?:!(\w+))?(?:=(\d+))?$/;

function parseAll(
	groups: Record<string, Record<string, string>>,
	firstId: number,
): TargetingOption[] {
	let count = 0;
	return Object.entries(groups).flatMap(([kind, paths]) =>
		Object.entries(paths).flatMap(([path, names]) =>
			names.split(', ').map((entry): TargetingOption => {
				const [, name, id, status, size] = ENTRY.exec(entry) ?? [];
				count += 1;
				const low = Number(size ?? 400_000 + ((count * 7919) % 997) * 90_000);
				return {
					id: id ?? String(firstId + count),
					kind,
					name,
					path: [...path.split(' > '), name],
					low,
					high: Math.round(low * 1.18),
					status: STATUSES[status ?? ''] ?? 'NORMAL',
				};
			}),
		),
	);
}

/** Options that have ids. */
export const OPTIONS: readonly TargetingOption[] = parseAll(OPTION_NAMES, 6_003_000_000_000);
/** Options that are numbers in a targeting spec, such as relationship statuses. */
export const CODED_OPTIONS: readonly TargetingOption[] = parseAll(CODED_NAMES, 0);
export const ALL_OPTIONS: readonly TargetingOption[] = [...OPTIONS, ...CODED_OPTIONS];

const BY_KEY = new Map(ALL_OPTIONS.map((option) => [`${option.kind} ${option.id}`, option]));

export function optionOf(kind: string, id: string): TargetingOption | undefined {
	return BY_KEY.get(`${kind} ${id}`);
}

/** The option with an id, of whatever kind: ids of options with ids are unique. */
export function optionWithId(id: string): TargetingOption | undefined {
	return OPTIONS.find((option) => option.id === id);
}

/** Whether new ad sets may use the option: what searches give. */
export function isOffered({ status }: TargetingOption): boolean {
	return status === 'NORMAL' || status === 'NON-DELIVERABLE-IN-EXCLUSION';
}

export function isExcludable({ status }: TargetingOption): boolean {
	return status === 'NORMAL';
}

/** Those whose name holds a text; names that begin with it first. */
export function named<T extends { name: string }>(list: readonly T[], text: string): T[] {
	const wanted = text.trim().toLowerCase();
	const found = list.filter(({ name }) => name.toLowerCase().includes(wanted));
	const isFirst = ({ name }: T) => name.toLowerCase().startsWith(wanted);
	return [...found.filter(isFirst), ...found.filter((item) => !isFirst(item))];
}

/** ("Audiences Reference, Detailed Targeting": what the four endpoints give of an option) */
export function unifiedOption(option: TargetingOption): JsonObject {
	return {
		id: option.id,
		name: option.name,
		type: option.kind,
		path: option.path,
		description: `People who match ${option.name}`,
		audience_size_lower_bound: option.low,
		audience_size_upper_bound: option.high,
	};
}

/** ("Audiences Reference, Targeting Search": the same option from /search) */
export function searchedOption(option: TargetingOption): JsonObject {
	const { type, ...rest } = unifiedOption(option);
	return option.kind === 'interests' ? { ...rest, topic: option.path[1] } : { ...rest, type };
}
