/**
 * Makes a fresh clone ready: installs the locked development packages unless they are there already.
 * Every command that needs them begins with this, so that a clone needs no steps of its own.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');
const lockfile = join(root, 'package-lock.json');
const marker = join(root, 'node_modules', '.installed-lockfile');
const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
const installed = existsSync(marker) ? readFileSync(marker, 'utf8') : '';

if (installed !== hash) {
	process.stdout.write('Installing the development packages (once) ...\n');
	const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		stdio: 'inherit',
	});
	if (status !== 0) process.exit(status ?? 1);
	writeFileSync(marker, hash);
}
