import { readFileSync } from 'node:fs';

import { DOCS_FILE, renderDocs } from '../../tools/docs';

test('docs/operations.md is what `npm run docs` writes', () => {
	expect(readFileSync(DOCS_FILE, 'utf8')).toBe(renderDocs());
});

test('every operation names the documentation it comes from', () => {
	expect(renderDocs()).not.toMatch(/^Documentation: *$/m);
});
