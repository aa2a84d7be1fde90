import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { packageNodes } from '../../tools/nodes';

const ROOT = join(__dirname, '../../..');

interface Codex {
	alias: string[];
	resources: Record<string, Array<{ url: string }>>;
}

const codexOf = (className: string) =>
	JSON.parse(
		readFileSync(join(ROOT, 'nodes', className, `${className}.node.json`), 'utf8'),
	) as Codex;

/** How n8n's panel finds nodes: all characters of the text, in their order, in the name or in one alias. */
function isFound(text: string, entry: (typeof packageNodes)[number]): boolean {
	const inOrder = new RegExp([...text.replace(/\s/g, '')].join('.*'), 'i');
	return [entry.node.description.displayName, ...codexOf(entry.className).alias].some((name) =>
		inOrder.test(name),
	);
}

test.each<[string, string[]]>([
	['facebook ads', ['metaCampaign', 'metaAdSet', 'metaInsights', 'metaVideoUpload']],
	['instagram ads', ['metaCampaign', 'metaAdSet', 'metaInsights', 'metaVideoUpload']],
	['meta ads', ['metaCampaign', 'metaAdSet', 'metaInsights', 'metaVideoUpload']],
	['ads manager', ['metaCampaign', 'metaAdSet', 'metaInsights', 'metaVideoUpload']],
	['marketing', ['metaCampaign', 'metaAdSet', 'metaInsights', 'metaVideoUpload']],
	['ad campaign', ['metaCampaign']],
	['ads insights', ['metaInsights']],
	['reporting', ['metaInsights']],
	['upload video', ['metaVideoUpload']],
	['targeting', ['metaAdSet']],
])('"%s" finds what fits', (text, names) => {
	const found = packageNodes.filter((entry) => isFound(text, entry));
	expect(found.map(({ node }) => node.description.name)).toEqual(expect.arrayContaining(names));
});

describe.each(packageNodes.map((entry) => [entry.className, entry] as const))(
	'%s',
	(className, { node }) => {
		test('has signs of its own, for light and dark', () => {
			const { light, dark } = node.description.icon as { light: string; dark: string };
			for (const file of [light, dark]) {
				const path = join(ROOT, 'nodes', className, file.replace('file:', ''));
				expect(existsSync(path)).toBe(true);
				const users = packageNodes.filter((other) =>
					JSON.stringify(other.node.description.icon).includes(file),
				);
				expect(users.map((other) => other.className)).toEqual([className]);
			}
			expect(dirname(light)).toBe(dirname(dark));
		});

		test('links to headings and pages that there are', () => {
			const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
			const headings = [...readme.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
				heading
					.toLowerCase()
					.replace(/[^\w\s-]/g, '')
					.trim()
					.replace(/\s/g, '-'),
			);
			const urls = Object.values(codexOf(className).resources)
				.flat()
				.map(({ url }) => url);
			const anchors = urls.flatMap((url) => url.split('#')[1] ?? []);
			const pages = urls.flatMap((url) => url.split('/blob/main/')[1] ?? []);
			expect(anchors.length + pages.length).toBe(urls.length);
			expect(headings).toEqual(expect.arrayContaining(anchors));
			expect(pages.filter((page) => !existsSync(join(ROOT, page)))).toEqual([]);
		});
	},
);
