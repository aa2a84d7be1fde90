/**
 * Lints source code that is not in a file. Reads a JSON list of `{file, source}` from standard input
 * and prints, in the same order, the lists of ESLint's messages. A process of its own, because n8n's
 * rules are ES modules, and one for all sources, because loading them takes seconds.
 */
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const sources = JSON.parse(await text(process.stdin));
const messages = [];
for (const { file, source } of sources) {
	const [result] = await eslint.lintText(source, { filePath: file });
	messages.push(result.messages);
}
process.stdout.write(JSON.stringify(messages));
