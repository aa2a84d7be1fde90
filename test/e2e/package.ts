import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { N8nInstallation } from './install';
import { cleanEnvironment, shell } from './shell';

const PROJECT = path.join(__dirname, '..', '..');

interface Manifest {
	name: string;
	version: string;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	peerDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

/** Builds the project and packs what would be published; gives the path of the tarball. */
export async function packTarball(folder: string): Promise<string> {
	await mkdir(folder, { recursive: true });
	// Keeps the spinner and the colours of the build out of an error's text.
	const env = cleanEnvironment({ CI: 'true', NO_COLOR: '1' });
	await shell('npm', ['run', 'build'], { cwd: PROJECT, env });
	// Without scripts: publishing is guarded by one, and the build has just run.
	const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
	const { stdout } = await shell('npm', args, { cwd: PROJECT, env });
	const name = /"filename":\s*"([^"]+)"/.exec(stdout)?.[1];
	if (!name) throw new Error(`npm pack named no file: ${stdout}`);
	return path.join(folder, path.basename(name));
}

/**
 * Puts a packed package where n8n puts a community package, by the steps of its own installer:
 * unpack, forget all but the plain dependencies, install those without scripts, note the version.
 */
export async function installPackage(
	tarball: string,
	userFolder: string,
	installation: N8nInstallation,
): Promise<void> {
	const nodesFolder = path.join(userFolder, '.n8n', 'nodes');
	const { stdout } = await shell('tar', ['-xzOf', tarball, 'package/package.json']);
	const packed = JSON.parse(stdout) as Manifest;
	const folder = path.join(nodesFolder, 'node_modules', packed.name);
	await mkdir(folder, { recursive: true });
	await shell('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
	const manifest = withoutDevelopment(packed);
	await writeJson(path.join(folder, 'package.json'), manifest);
	const flags = [
		'--audit=false',
		'--fund=false',
		'--bin-links=false',
		'--install-strategy=shallow',
		'--ignore-scripts=true',
		'--package-lock=false',
	];
	await shell('npm', ['install', ...flags], { cwd: folder, env: installation.env });
	await note(path.join(nodesFolder, 'package.json'), manifest);
}

function withoutDevelopment(packed: Manifest): Manifest {
	const manifest = { ...packed };
	delete manifest.devDependencies;
	delete manifest.peerDependencies;
	delete manifest.optionalDependencies;
	return manifest;
}

async function note(file: string, { name, version }: Manifest): Promise<void> {
	const text = await readFile(file, 'utf8').catch(() => '{ "name": "installed-nodes" }');
	const known = JSON.parse(text) as Partial<Manifest>;
	const dependencies = { ...known.dependencies, [name]: version };
	await writeJson(file, { ...known, private: true, dependencies });
}

async function writeJson(file: string, value: object): Promise<void> {
	await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
