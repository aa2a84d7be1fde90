import { isEqual, uniq } from 'lodash';
import type { INodeProperties } from 'n8n-workflow';

import { loadedEntries } from '../../../nodes/shared/operation/fields/choices';
import { packageNodes, type PackageNode } from '../../tools/nodes';

/** n8n lists so many values and more by the alphabet. */
const ALPHABETICAL_FROM = 5;

/** What the label of a value of former times ends with. */
const LEGACY = / \(Legacy\)$/;

/** Lists that go by use, each by how it begins. All others go by the alphabet. */
const BY_USE: string[][] = [
	['Customer List', 'Engagement', 'Lookalike', 'By Its Rule'],
	['7 Days After Click', '1 Day After Click', '1 Day After View'],
	['Action Type', 'Action Device', 'Action Destination'],
	['Active', 'Paused', 'With Issues', 'Pending Review'],
	['Ad Account', 'Campaign', 'Ad Set', 'Ad'],
	['Apple App Store', 'Apple App Store for iPad', 'Google Play'],
	['As in the Preset, or All Days', 'All Days', 'Each Day', 'Each 7 Days', 'Each Month'],
	['As in the Preset, or as Reported On', 'Ad Account', 'Campaign', 'Ad Set', 'Ad'],
	['Awareness', 'Traffic', 'Engagement', 'Leads', 'App Promotion', 'Sales'],
	['Behaviors', 'Demographics', 'Interests', 'Life Events'],
	['Campaign: Name', 'Campaign: ID', 'Campaign: Effective Status'],
	['Contains', 'Does Not Contain', 'Equals', 'Does Not Equal'],
	['Country', 'Region', 'City', 'Postal Code'],
	['Custom', 'Website', 'App', 'Engagement', 'Video', 'Lookalike'],
	['Delivery: Spend', 'Delivery: Impressions', 'Delivery: Reach', 'Delivery: Frequency'],
	['Facebook', 'Instagram', 'Messenger', 'Audience Network'],
	['Feed', 'Story', 'Facebook Reels', 'Marketplace'],
	['In', 'Not In', 'Contains', 'Does Not Contain'],
	['Impressions', 'Link Clicks', 'ThruPlay'],
	['In-Content Ads: Expanded', 'In-Content Ads: Moderate', 'In-Content Ads: Limited'],
	['Interests', 'Behaviors', 'Life Events', 'Family Statuses'],
	['Interests', 'Interests: Suggested for Others', 'Interests: Validated'],
	['Link Clicks', 'Landing Page Views', 'Conversions', 'Value', 'Lead Generation'],
	['Highest Volume or Value', 'Bid Cap', 'Cost per Result Goal', 'ROAS Goal'],
	['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
	['None', 'Employment', 'Financial Products and Services', 'Housing'],
	['Performance', 'Delivery', 'Creatives', 'Video', 'Conversions and ROAS'],
	['Person: Age', 'Person: Gender', 'Person: Country', 'Person: Region'],
	['Purchase', 'Complete Registration', 'Add to Cart', 'Initiated Checkout', 'Content View'],
	['Purchase', 'Lead', 'Complete Registration', 'Add to Cart', 'Initiated Checkout'],
	['Single', 'In a Relationship', 'Engaged', 'Married'],
	['Some High School', 'High School', 'High School Graduate', 'Some College'],
	['Stream (Feed)', 'Story', 'Reels', 'Explore'],
	['Today', 'Yesterday', 'Last 3 Days', 'Last 7 Days', 'Last 14 Days', 'Last 28 Days'],
	['Video: Watched for 3 Seconds', 'Video: Watched for 10 Seconds'],
	['Website', 'On the Ad', 'App', 'Messenger', 'WhatsApp', 'Instagram Direct'],
	['Worldwide', 'Europe', 'EEA (European Economic Area)'],
];

/** Words that the API has and people do not, abbreviations of days and of numbers of them included. */
const RAW_WORDS =
	/_|\b(\d+[dhs]|mon|tue|wed|thu|fri|sat|sun|avg|btn|configs?|convs|countby|imps|info|min|num|pct|rf|sec|specs?)\b/i;

/** Names in letters that are not theirs. */
const MISSPELLED = /\b(Ai|Csv|Fb|Id|Ids|Itunes|Json|Thruplay|Url|Whatsapp)\b/;

/** Words that begin small within a label. */
const SMALL =
	/^(a|an|and|as|at|by|for|from|if|in|into|it|its|of|on|or|per|so|the|to|up|via|with|d’Ivoire|iPad)$/;

/** A list of labels that the editor shows together. */
interface List {
	/** For messages: `metaCampaign additionalFields`. */
	place: string;
	labels: string[];
}

/** Lists of values, those included that are loaded when they are opened. */
function valueLists(place: string, properties: INodeProperties[]): List[] {
	return properties.flatMap((property) => {
		const { name, type, options = [], typeOptions } = property;
		const inside = `${place} ${name}`;
		if (typeOptions?.loadOptionsMethod) {
			return [{ place: inside, labels: loadedEntries(typeOptions.loadOptionsMethod).map(nameOf) }];
		}
		if (type === 'options' || type === 'multiOptions') {
			return [{ place: inside, labels: options.map(nameOf) }];
		}
		return membersOf(property).flatMap((members) => valueLists(inside, members));
	});
}

function nameOf({ name }: { name: string }): string {
	return name;
}

/** What a property is made of, by group. */
function membersOf({ options = [] }: INodeProperties): INodeProperties[][] {
	const members = options.flatMap((option) => ('type' in option ? [option] : []));
	const groups = options.flatMap((option) => ('values' in option ? [option.values] : []));
	return [...(members.length > 0 ? [members] : []), ...groups];
}

/** Labels of fields that can stand side by side. A name may be there several times, for several cases. */
function fieldLists(place: string, properties: INodeProperties[]): List[] {
	const byName = properties.map(({ name, displayName }) => `${name}\n${displayName}`);
	return [
		{ place, labels: uniq(byName).map((both) => both.split('\n')[1]) },
		...properties.flatMap((property) =>
			membersOf(property).flatMap((members) => fieldLists(`${place} ${property.name}`, members)),
		),
	];
}

function isRaw(label: string): boolean {
	return RAW_WORDS.test(label) || MISSPELLED.test(label);
}

function isInTitleCase(label: string): boolean {
	const words = label.replace(/[(),:/]/g, ' ').split(/\s+/);
	return words.every((word) => SMALL.test(word) || !/^[a-z]/.test(word)) && !/^[a-z]/.test(label);
}

function beginning(labels: string[]): string[] | undefined {
	return BY_USE.find((first) => isEqual(chosen(labels).slice(0, first.length), first));
}

/** Without what stands at the end as legacy. */
function ofToday(labels: string[]): string[] {
	return labels.slice(0, labels.length - labels.filter((label) => LEGACY.test(label)).length);
}

function isAlphabetical(labels: string[]): boolean {
	const sorted = [...labels].sort((a, b) => a.localeCompare(b, 'en'));
	return labels.every((label, index) => label === sorted[index]);
}

/** Optional choices begin with "Not Set". */
function chosen(labels: string[]): string[] {
	return labels[0] === 'Not Set' ? labels.slice(1) : labels;
}

function valueListsOf({ node }: PackageNode): List[] {
	return valueLists(node.description.name, node.description.properties);
}

describe.each(packageNodes.map((entry) => [entry.node.description.name, entry] as const))(
	'%s',
	(name, entry) => {
		const values = valueListsOf(entry);
		const lists = [...values, ...fieldLists(name, entry.node.description.properties)];

		test('has labels in words that people use', () => {
			const found = lists.flatMap(({ labels }) => labels.filter(isRaw));
			expect(uniq(found)).toEqual([]);
		});

		test('has labels in title case', () => {
			const found = lists.flatMap(({ labels }) => labels.filter((label) => !isInTitleCase(label)));
			expect(uniq(found)).toEqual([]);
		});

		test('has no label twice in a list of values', () => {
			const found = values.flatMap(({ place, labels }) =>
				labels
					.map((label) => label.replace(/ \([A-Z]{2}\)/, ''))
					.filter((label, index, all) => all.indexOf(label) !== index)
					.map((label) => `${place}: ${label}`),
			);
			expect(uniq(found)).toEqual([]);
		});

		test('has no label for two fields side by side', () => {
			const [, ...members] = fieldLists(name, entry.node.description.properties);
			const found = members.flatMap(({ place, labels }) =>
				labels
					.filter((label, index) => labels.indexOf(label) !== index)
					.map((label) => `${place}: ${label}`),
			);
			expect(uniq(found)).toEqual([]);
		});

		test('lists what is legacy last', () => {
			const found = values.filter(({ labels }) =>
				ofToday(labels).some((label) => LEGACY.test(label)),
			);
			expect(found).toEqual([]);
		});

		test('lists values by use where that is stated, else by the alphabet', () => {
			const found = values.filter(
				({ labels }) =>
					labels.length >= ALPHABETICAL_FROM &&
					!beginning(labels) &&
					!isAlphabetical(chosen(ofToday(labels))),
			);
			expect(found).toEqual([]);
		});
	},
);

test('no list by use is stated that is not there', () => {
	const used = packageNodes.flatMap(valueListsOf).map(({ labels }) => beginning(labels));
	expect(BY_USE.filter((first) => !used.includes(first))).toEqual([]);
});
