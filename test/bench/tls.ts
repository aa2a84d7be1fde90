import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A certificate for 127.0.0.1, made for one run. */
export interface Certificate {
	certFile: string;
	keyFile: string;
}

export function makeCertificate(): Certificate {
	const folder = mkdtempSync(join(tmpdir(), 'meta-ads-bench-'));
	const certificate = { certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
	const { status, stderr } = spawnSync('openssl', [
		...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1'],
		...['-addext', 'subjectAltName=IP:127.0.0.1'],
		...['-keyout', certificate.keyFile, '-out', certificate.certFile],
	]);
	if (status !== 0) throw new Error(`openssl: ${String(stderr)}`);
	return certificate;
}

/**
 * An HTTPS address in front of the sandbox. n8n's own Facebook node speaks nothing but HTTPS, so all
 * contestants go through it.
 */
export async function startTlsFront(
	target: { port: number },
	{ certFile, keyFile }: Certificate,
): Promise<{ url: string; host: string; close: () => void }> {
	const agent = new http.Agent({ keepAlive: true });
	const server = https.createServer(
		{ cert: readFileSync(certFile), key: readFileSync(keyFile) },
		(request, response) => {
			const { method, url: path, headers } = request;
			const forwarded = http.request(
				{ host: '127.0.0.1', port: target.port, method, path, headers, agent },
				(reply) => {
					response.writeHead(reply.statusCode ?? 502, reply.headers);
					reply.pipe(response);
				},
			);
			forwarded.on('error', () => response.destroy());
			request.pipe(forwarded);
		},
	);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `https://127.0.0.1:${port}`,
		host: `127.0.0.1:${port}`,
		close: () => {
			server.close();
			server.closeAllConnections();
			agent.destroy();
		},
	};
}
