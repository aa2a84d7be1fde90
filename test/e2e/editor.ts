/** `npm run n8n`: a real n8n to look around in, with the package, the sandbox and the examples. */
import { seedWorld } from '../sandbox/world';
import { exampleWorkflows } from './firstSteps.e2e';
import { OWNER, setUpOwner } from './owner';
import { say } from './shell';
import { setStage } from './stage';

const PORT = 5678;

async function main(): Promise<void> {
	const stage = await setStage({
		port: Number(process.env.N8N_PORT ?? PORT),
		maxPageRows: undefined,
	});
	try {
		seedWorld(stage.sandbox);
		await stage.n8n.importWorkflows(exampleWorkflows());
		await stage.n8n.start();
		await setUpOwner(stage.n8n.url);
		say(`open ${stage.n8n.url} and sign in as ${OWNER.email} with ${OWNER.password}`);
		say(
			`the credentials lead to the sandbox at ${stage.sandbox.url}; its state ends with this run`,
		);
		say('stop with Ctrl+C');
		await new Promise<void>((resolve) => {
			process.once('SIGINT', () => resolve());
			process.once('SIGTERM', () => resolve());
		});
	} finally {
		await stage.close();
	}
}

main().catch((error: unknown) => {
	say(error instanceof Error ? (error.stack ?? error.message) : String(error));
	process.exitCode = 1;
});
