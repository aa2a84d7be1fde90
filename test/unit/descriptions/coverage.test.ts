import { coverageOf, describeCoverage, unknownIds } from '../../tools/coverage';
import type { Documentation } from '../../tools/documented';

const documentation: Documentation = {
	metaCampaign: [
		{
			id: 'metaCampaign.campaign.create',
			method: 'POST',
			path: '/act_{ad_account_id}/campaigns',
			title: 'Create a campaign',
			sections: ['Ad Campaigns'],
			variants: [
				{
					id: 'metaCampaign.campaign.create.budget',
					title: 'Campaign budget',
					sections: ['Ad Campaigns'],
				},
			],
		},
	],
	metaAd: [],
};

test('an operation is not covered by its variants', () => {
	const goldens = [{ documents: ['metaCampaign.campaign.create.budget'] }];
	expect(coverageOf(documentation, goldens)).toEqual({
		metaCampaign: {
			operations: { documented: 1, covered: 0, missing: ['metaCampaign.campaign.create'] },
			variants: { documented: 1, covered: 1, missing: [] },
		},
		metaAd: {
			operations: { documented: 0, covered: 0, missing: [] },
			variants: { documented: 0, covered: 0, missing: [] },
		},
	});
});

test('several goldens of one id count once', () => {
	const golden = { documents: ['metaCampaign.campaign.create'] };
	const { operations } = coverageOf(documentation, [golden, golden]).metaCampaign;
	expect(operations).toEqual({ documented: 1, covered: 1, missing: [] });
});

test('ids that nobody documents are told', () => {
	const goldens = [{ documents: ['metaCampaign.campaign.create', 'metaCampaign.campaign.creat'] }];
	expect(unknownIds(documentation, goldens)).toEqual(['metaCampaign.campaign.creat']);
});

test('the text has a line per node and lists what is missing', () => {
	const text = describeCoverage(coverageOf(documentation, []));
	expect(text).toMatch(/^metaCampaign {2}operations {3}0 \/ 1 {4}variants {3}0 \/ 1 /m);
	expect(text).toContain('Missing (2):\n  metaCampaign.campaign.create\n');
	const complete = [
		{ documents: ['metaCampaign.campaign.create', 'metaCampaign.campaign.create.budget'] },
	];
	expect(describeCoverage(coverageOf(documentation, complete))).not.toContain('Missing');
});

test('the text says which nodes are complete, which are there in part, and which are not begun', () => {
	const coverage = coverageOf(documentation, [{ documents: ['metaCampaign.campaign.create'] }]);
	const stateOf = (completeNodes: string[]) =>
		describeCoverage(coverage, completeNodes)
			.split('\n')
			.slice(0, 2)
			.map((line) => line.replace(/^(\w+).* {2}/, '$1: '));
	expect(stateOf(['metaCampaign'])).toEqual(['metaCampaign: complete', 'metaAd: not begun']);
	expect(stateOf([])).toEqual(['metaCampaign: in part', 'metaAd: not begun']);
});
