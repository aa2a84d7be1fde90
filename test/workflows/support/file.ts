import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowJson } from '../../support/engine';

/** Reads a workflow as n8n exports it, from `test/workflows` or the folder given. */
export function workflowFile(name: string, folder = join(__dirname, '..')): WorkflowJson {
	return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as WorkflowJson;
}
