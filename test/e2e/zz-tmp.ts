import { adSetChecks } from './adset.e2e';
import { adSetEditorChecks } from './adsetEditor.e2e';
import { runChecks } from './checks';
import { editorChecks } from './editor.e2e';
import { setStage } from './stage';
import { setTimeout as wait } from 'node:timers/promises';
async function main() {
	const stage = await setStage();
	try {
		const which = process.argv[2] ?? 'both';
		const editor = editorChecks(stage);
		const checks = [...(which === 'editor' ? [] : adSetChecks(stage)), ...(which === 'nodes' ? [] : [...editor.slice(0, 2), ...adSetEditorChecksOf(editor), editor[editor.length - 1]])];
		console.log(await runChecks(checks));
	} finally { await stage.close(); await wait(0); }
}
function adSetEditorChecksOf(editor: ReturnType<typeof editorChecks>) { const n = editor.findIndex(({ name }) => name.startsWith('the campaigns to choose')); return editor.slice(n, n + 3); }
void adSetEditorChecks;
main();
