/**
 * `npm run e2e`: the packed package in a real n8n, executed by its command line and seen in its
 * editor. `E2E_N8N_VERSION=1.123.81 npm run e2e` does the same in another release of n8n,
 * `npm run e2e -- campaigns adSets insights video editor` runs only the named parts.
 */
import { adSetChecks } from './adset.e2e';
import { clearArtifacts } from './artifacts';
import { campaignChecks } from './campaign.e2e';
import type { Check } from './checks';
import { runChecks } from './checks';
import { canShowEditor, editorChecks } from './editor.e2e';
import { insightsChecks } from './insights.e2e';
import { say } from './shell';
import type { Stage } from './stage';
import { setStage } from './stage';
import { videoChecks } from './video.e2e';

const PARTS = {
	campaigns: campaignChecks,
	adSets: adSetChecks,
	insights: insightsChecks,
	video: videoChecks,
	editor: editorChecks,
};

async function main(): Promise<boolean> {
	await clearArtifacts();
	const stage = await setStage();
	try {
		const { passed, failed } = await runChecks(await checksFor(stage));
		process.stdout.write(`${passed} passed, ${failed} failed\n`);
		return failed === 0;
	} finally {
		await stage.close();
	}
}

async function checksFor(stage: Stage): Promise<Check[]> {
	const chosen = process.argv.slice(2).filter((name): name is keyof typeof PARTS => name in PARTS);
	if (chosen.length > 0) return chosen.flatMap((name) => PARTS[name](stage));
	const { editor, ...others } = PARTS;
	const checks = Object.values(others).flatMap((part) => part(stage));
	if ((await canShowEditor()) || process.env.CI) return [...checks, ...editor(stage)];
	say('SKIPPED the editor: no Chromium here, and no apt-get with the rights to install it');
	return checks;
}

// An interrupted run leaves no n8n behind: what must be ended is ended on exit.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

main().then(
	(passed) => {
		process.exitCode = passed ? 0 : 1;
	},
	(error: unknown) => {
		say(error instanceof Error ? (error.stack ?? error.message) : String(error));
		process.stdout.write('0 passed, 1 failed\n');
		process.exitCode = 1;
	},
);
