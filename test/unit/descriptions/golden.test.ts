import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { readGoldens } from '../../tools/golden';

const golden = {
	documents: ['metaCampaign.campaign.delete'],
	title: 'Delete a campaign',
	parameters: { resource: 'campaign', operation: 'delete' },
	requests: [{ method: 'DELETE', path: '/v24.0/1', query: {}, body: {} }],
	replies: [{ success: true }],
	output: [{ id: '1', deleted: true }],
};

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'golden-'));
});

afterEach(() => {
	rmSync(folder, { recursive: true });
});

function write(file: string, contents: object) {
	const target = path.join(folder, file);
	mkdirSync(path.dirname(target), { recursive: true });
	writeFileSync(target, JSON.stringify(contents));
}

test('a golden file knows its node', () => {
	write('metaCampaign/campaign.delete.json', golden);
	expect(readGoldens(folder)).toEqual([
		{ ...golden, nodeName: 'metaCampaign', file: 'metaCampaign/campaign.delete.json' },
	]);
});

test('a golden file can bring files and say what is sent besides parameters', () => {
	const file = { fileName: 'a.mp4', mimeType: 'video/mp4' };
	const contents = {
		...golden,
		binary: { data: { ...file, size: 5 } },
		requests: [
			{
				...golden.requests[0],
				headers: { offset: '0' },
				files: { source: { ...file, text: 'video' } },
				bytes: { size: 5, sha256: 'abc' },
				scheme: 'OAuth',
				token: 'test-page-token',
			},
		],
	};
	write('metaCampaign/campaign.delete.json', contents);
	expect(readGoldens(folder)).toMatchObject([contents]);
});

test.each([
	['campaign.delete.json', golden, 'is not at <node>'],
	['metaCampaign/deeper/campaign.delete.json', golden, 'is not at <node>'],
	['metaCampaign/campaign.json', golden, 'is not at <node>'],
	['metaCampaign/campaign.get.json', golden, 'has the parameters of campaign.delete'],
	['metaCampaign/campaign.delete.json', { ...golden, documents: [] }, 'is not a golden file'],
	['metaCampaign/campaign.delete.json', { ...golden, requests: [] }, 'is not a golden file'],
	['metaCampaign/campaign.delete.json', { ...golden, replies: [] }, 'one reply per request'],
	['metaCampaign/campaign.delete.json', { ...golden, skip: true }, 'is not a golden file'],
])('%s is refused when it %#', (file, contents, issue) => {
	write(file, contents);
	expect(() => readGoldens(folder)).toThrow(issue);
});
