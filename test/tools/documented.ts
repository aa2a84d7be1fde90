import { mapValues } from 'lodash';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const FILE = path.join(__dirname, '..', 'documented-operations.json');

/** Chapters of Meta's documentation, the one that says most first. */
const sections = z.array(z.string()).min(1);

const variant = z.object({ id: z.string(), title: z.string(), sections }).strict();

const documentedOperation = z
	.object({
		/** `metaCampaign.campaign.create`: node, resource, operation. */
		id: z.string(),
		method: z.enum(['GET', 'POST', 'DELETE']),
		path: z.string(),
		/** Further requests that are the same operation on other objects: `GET /{ad_id}/insights`. */
		alsoAt: z.array(z.string()).optional(),
		title: z.string(),
		/** The version from which Meta refuses it, by its own page: nobody has to offer it. */
		refusedSince: z.string().optional(),
		sections,
		variants: z.array(variant),
	})
	.strict();

const documentation = z.record(z.array(documentedOperation));

export type DocumentedOperation = z.infer<typeof documentedOperation>;

/** What Meta documents, by the node that it belongs to. */
export type Documentation = z.infer<typeof documentation>;

/** Nodes that do all that is documented of theirs. The others may land operation by operation. */
export const COMPLETE_NODES = ['metaAdSet', 'metaCampaign', 'metaInsights', 'metaVideoUpload'];

/** Reads `test/documented-operations.json`, without what Meta refuses. */
export function readDocumentation(): Documentation {
	const known = documentation.parse(JSON.parse(readFileSync(FILE, 'utf8')));
	return mapValues(known, (operations) => operations.filter((one) => !one.refusedSince));
}

/** Ids of all operations and variants of a documentation or of some of its nodes. */
export function documentedIds(known: Documentation): string[] {
	return Object.values(known)
		.flat()
		.flatMap(({ id, variants }) => [id, ...variants.map((entry) => entry.id)]);
}
