import type { IDataObject, ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { adAccountKind, instagramAccountKind } from '../fields/objectKinds';
import { chosenId } from './chosen';
import { searchEdge } from './search';

/** Characters of a caption that a picker shows. */
const MAX_CAPTION_CHARACTERS = 60;
/** Characters of `2026-03-01T09:00:00+0000` that name the day. */
const DAY_CHARACTERS = 10;

/** Pages that the credential's user works for. */
export async function searchPages(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = {
		path: '/me/accounts',
		fields: 'name',
		toResult: ({ name, id }: IDataObject) => ({
			name: String(name),
			value: String(id),
			url: `https://www.facebook.com/${String(id)}`,
		}),
	};
	return await searchEdge(this, search, filter, paginationToken);
}

/** Videos of the ad account that is chosen in the form. */
export async function searchAdVideos(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = {
		path: `/act_${chosenId(this, 'ad_account', adAccountKind)}/advideos`,
		fields: 'title,updated_time',
		toResult: ({ title, id, updated_time: updated }: IDataObject) => ({
			name: `${String(title ?? `Video ${String(id)}`)}${dayIn(updated)}`,
			value: String(id),
		}),
	};
	return await searchEdge(this, search, filter, paginationToken);
}

/** Instagram accounts that belong to the ad account that is chosen in the form. */
export async function searchInstagramAccounts(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = {
		path: `/act_${chosenId(this, 'ad_account', adAccountKind)}/instagram_accounts`,
		fields: 'username',
		toResult: ({ username, id }: IDataObject) => ({
			name: String(username ?? id),
			value: String(id),
		}),
	};
	return await searchEdge(this, search, filter, paginationToken);
}

/** Videos of the Instagram account that is chosen in the form. */
export async function searchInstagramMedia(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const search = {
		path: `/${chosenId(this, 'instagram_account', instagramAccountKind)}/media`,
		fields: 'caption,media_type,permalink,timestamp',
		isOffered: ({ media_type: type }: IDataObject) => type === 'VIDEO',
		toResult: ({ caption, id, permalink, timestamp }: IDataObject) => ({
			name: `${shortened(String(caption ?? `Video ${String(id)}`))}${dayIn(timestamp)}`,
			value: String(id),
			...(typeof permalink === 'string' ? { url: permalink } : {}),
		}),
	};
	return await searchEdge(this, search, filter, paginationToken);
}

function dayIn(time: unknown): string {
	return typeof time === 'string' ? ` (${time.slice(0, DAY_CHARACTERS)})` : '';
}

/** The first line of a caption, cut between characters that people see as one. */
function shortened(caption: string): string {
	const characters = [...caption.split('\n')[0]];
	if (characters.length <= MAX_CAPTION_CHARACTERS) return characters.join('');
	return `${characters.slice(0, MAX_CAPTION_CHARACTERS).join('')}...`;
}
