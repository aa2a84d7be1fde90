import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

test('the page on the architecture names every module of the Graph client', () => {
	const page = readFileSync(join(ROOT, 'docs', 'architecture.md'), 'utf8');
	const table = page.slice(page.indexOf('| Module |'), page.indexOf('* Nothing waits'));
	const named = [...table.matchAll(/`(\w+)`(?=[^|]*\| )/g)].map(([, name]) => name);
	const modules = readdirSync(join(ROOT, 'nodes', 'shared', 'graph')).map((file) =>
		file.replace(/\.ts$/, ''),
	);
	expect(modules.filter((name) => !named.includes(name))).toEqual([]);
});
