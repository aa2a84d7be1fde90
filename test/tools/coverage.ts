import { COMPLETE_NODES, documentedIds, readDocumentation, type Documentation } from './documented';
import { readGoldens, type Golden } from './golden';

/** How much of one kind of documented thing has a golden file. */
export interface Tally {
	documented: number;
	covered: number;
	/** Ids without a golden file. */
	missing: string[];
}

/** Coverage of the documentation by golden files, by node. */
export type Coverage = Record<string, { operations: Tally; variants: Tally }>;

/** An id counts as covered when a golden file names exactly it. */
export function coverageOf(
	documentation: Documentation,
	goldens: Array<Pick<Golden, 'documents'>>,
): Coverage {
	const covered = new Set(goldens.flatMap(({ documents }) => documents));
	return Object.fromEntries(
		Object.entries(documentation).map(([node, operations]) => [
			node,
			{
				operations: tally(
					operations.map(({ id }) => id),
					covered,
				),
				variants: tally(
					operations.flatMap(({ variants }) => variants.map(({ id }) => id)),
					covered,
				),
			},
		]),
	);
}

/** Ids that golden files name and that are not documented: misspelt ones. */
export function unknownIds(
	documentation: Documentation,
	goldens: Array<Pick<Golden, 'documents'>>,
): string[] {
	const known = new Set(documentedIds(documentation));
	return goldens.flatMap(({ documents }) => documents).filter((id) => !known.has(id));
}

/** The coverage as text for people: a line per node, then what is missing. */
export function describeCoverage(coverage: Coverage, completeNodes = COMPLETE_NODES): string {
	const entries = Object.entries(coverage);
	const width = Math.max(...entries.map(([node]) => node.length));
	const lines = entries.map(
		([node, { operations, variants }]) =>
			`${node.padEnd(width)}  operations ${share(operations)}  variants ${share(variants)}  ` +
			(completeNodes.includes(node) ? 'complete' : partOf(operations, variants)),
	);
	const missing = entries.flatMap(([, { operations, variants }]) => [
		...operations.missing,
		...variants.missing,
	]);
	if (missing.length === 0) return lines.join('\n');
	return [...lines, '', `Missing (${missing.length}):`, ...missing.map((id) => `  ${id}`)].join(
		'\n',
	);
}

function partOf(...tallies: Tally[]): string {
	return tallies.some(({ covered }) => covered > 0) ? 'in part' : 'not begun';
}

function tally(ids: string[], covered: Set<string>): Tally {
	const missing = ids.filter((id) => !covered.has(id));
	return { documented: ids.length, covered: ids.length - missing.length, missing };
}

function share({ covered, documented }: Tally): string {
	return `${String(covered).padStart(3)} / ${String(documented).padEnd(3)}`;
}

if (require.main === module) {
	const coverage = coverageOf(readDocumentation(), readGoldens());
	const text = process.argv.includes('--json')
		? JSON.stringify(coverage, null, '\t')
		: describeCoverage(coverage);
	process.stdout.write(`${text}\n`);
}
