import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { IBinaryData } from 'n8n-workflow';

import { loadCore } from './core';

interface Container {
	get<Service>(service: abstract new (...args: never[]) => Service): Service;
}

export interface BinaryStore {
	/** What a file holds. */
	read(binary: IBinaryData): Promise<Buffer>;
	/** Where a file lies on the disk. */
	pathOf(binary: IBinaryData): string;
	/** From now on files are read through this. */
	watchReads(watch: (stream: Readable) => AsyncIterable<Buffer>): void;
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
	const { config, service } = await binaryParts();
	const folder = mkdtempSync(path.join(tmpdir(), 'n8n-nodes-meta-ads-binary-'));
	// An interrupted run leaves no large files behind.
	const remove = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', remove);
	config.localStoragePath = folder;
	config.mode = 'filesystem';
	await service.init();
	const getAsStream = service.getAsStream.bind(service);
	return {
		read: async (binary) => await service.getAsBuffer(binary),
		pathOf: ({ id = '' }) => service.getPath(id),
		watchReads: (watch) => {
			service.getAsStream = async (...asked) => Readable.from(watch(await getAsStream(...asked)));
		},
		fileCount: () =>
			readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
				entry.isFile(),
			).length,
		close: async () => {
			service.getAsStream = getAsStream;
			config.mode = 'default';
			await service.init();
			process.off('exit', remove);
			remove();
		},
	};
}

/** Hands a file to n8n as a node would: it goes where n8n keeps files at the moment. */
export async function keepFile(
	content: Buffer | Readable,
	kept: Pick<IBinaryData, 'fileName' | 'mimeType'>,
): Promise<IBinaryData> {
	const { service } = await binaryParts();
	const place = { type: 'execution', workflowId: 'test-workflow', executionId: '1' } as const;
	return await service.store(place, content, { ...kept, data: '' });
}

async function binaryParts() {
	const core = await loadCore();
	const fromCore = createRequire(require.resolve('n8n-core'));
	const { Container: container } = fromCore('@n8n/di') as { Container: Container };
	return {
		config: container.get(core.BinaryDataConfig),
		service: container.get(core.BinaryDataService),
	};
}
