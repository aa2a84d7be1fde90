import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';
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
		`\tdescription: INodeTypeDescription = ${asLiteral(node.description)};`,
		'}',
		'',
	].join('\n');
	return { file: path.join('nodes', className, `${className}.node.ts`), source };
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
