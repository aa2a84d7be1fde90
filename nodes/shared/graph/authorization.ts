import type { IDataObject } from 'n8n-workflow';

interface Authorization {
	/** `Bearer` unless Meta's page about the call says otherwise. */
	scheme?: 'OAuth';
	/** Signs instead of the credential's token. */
	token?: string;
}

/**
 * Headers that n8n may sign. n8n's OAuth2 writes "Bearer" and the credential's token, whatever a call
 * asks for: what it writes is put into the form that is asked for on its way.
 */
export function signable(headers: IDataObject, { scheme, token }: Authorization): IDataObject {
	if (!scheme && !token) return headers;
	let written = '';
	return Object.defineProperty(headers, 'Authorization', {
		enumerable: true,
		get: () => written,
		set(value: string) {
			const [, own = ''] = /^Bearer (.*)$/.exec(value) ?? [];
			written = `${scheme ?? 'Bearer'} ${token ?? own}`;
		},
	});
}
