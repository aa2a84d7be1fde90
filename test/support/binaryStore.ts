import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IBinaryData } from 'n8n-workflow';

import { loadCore } from './core';

interface Container {
	get<Service>(service: abstract new (...args: never[]) => Service): Service;
}

export interface BinaryStore {
	/** What a file holds. */
	read(binary: IBinaryData): Promise<Buffer>;
	/** How many files there are on the disk, unfinished ones included. */
	fileCount(): number;
	/** Back to memory, as after the start of a process; the folder is removed. */
	close(): Promise<void>;
}

/**
 * Makes n8n's engine keep files on the disk, as n8n does unless it is told otherwise; in a process of
 * its own the engine keeps them in memory.
 */
export async function openBinaryStore(): Promise<BinaryStore> {
	const core = await loadCore();
	const fromCore = createRequire(require.resolve('n8n-core'));
	const { Container: container } = fromCore('@n8n/di') as { Container: Container };
	const config = container.get(core.BinaryDataConfig);
	const service = container.get(core.BinaryDataService);
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-nodes-meta-ads-binary-'));
	config.localStoragePath = folder;
	config.mode = 'filesystem';
	await service.init();
	return {
		read: async (binary) => await service.getAsBuffer(binary),
		fileCount: () =>
			readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
				entry.isFile(),
			).length,
		close: async () => {
			config.mode = 'default';
			await service.init();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
