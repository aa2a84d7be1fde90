import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';

const FOLDER = path.join(__dirname, '..', '.artifacts');

/** The path of a file that a run leaves behind for people: screenshots, logs. Its folder exists then. */
export async function artifact(name: string): Promise<string> {
	const file = path.join(FOLDER, name);
	await mkdir(path.dirname(file), { recursive: true });
	return file;
}

/** Removes what the run before left behind. */
export async function clearArtifacts(): Promise<void> {
	await rm(FOLDER, { recursive: true, force: true });
}
