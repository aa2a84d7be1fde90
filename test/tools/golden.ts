import { mapValues } from 'lodash';
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

export const GOLDEN_FOLDER = path.join(__dirname, '..', 'requests');

/** `<resource>.<operation>[.<variant>].json` */
const FILE_NAME = /^[a-z]\w*\.[a-z]\w*(\.[a-z]\w*)?\.json$/i;

const textByKey = z.record(z.string());
const item = z.record(z.unknown());

/** What a file holds: as text while it is short, or else its size and digest. */
const content = {
	text: z.string().optional(),
	size: z.number().optional(),
	sha256: z.string().optional(),
};
const named = { fileName: z.string(), mimeType: z.string() };

/** A file of the input item: its text, or so many bytes that differ from their neighbours. */
const inputFile = z
	.object({ ...named, text: z.string().optional(), size: z.number().optional() })
	.strict();

const request = z
	.object({
		method: z.enum(['GET', 'POST', 'DELETE']),
		/** With the version, except on Facebook's own site, which has none, and in `rupload` paths. */
		path: z.string().regex(/^\/(v\d+\.\d+\/|ads\/|video-ads-upload\/)/),
		/** Decoded; nested values are the JSON text on the wire. */
		query: textByKey,
		body: textByKey,
		/** Those that Meta reads: `offset`, `file_size`, `file_offset`, `file_url`. */
		headers: textByKey.optional(),
		/** Files of a form by the name of their part. */
		files: z.record(z.object({ ...named, ...content }).strict()).optional(),
		/** A body that is no form. */
		bytes: z.object(content).strict().optional(),
		/** How the token is announced; `Bearer` when absent. */
		scheme: z.enum(['OAuth']).optional(),
		/** The token that signs; the credential's own when absent. */
		token: z.string().optional(),
	})
	.strict();

const goldenFile = z
	.object({
		/** Ids of documented operations and variants that this request stands for. */
		documents: z.array(z.string()).min(1),
		title: z.string(),
		/** Node parameters as n8n saves them; credential and authentication are the runner's. */
		parameters: z.object({ resource: z.string(), operation: z.string() }).passthrough(),
		/** Files of the input item by the name of their binary field. */
		binary: z.record(inputFile).optional(),
		requests: z.array(request).min(1),
		/** What Meta answers, one per request; `{baseUrl}` stands for the address of the Graph API. */
		replies: z.array(item),
		/** The items that the node gives. */
		output: z.array(item),
	})
	.strict()
	.refine(({ requests, replies }) => requests.length === replies.length, 'one reply per request');

export type GoldenFile = z.infer<typeof inputFile>;
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

/** Its length differs from the powers of two that files are read in. */
const PATTERN = Buffer.from(Array.from({ length: 251 }, (_none, index) => index));
/** The item that a golden file gives to the node: its files as n8n keeps them in memory. */
export function inputOf({ binary }: Golden): INodeExecutionData {
	return { json: {}, binary: mapValues(binary, binaryOf) };
}

function binaryOf({ fileName, mimeType, text, size = 0 }: GoldenFile): IBinaryData {
	const bytes = text === undefined ? Buffer.alloc(size, PATTERN) : Buffer.from(text);
	return { data: bytes.toString('base64'), mimeType, fileName };
}
