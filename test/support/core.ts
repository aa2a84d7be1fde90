import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** n8n's engine as a module. */
export type Core = typeof import('n8n-core');

let core: Promise<Core> | undefined;

/**
 * Loads n8n-core on first use, since that takes over half a second. It writes an encryption key
 * into the user's n8n folder when it starts, so it gets a folder of its own, which is removed again:
 * the key stays in memory.
 */
export async function loadCore(): Promise<Core> {
	core ??= load();
	return await core;
}

async function load(): Promise<Core> {
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-nodes-meta-ads-engine-'));
	process.env.N8N_USER_FOLDER = folder;
	process.env.N8N_LOG_LEVEL ??= 'silent';
	try {
		const loaded = await import('n8n-core');
		// The first credentials of a process make n8n-core write and read its key.
		new loaded.Credentials({ id: null, name: '' }, '');
		return loaded;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
