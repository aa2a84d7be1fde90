import { majorOf, shownLabel } from '../../../../shared/fields/checks';
import { labelOf } from '../../../../shared/operation/naming';
import type { Check } from '../../../../shared/operation/types';
import { checksOf, entriesOf, membersOf, type Clash } from './clash';

/** First version without a budget share for existing customers (Advantage+ Campaign Experience). */
const FIRST_MAJOR_WITHOUT_CUSTOMER_BUDGET = 25;

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

const declarationsHaveIdentities: Check = (values, wire) => {
	const identities = membersOf(values.regional_regulation_identities);
	const missing = entriesOf(values.regional_regulated_categories)
		.flatMap((category) => IDENTITIES_OF[String(category)] ?? [])
		.flatMap((prefix) => [`${prefix}_beneficiary`, `${prefix}_payer`])
		.find((name) => identities[name] === undefined);
	if (missing === undefined) return undefined;
	return {
		field: shownLabel('regional_regulation_identities', wire),
		message: `must have ${labelOf(missing)} for the declaration`,
	};
};

const ALWAYS: Clash[] = [
	{
		field: 'existing_customer_budget_percentage',
		when: (values, { apiVersion }) =>
			values.existing_customer_budget_percentage !== undefined &&
			majorOf(apiVersion) >= FIRST_MAJOR_WITHOUT_CUSTOMER_BUDGET,
		message:
			'ended with v25.0: make one ad set for the audience of existing customers, with a spend cap, and one that excludes it',
	},
];

/** Advantage+ Shopping Campaigns, Create Ad Set. */
const ON_CREATION: Clash[] = [
	{
		field: 'regional_regulated_categories',
		when: (values) => {
			const { countries } = membersOf(membersOf(values.targeting).geo_locations);
			return (
				entriesOf(countries).includes('TW') && values.regional_regulated_categories === undefined
			);
		},
		message: 'must declare Taiwan for ads that reach people there',
	},
];

export const complianceChecks: Check[] = [declarationsHaveIdentities, ...checksOf(ALWAYS)];
export const complianceChecksOnCreation: Check[] = checksOf(ON_CREATION);
