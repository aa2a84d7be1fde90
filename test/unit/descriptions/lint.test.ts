import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { mapValues } from 'lodash';
import type { Linter } from 'eslint';

import { packageNodes, type PackageNode } from '../../tools/nodes';

const ROOT = path.join(__dirname, '..', '..', '..');
/** ESLint loads TypeScript and hundreds of rules before it reads a line. */
const TIMEOUT_MS = 120_000;

/** Source code and the place in the package that it is linted for. */
interface Source {
	file: string;
	source: string;
}

/**
 * n8n's rules read source code: what a builder makes they do not see. So each description is written
 * out as the literal it is and linted in the place of its node.
 */
function literalSource({ className, node }: PackageNode): Source {
	const source = [
		"import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';",
		`export class ${className} implements INodeType {`,
		`\tdescription: INodeTypeDescription = ${asLiteral(alphabetical(node.description))};`,
		'}',
		'',
	].join('\n');
	return { file: path.join('nodes', className, `${className}.node.ts`), source };
}

/**
 * The same with every list of values by the alphabet. n8n's rules ask for it, but lists that have common and
 * legacy values go by use: `labels.test.ts` states which.
 */
function alphabetical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(alphabetical);
	if (typeof value !== 'object' || value === null) return value;
	const members = mapValues(value, alphabetical) as Record<string, unknown>;
	const { type, name, options } = members;
	const isList = (type === 'options' || type === 'multiOptions') && Array.isArray(options);
	const isOrdered = name === 'resource' || name === 'operation';
	return isList && !isOrdered ? { ...members, options: byName(options) } : members;
}

/** As n8n's rules compare. */
function byName(options: Array<{ name: string }>): Array<{ name: string }> {
	return [...options].sort((a, b) => a.name.localeCompare(b.name));
}

/** JSON with keys and connections as a person writes them. */
function asLiteral(value: unknown): string {
	return JSON.stringify(value, null, '\t')
		.replace(/^(\t*)"([A-Za-z_$][\w$]*)":/gm, '$1$2:')
		.replace(/^(\t(in|out)puts: \[\s*)"main"/gm, '$1NodeConnectionTypes.Main');
}

/** What `npm run lint` would say of each source. */
async function lint(sources: Source[]): Promise<string[][]> {
	// n8n's rules take every file for `Test.node.ts` when they see the environment of a test.
	const env = { ...process.env, NODE_ENV: undefined };
	const linter = spawn(process.execPath, [path.join(ROOT, 'test/tools/lintSources.mjs')], {
		cwd: ROOT,
		env,
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	linter.stdin.end(JSON.stringify(sources));
	const results = JSON.parse(await text(linter.stdout)) as Linter.LintMessage[][];
	return results.map((messages, index) => {
		const lines = sources[index].source.split('\n');
		return messages.map(
			({ ruleId, message, line }) => `${ruleId}: ${message} [${line}: ${lines[line - 1].trim()}]`,
		);
	});
}

/** A rule demands this text, and every node with a list has it. */
const DEMANDED = 'Whether to return all results';

/** The first source that has the demanded text, without it: shows that the rules are at work. */
function broken(sources: Source[]): Source {
	const { file, source } = sources.find((each) => each.source.includes(DEMANDED)) as Source;
	return { file, source: source.replaceAll(DEMANDED, 'Returns all') };
}

test(
	"descriptions that are written out obey n8n's rules",
	async () => {
		const sources = packageNodes.map(literalSource);
		const [control, ...issues] = await lint([broken(sources), ...sources]);

		expect(control.join('\n')).toContain('node-param-description-wrong-for-return-all');
		expect(Object.fromEntries(sources.map(({ file }, index) => [file, issues[index]]))).toEqual(
			Object.fromEntries(sources.map(({ file }) => [file, []])),
		);
	},
	TIMEOUT_MS,
);
