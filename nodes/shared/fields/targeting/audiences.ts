import { pick } from 'lodash';

import { collection, entityList, listOf, mapped, objectId, options } from '../../operation/fields';
import { flag } from '../numbers';
import { customAudienceKind } from '../objectKinds';
import { productAudienceSpecs } from '../productAudience';

/** Advanced Targeting, Custom Audiences. */
const MAX_AUDIENCES = 500;

/** Custom and lookalike audiences to reach (Advanced Targeting, Custom Audiences). */
export function customAudiences() {
	return audienceList(
		'custom_audiences',
		'Custom or lookalike audiences of which people are in at least one; 500 at most',
	);
}

/** Audiences of people and of their shopping, and how strictly Meta keeps to the targeting. */
export function audienceMembers() {
	return [
		customAudiences(),
		audienceList(
			'excluded_custom_audiences',
			'Custom or lookalike audiences whose people see no ads, such as customers; 500 at most',
		),
		listOf(
			'dynamic_audience_ids',
			objectId('audience', customAudienceKind, {
				label: 'Product Audience',
				required: true,
				description: 'A product audience that exists already, from the list or by its ID',
			}),
			{
				label: 'Product Audiences',
				entryLabel: 'Product Audience',
				description: 'Product audiences that exist already, for Advantage+ catalog ads',
			},
		),
		productAudienceSpecs('product_audience_specs', {
			label: 'Product Audiences by Events',
			description: 'People who did something with products, for Advantage+ catalog ads',
		}),
		productAudienceSpecs('excluded_product_audience_specs', {
			label: 'Excluded Product Audiences by Events',
			description: 'People to leave out because they did something with products',
		}),
		targetingAutomation(),
		targetingRelaxation(),
		options(
			'targeting_optimization',
			[
				{ value: 'expansion_all', name: 'Expand Where It Helps' },
				{ value: 'none', name: 'None' },
			],
			{
				label: 'Advantage Detailed Targeting',
				description:
					'Whether Meta may reach people beyond the detailed targeting where it expects better results',
			},
		),
	];
}

/** A list of audiences: they go by their ID alone. */
function audienceList<Name extends string>(name: Name, description: string) {
	const list = entityList(name, customAudienceKind, {
		entryLabel: 'Audience',
		max: MAX_AUDIENCES,
		description,
	});
	return mapped(list, (entries) => entries.map((entry) => pick(entry, 'id')));
}

/** What Meta may take as a suggestion (Advantage+ Campaign Experience; Advanced Targeting). */
function targetingAutomation() {
	return collection(
		'targeting_automation',
		[
			flag('advantage_audience', {
				label: 'Advantage+ Audience',
				description: 'Whether Meta finds the audience and takes the targeting as a suggestion',
			}),
			collection(
				'individual_setting',
				[
					flag('age', { description: 'Whether Meta may reach people of other ages too' }),
					flag('gender', { description: 'Whether Meta may reach people of other genders too' }),
					flag('geo', {
						label: 'Locations',
						description: 'Whether people interested in the chosen cities and regions count too',
					}),
				],
				{
					label: 'Individual Settings',
					description: 'Parts of the targeting that are only a suggestion, one by one',
				},
			),
		],
		{
			description: 'What of the targeting Meta may take as a suggestion and go beyond',
			wholeAsJson: true,
		},
	);
}

/** Advantage+ Campaign Experience, Replicate existing_customer_budget_percentage behavior. */
function targetingRelaxation() {
	return collection(
		'targeting_relaxation_types',
		[
			flag('custom_audience', {
				label: 'Custom Audiences',
				description: 'Whether Meta may reach people outside the custom audiences',
			}),
			flag('lookalike', {
				label: 'Lookalike Audiences',
				description: 'Whether Meta may reach people outside the lookalike audiences',
			}),
		],
		{
			label: 'Targeting Relaxation',
			description: 'Audiences that Meta may go beyond where it expects better results',
			wholeAsJson: true,
		},
	);
}
