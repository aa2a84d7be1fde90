import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export const GOLDEN_FOLDER = path.join(__dirname, '..', 'requests');

/** `<resource>.<operation>[.<variant>].json` */
const FILE_NAME = /^[a-z]\w*\.[a-z]\w*(\.[a-z]\w*)?\.json$/i;

const textByKey = z.record(z.string());
const item = z.record(z.unknown());

const request = z
	.object({
		method: z.enum(['GET', 'POST', 'DELETE']),
		/** With the version, except on Facebook's own site, which has none. */
		path: z.string().regex(/^\/(v\d+\.\d+\/|ads\/)/),
		/** Decoded; nested values are the JSON text on the wire. */
		query: textByKey,
		body: textByKey,
	})
	.strict();

const goldenFile = z
	.object({
		/** Ids of documented operations and variants that this request stands for. */
		documents: z.array(z.string()).min(1),
		title: z.string(),
		/** Node parameters as n8n saves them; credential and authentication are the runner's. */
		parameters: z.object({ resource: z.string(), operation: z.string() }).passthrough(),
		requests: z.array(request).min(1),
		/** What Meta answers, one per request. */
		replies: z.array(item),
		/** The items that the node gives. */
		output: z.array(item),
	})
	.strict()
	.refine(({ requests, replies }) => requests.length === replies.length, 'one reply per request');

export type GoldenRequest = z.infer<typeof request>;

/** Node parameters, the Graph requests that they stand for, and what comes of the answers. */
export interface Golden extends z.infer<typeof goldenFile> {
	/** `metaCampaign`: the folder. */
	nodeName: string;
	/** `metaCampaign/campaign.create.json` */
	file: string;
}

/**
 * Reads all golden files.
 *
 * @throws for a file that is not one: whatever lies there must be a golden that tests run.
 */
export function readGoldens(folder = GOLDEN_FOLDER): Golden[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.split(path.sep).join('/'))
		.sort()
		.map((file) => readGolden(folder, file));
}

function readGolden(folder: string, file: string): Golden {
	const [nodeName, name, ...deeper] = file.split('/');
	if (!name || deeper.length > 0 || !FILE_NAME.test(name)) {
		throw new Error(`${file} is not at <node>/<resource>.<operation>[.<variant>].json`);
	}
	const parsed = goldenFile.safeParse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
	if (!parsed.success) throw new Error(`${file} is not a golden file: ${parsed.error.message}`);
	const { resource, operation } = parsed.data.parameters;
	if (!fitsName(name, resource, operation)) {
		throw new Error(`${file} has the parameters of ${resource}.${operation}`);
	}
	return { ...parsed.data, nodeName, file };
}

function fitsName(name: string, resource: string, operation: string): boolean {
	return name.startsWith(`${resource}.${operation}.`);
}
