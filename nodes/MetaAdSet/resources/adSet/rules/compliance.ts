import { DATED, holds } from '../../../../shared/dated';
import { entriesOf, membersOf } from '../../../../shared/fields/rules';
import type { AdSetRule, AdSetValues, NewAdSetRule } from './values';

/** Identities that a declaration needs, by how their names begin (Ad Set, `regional_regulation_identities`). */
const IDENTITIES_OF: Record<string, string> = {
	AUSTRALIA_FINSERV: 'australia_finserv',
	BRAZIL_REGULATION: 'universal',
	INDIA_FINSERV: 'india_finserv',
	SINGAPORE_UNIVERSAL: 'singapore_universal',
	TAIWAN_FINSERV: 'taiwan_finserv',
	TAIWAN_UNIVERSAL: 'taiwan_universal',
	THAILAND_UNIVERSAL: 'universal',
};

function missingIdentity(values: AdSetValues): string | undefined {
	const identities = membersOf(values.regional_regulation_identities);
	return entriesOf(values.regional_regulated_categories)
		.flatMap((category) => IDENTITIES_OF[String(category)] ?? [])
		.flatMap((prefix) => [`${prefix}_beneficiary`, `${prefix}_payer`])
		.find((name) => identities[name] === undefined);
}

const ALWAYS: AdSetRule[] = [
	{
		at: 'regional_regulation_identities',
		waivable: true,
		when: (values) => missingIdentity(values) !== undefined,
		message: (values) =>
			`must have {regional_regulation_identities.${missingIdentity(values)}} for the declaration`,
	},
	{
		at: 'existing_customer_budget_percentage',
		when: (values, context) =>
			values.existing_customer_budget_percentage !== undefined &&
			holds(DATED.customerBudgetEnds, context),
		message: `ended with ${DATED.customerBudgetEnds.since}: ${DATED.customerBudgetEnds.then}`,
	},
];

/** Advantage+ Shopping Campaigns, Create Ad Set. */
const ON_CREATION: NewAdSetRule[] = [
	{
		at: 'regional_regulated_categories',
		waivable: true,
		when: (values) => {
			const { countries } = membersOf(membersOf(values.targeting).geo_locations);
			return (
				entriesOf(countries).includes('TW') && values.regional_regulated_categories === undefined
			);
		},
		message: 'must declare Taiwan for ads that reach people there',
	},
];

export const complianceRules: AdSetRule[] = ALWAYS;
export const complianceRulesOnCreation: NewAdSetRule[] = ON_CREATION;
