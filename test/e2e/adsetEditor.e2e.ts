import assert from 'node:assert/strict';
import type { Editor } from './browser';
import type { Check } from './checks';
import type { Stage } from './stage';

/** A campaign of an ad account that no workflow here works in. */
const CAMPAIGN = 'Seen in one ad account only';

/**
 * The form of an ad set in the open editor: fields in fields, pickers in them. The screenshots show
 * whether people can read it.
 */
export function adSetEditorChecks({ sandbox }: Stage, opened: () => Editor): Check[] {
	return [
		{
			name: 'the campaigns to choose from are those of the chosen ad account',
			run: async () => {
				sandbox.seed.campaigns('1002', 1, { name: CAMPAIGN });
				await opened().openNewWorkflow();
				assert.ok((await opened().searchNodes('Meta Ad Set')).includes('Meta Ad Set'));
				await opened().addNode('Meta Ad Set', 'Create an ad set');
				await opened().pickCredential('meta-ads-api');
				const campaignsIn = async (account: string) => {
					await opened().openPicker('ad_account');
					await opened().pick(account);
					const names = await opened().openPicker('campaign_id');
					return names.filter((name) => name.startsWith(CAMPAIGN));
				};
				assert.deepEqual(await campaignsIn('1001'), []);
				assert.equal((await campaignsIn('1002')).length, 1);
				await opened().pick(CAMPAIGN);
			},
		},
		{
			name: 'targeting is a form, in which a picker finds interests by their text',
			run: async () => {
				await opened().addMember('Add Targeting Field', 'Detailed Targeting');
				await opened().addEntry('detailed_targeting');
				await opened().addMember('Add Trait', 'Interests');
				await opened().addEntry('interests');
				const found = await opened().searchPickerFor('id', 'tennis');
				assert.equal(found.length, 1, found.join());
				assert.match(found[0], /^Tennis · \S+ to \S+ people, Interests > /);
				await opened().screenshot('interest-picker');
				await opened().pick('Tennis');
			},
		},
		{
			name: 'fields in fields of the targeting can be added',
			run: async () => {
				await opened().addMember('Add Targeting Field', 'Locations');
				await opened().addMember('Add Locations', 'Cities');
				await opened().addEntry('cities');
				await opened().addMember('Add Targeting Field', 'Minimum Age');
				await opened().addMember('Add Targeting Field', 'Publisher Platforms');
				await opened().choose('amounts_in', 'Account Currency');
				await opened().screenshotOfForm('ad-set-form');
			},
		},
		{
			name: 'countries, budget and placements stand at the top of the form',
			run: async () => {
				// n8n loads the list when it is opened.
				await opened().choose('target_countries', 'Germany (DE)');
				await opened().screenshot('countries');
				await opened().choose('budget', 'Lifetime');
				await opened().choose('placements', 'Manual');
				await opened().screenshotOfForm('ad-set-form-chosen');
			},
		},
	];
}
