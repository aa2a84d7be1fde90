import type { JsonObject } from 'n8n-workflow';

/** Where the next page of a cursor-paged edge begins; nothing on the last page. */
export function nextCursor(body: JsonObject): string | undefined {
	const paging = body.paging as { next?: string; cursors?: { after?: string } } | undefined;
	return paging?.next ? paging.cursors?.after : undefined;
}
