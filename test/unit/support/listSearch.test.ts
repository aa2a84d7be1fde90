import type { FastifyInstance } from 'fastify';
import fastify from 'fastify';
import type { INodeListSearchResult, INodeType } from 'n8n-workflow';
import { runListSearch } from '../../support/listSearch';
import { PROBE_TYPE, probe, probeCredentialTypes } from './probe';

const searching: INodeType = {
	description: probe.description,
	methods: {
		listSearch: {
			async searchThings(filter, paginationToken): Promise<INodeListSearchResult> {
				const { got } = (await this.helpers.httpRequestWithAuthentication.call(this, 'keyApi', {
					url: this.getCurrentNodeParameter('url') as string,
					qs: { filter, after: paginationToken },
				})) as { got: string };
				return { results: [{ name: got, value: '1' }], paginationToken: 'next' };
			},
		},
	},
};

let server: FastifyInstance;
let url: string;

beforeAll(async () => {
	server = fastify();
	server.get('/things', ({ headers, query }) => ({
		got: `${String(headers['x-key'])} ${JSON.stringify(query)}`,
	}));
	url = await server.listen();
});

afterAll(async () => await server.close());

const options = {
	nodeTypes: { [PROBE_TYPE]: searching },
	credentialTypes: probeCredentialTypes,
	credentials: { keyApi: { key: 'test-token' } },
};

it('calls the search with what was typed, the parameters and the credentials', async () => {
	const node = { type: PROBE_TYPE, parameters: { url: `${url}/things` }, credentials: ['keyApi'] };
	const search = { method: 'searchThings', filter: 'shoes', paginationToken: 'page-2' };
	const { results, paginationToken } = await runListSearch(node, search, options);
	const query = { filter: 'shoes', after: 'page-2', proof: 'of-test-token' };
	expect(results[0].name).toBe(`test-token ${JSON.stringify(query)}`);
	expect(paginationToken).toBe('next');
});

it('rejects with the error of the search', async () => {
	const node = { type: PROBE_TYPE, parameters: { url: `${url}/gone` }, credentials: ['keyApi'] };
	await expect(runListSearch(node, { method: 'searchThings' }, options)).rejects.toMatchObject({
		name: 'NodeApiError',
		httpCode: '404',
	});
	await expect(runListSearch(node, { method: 'searchNothing' }, options)).rejects.toThrow(
		'no list search "searchNothing"',
	);
});
