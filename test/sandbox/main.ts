import { DEFAULT_APP_ID, DEFAULT_APP_SECRET, DEFAULT_TOKEN, startSandbox } from './index';
import { seedWorld } from './world';

/** Port when none is given. */
const DEFAULT_PORT = 4010;

function portFrom(args: readonly string[]): number {
	const at = args.findIndex((arg) => arg === '--port' || arg.startsWith('--port='));
	if (at < 0) return DEFAULT_PORT;
	const value = args[at].includes('=') ? args[at].split('=')[1] : args[at + 1];
	const port = Number(value);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) {
		throw new Error(`--port needs a number from 0 to 65535, not "${String(value)}"`);
	}
	return port;
}

async function main(): Promise<void> {
	const sandbox = await startSandbox({ port: portFrom(process.argv.slice(2)) });
	seedWorld(sandbox);
	process.stdout.write(
		[
			`Graph API sandbox: ${sandbox.url}`,
			`  access token   ${DEFAULT_TOKEN}`,
			'  refused tokens expired-token, revoked-token, no-permission-token',
			`  app            id ${DEFAULT_APP_ID}, secret ${DEFAULT_APP_SECRET}`,
			'  ad accounts    act_1001 (USD), act_1002 (EUR), act_1003 (closed), act_1004 (JPY); businesses 2001, 2002',
			'',
			`  curl '${sandbox.url}/v24.0/act_1001/campaigns?fields=name,status' -H 'Authorization: Bearer ${DEFAULT_TOKEN}'`,
			'',
			'Control, without a token:',
			'  GET    /__sandbox/requests     what was asked (DELETE empties the list)',
			'  GET    /__sandbox/objects?type=campaign',
			'  GET    /__sandbox/usage        calls counted against each quota',
			'  POST   /__sandbox/faults       {"fault":"lostReply","match":{"method":"POST"},"times":1}',
			'  GET    /__sandbox/videos       files that arrived, with their sha256',
			'  GET    /__sandbox/files/video.mp4?size=5000000   a file to upload from a URL',
			'  POST   /__sandbox/seed         {"type":"campaigns","parentId":"1001","count":50}',
			'  POST   /__sandbox/options      {"latencyMs":50,"limits":{"callsPerHour":500},"hourMs":60000}',
			'  POST   /__sandbox/reset',
			'',
			'Stop with Ctrl+C.',
			'',
		].join('\n'),
	);
	const stop = () => {
		sandbox.close().then(
			() => process.exit(0),
			() => process.exit(1),
		);
	};
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
