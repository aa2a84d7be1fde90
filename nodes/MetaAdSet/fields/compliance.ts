import { specialAdCategoryValues } from '../../shared/fields/campaign';
import { plainKind } from '../../shared/fields/objectKinds';
import {
	boolean,
	collection,
	multiOptions,
	objectId,
	options,
	text,
} from '../../shared/operation/fields';
import { labelOf } from '../../shared/operation/naming';

/** Longest name of a payor or beneficiary (Ad Set, Targeting DSA Regulated Locations). */
const MAX_DSA_NAME_LENGTH = 512;

/** Declarations by country, each with the identities that belong to it (Ad Set, `regional_regulated_categories`). */
const REGIONAL_CATEGORIES = [
	{ value: 'TAIWAN_UNIVERSAL', name: 'Taiwan' },
	{ value: 'TAIWAN_FINSERV', name: 'Taiwan: Financial Services' },
	{ value: 'AUSTRALIA_FINSERV', name: 'Australia: Financial Services' },
	{ value: 'INDIA_FINSERV', name: 'India: Securities and Investments' },
	{ value: 'SINGAPORE_UNIVERSAL', name: 'Singapore' },
	{ value: 'THAILAND_UNIVERSAL', name: 'Thailand' },
	{ value: 'BRAZIL_REGULATION', name: 'Brazil' },
];

/** Where identities are asked for, by how their names begin. */
const IDENTITIES = {
	taiwan_universal: 'Taiwan',
	taiwan_finserv: 'Taiwan, Financial Services',
	australia_finserv: 'Australia, Financial Services',
	india_finserv: 'India, Securities and Investments',
	singapore_universal: 'Singapore',
	universal: 'Brazil and Thailand',
};

/** What laws ask to declare (Ad Account Adsets; Advantage+ Shopping Campaigns, Create Ad Set). */
export function complianceFields() {
	return [
		text('dsa_beneficiary', {
			label: 'DSA Beneficiary',
			maxLength: MAX_DSA_NAME_LENGTH,
			description: 'Who benefits from the ads; needed where they reach people in the EU',
		}),
		text('dsa_payor', {
			label: 'DSA Payor',
			maxLength: MAX_DSA_NAME_LENGTH,
			description: 'Who pays for the ads; needed where they reach people in the EU',
		}),
		multiOptions('regional_regulated_categories', REGIONAL_CATEGORIES, {
			grows: true,
			description:
				'Declarations that some countries ask for. Each needs a beneficiary and a payer among the identities.',
		}),
		collection(
			'regional_regulation_identities',
			Object.entries(IDENTITIES).flatMap(([prefix, place]) => [
				identity(prefix, 'beneficiary', place),
				identity(prefix, 'payer', place),
			]),
			{ description: 'Verified identities of who benefits and who pays, by declaration' },
		),
		options('tune_for_category', specialAdCategoryValues, {
			description: 'Special ad category by whose rules delivery is adapted',
		}),
		boolean('is_sac_cfca_terms_certified', {
			label: 'Special Ad Category Terms Certified',
			description: 'Whether the terms for credit ads in special ad categories are certified',
		}),
	];
}

function identity(prefix: string, role: string, place: string) {
	return objectId(`${prefix}_${role}`, plainKind, {
		label: `${place}: ${labelOf(role)}`,
		description: `ID of the verified ${role}, a person or organization`,
	});
}
