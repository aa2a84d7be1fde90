import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = join(__dirname, '..', '..');

interface Source {
	/** From the root of the project, with slashes: `nodes/shared/graph/client.ts`. */
	path: string;
	text: string;
}

function sourcesOf(folder: string): Source[] {
	return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.ts'))
		.map((file) => join(folder, file))
		.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** Files of the project that a source imports, as paths without extension. */
function importsOf({ path, text }: Source): string[] {
	const specifiers = [...text.matchAll(/(?:from|import|require)\s*\(?\s*['"](\.[^'"]*)['"]/g)];
	return specifiers.map(([, specifier]) => relative(ROOT, resolve(ROOT, dirname(path), specifier)));
}

const nodes = sourcesOf('nodes');
const credentials = sourcesOf('credentials');

/** Everything with which n8n lets a node send a request. */
const REQUEST_HELPERS =
	/\bhelpers\s*\??\.?\s*(?:\.|\[\s*['"])\s*(httpRequestWithAuthentication|httpRequest|requestWithAuthenticationPaginated|requestWithAuthentication|requestOAuth1|requestOAuth2|request)\b/g;
/** Helpers under another name, and ways around them. */
const OTHER_WAYS =
	/\{[^{}]*\b\w*[rR]equest\w*\b[^{}]*\}\s*=\s*[\w.]*helpers\b|\bfetch\s*\(|XMLHttpRequest|WebSocket|from\s+['"](?:node:)?(?:https?|net|tls)['"]|\baxios\b|\bundici\b/;

function requestCalls(sources: Source[]): string[] {
	return sources.flatMap(({ path, text }) =>
		[...text.replace(/\s*\n\s*/g, '').matchAll(REQUEST_HELPERS)].map(
			([, name]) => `${path}: ${name}`,
		),
	);
}

test('the sources are found, and so are calls in them', () => {
	expect(nodes.length).toBeGreaterThan(50);
	expect(credentials.length).toBeGreaterThan(3);
	const text = 'await this.helpers\n\t.httpRequest({}); context.helpers["request"](1)';
	expect(requestCalls([{ path: 'x.ts', text }])).toEqual(['x.ts: httpRequest', 'x.ts: request']);
});

test('nodes send requests in one place', () => {
	expect(requestCalls(nodes)).toEqual([
		'nodes/shared/graph/transport.ts: httpRequestWithAuthentication',
	]);
});

test('credentials send requests in one place: to exchange a token', () => {
	expect(requestCalls(credentials)).toEqual(['credentials/longLivedToken.ts: httpRequest']);
});

test('there is no other way out', () => {
	const others = [...nodes, ...credentials].filter(({ text }) => OTHER_WAYS.test(text));
	expect(others.map(({ path }) => path)).toEqual([]);
});

describe('data flows one way', () => {
	const breaches = (sources: Source[], isBreach: (path: string, imported: string) => boolean) =>
		sources.flatMap((source) =>
			importsOf(source)
				.filter((imported) => isBreach(source.path, imported))
				.map((imported) => `${source.path} -> ${imported}`),
		);
	/** `MetaCampaign` of `nodes/MetaCampaign/...`; nothing for what is shared. */
	const nodeOf = (path: string) => /^nodes\/(Meta\w+)\//.exec(path)?.[1];

	test('the Graph client knows nothing of operations, fields and pickers', () => {
		const graph = nodes.filter(({ path }) => path.startsWith('nodes/shared/graph/'));
		expect(graph.length).toBeGreaterThan(10);
		expect(
			breaches(graph, (_path, imported) => /^nodes\/shared\/(?!graph\/)/.test(imported)),
		).toEqual([]);
	});

	test('nothing shared knows a node', () => {
		const shared = nodes.filter(({ path }) => path.startsWith('nodes/shared/'));
		expect(breaches(shared, (_path, imported) => nodeOf(`${imported}/`) !== undefined)).toEqual([]);
	});

	test('no node knows another', () => {
		expect(
			breaches(nodes, (path, imported) => {
				const [own, other] = [nodeOf(path), nodeOf(`${imported}/`)];
				return own !== undefined && other !== undefined && own !== other;
			}),
		).toEqual([]);
	});

	test('what is shipped does not know the tests', () => {
		expect(
			breaches([...nodes, ...credentials], (_path, imported) => imported.startsWith('test')),
		).toEqual([]);
	});

	test('credentials know nothing of nodes', () => {
		expect(breaches(credentials, (_path, imported) => imported.startsWith('nodes'))).toEqual([]);
	});
});

describe('the package', () => {
	const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
		string,
		unknown
	>;

	test('has no dependencies but n8n', () => {
		expect(manifest.dependencies ?? {}).toEqual({});
		expect(manifest.optionalDependencies ?? {}).toEqual({});
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	test('brings every node and every credential that there is', () => {
		const { nodes: listed, credentials: listedCredentials } = manifest.n8n as {
			nodes: string[];
			credentials: string[];
		};
		const built = (sources: Source[], ending: string) =>
			sources
				.filter(({ path }) => path.endsWith(ending))
				.map(({ path }) => `dist/${path.replace(/\.ts$/, '.js')}`)
				.sort();
		expect([...listed].sort()).toEqual(built(nodes, '.node.ts'));
		expect([...listedCredentials].sort()).toEqual(built(credentials, '.credentials.ts'));
	});

	test('is locked without the address of a registry', () => {
		const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
		expect(lock).toContain('"integrity"');
		expect(lock).not.toContain('"resolved"');
	});
});
