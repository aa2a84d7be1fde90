import { say } from './shell';

export interface Check {
	name: string;
	run(): Promise<void>;
}

/**
 * Runs checks one after the other and reports each. Checks build on those before them, so after a
 * failure the rest of a list still runs, but its failures may be followers.
 */
export async function runChecks(checks: Check[]): Promise<{ passed: number; failed: number }> {
	const count = { passed: 0, failed: 0 };
	for (const { name, run } of checks) {
		const startedAt = Date.now();
		const failure = await run().then(
			() => undefined,
			(error: unknown) => error,
		);
		const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
		if (failure === undefined) {
			count.passed++;
			say(`ok      ${name} (${seconds} s)`);
		} else {
			count.failed++;
			say(`FAILED  ${name} (${seconds} s)\n${describe(failure)}`);
		}
	}
	return count;
}

function describe(failure: unknown): string {
	const text = failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
	return text.replace(/^/gm, '        ');
}
