import { upperFirst } from 'lodash';
import type { INodePropertyMode } from 'n8n-workflow';
import { z } from 'zod';

import { labelOf } from '../naming';
import type { Field } from '../types';
import {
	checked,
	checkedList,
	isPickerValue,
	makeField,
	type EmptyOptions,
	type FieldOptions,
} from './field';
import { splitList } from './text';

/** How the ID of one kind of object is chosen and recognised. */
export interface ObjectKind {
	/** As in a sentence: `campaign`, `ad account`. */
	noun: string;
	/** Method behind "From List"; no list when absent. */
	searchListMethod?: string;
	/** Whether the list stays empty until the user types what to look for. */
	searchFilterRequired?: boolean;
	/** Fields that the list depends on; a change of one empties the picker: `ad_account.value`. */
	listDependsOn?: string[];
	/** Query name in an Ads Manager URL that holds the ID: `act`, `selected_campaign_ids`. */
	urlParameter?: string;
	/** What comes before the digits in the request, and may be typed: `act_`. */
	prefix?: string;
	exampleId?: string;
	/** What an ID looks like where it is not made of digits only: `US:94304`. */
	idPattern?: RegExp;
}

const EXAMPLE_ID = '120210000000000001';
const ADS_MANAGER_URL = 'https://adsmanager.facebook.com/adsmanager/manage/campaigns';

/**
 * The ID in what a user may give: a picker's value, digits, digits with the kind's prefix, or an
 * Ads Manager URL that names exactly one object of the kind. Digits only, unless the kind's IDs look
 * otherwise.
 */
export function parseObjectId(raw: unknown, kind: ObjectKind): { id: string } | { issue: string } {
	const value = isPickerValue(raw) ? raw.value : raw;
	if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
		return { issue: 'is a number too large to be kept exactly; give it as text' };
	}
	const given = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
	const { prefix = '', idPattern } = kind;
	const found = (idPattern ?? new RegExp(`^(?:${prefix})?(\\d+)$`)).exec(given);
	if (found) return { id: found[1] ?? found[0] };
	if (/^https?:\/\//i.test(given) && kind.urlParameter) return idInUrl(given, kind);
	return { issue: `must be ${article(kind.noun)} ID${expected(kind)}` };
}

/** Commas between several IDs, as a browser's address line shows them or escaped. */
const URL_COMMA = /,|%2C/i;

function idInUrl(
	url: string,
	{ urlParameter, noun }: ObjectKind,
): ReturnType<typeof parseObjectId> {
	const found = new RegExp(`[?&]${urlParameter}=([^&#]*)`).exec(url);
	const ids = found ? found[1].split(URL_COMMA).filter((part) => part !== '') : [];
	if (ids.length > 1) return { issue: `is a URL that names more than one ${noun}` };
	const [id] = ids;
	if (id !== undefined && /^\d+$/.test(id)) return { id };
	return { issue: `is a URL that does not name ${article(noun)} (${urlParameter}=...)` };
}

function expected({ prefix, urlParameter, idPattern, exampleId }: ObjectKind): string {
	if (idPattern) return exampleId ? ` such as ${exampleId}` : '';
	const forms = [
		prefix ? `digits such as 1234567890, or ${prefix}1234567890` : 'digits such as 1234567890',
	];
	if (urlParameter) forms.push('or a URL of Ads Manager');
	return `: ${forms.join(', ')}`;
}

function article(noun: string): string {
	return /^[aeiou]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

function idSchema(kind: ObjectKind) {
	return z.unknown().transform((raw, context) => {
		const result = parseObjectId(raw, kind);
		if ('issue' in result) {
			context.addIssue({ code: 'custom', message: result.issue });
			return z.NEVER;
		}
		return result.id;
	});
}

function modesOf(kind: ObjectKind): INodePropertyMode[] {
	const { searchListMethod, searchFilterRequired, urlParameter } = kind;
	const { prefix = '', exampleId = EXAMPLE_ID } = kind;
	const modes = [
		mode('By ID', 'id', { type: 'string', placeholder: `e.g. ${prefix}${exampleId}` }),
	];
	if (searchListMethod) {
		const typeOptions = {
			searchListMethod,
			searchable: true,
			...(searchFilterRequired ? { searchFilterRequired } : {}),
		};
		modes.unshift(mode('From List', 'list', { type: 'list', typeOptions }));
	}
	if (urlParameter) {
		const url = mode('By URL', 'url', {
			type: 'string',
			placeholder: `e.g. ${ADS_MANAGER_URL}?${urlParameter}=${exampleId}`,
			extractValue: { type: 'regex', regex: `[?&]${urlParameter}=([0-9]+)` },
		});
		modes.push(url);
	}
	return modes;
}

function mode(
	displayName: string,
	name: string,
	rest: Omit<INodePropertyMode, 'displayName' | 'name'>,
): INodePropertyMode {
	return { displayName, name, ...rest };
}

/** What is said of a picker that says nothing itself. */
export function howToChoose(kind: ObjectKind): string {
	const { noun, searchListMethod, searchFilterRequired, idPattern, exampleId = EXAMPLE_ID } = kind;
	const one = article(noun);
	if (!searchListMethod) return `ID of ${one}, such as ${exampleId}`;
	const id = idPattern ? `its key such as ${exampleId}` : 'its ID';
	const found = searchFilterRequired ? ': type to search, or give' : ' from the list, or';
	return `${upperFirst(one)}${found} ${id}`;
}

/** The n8n picker of objects of one kind. */
export function pickerOf(kind: ObjectKind) {
	const modes = modesOf(kind);
	return {
		type: 'resourceLocator' as const,
		default: { mode: modes[0].name, value: '' },
		property: {
			modes,
			...(kind.listDependsOn ? { typeOptions: { loadOptionsDependsOn: kind.listDependsOn } } : {}),
		},
	};
}

/** The ID of an object: chosen from a list, typed, or taken from an Ads Manager URL. */
export function objectId<Name extends string>(
	name: Name,
	kind: ObjectKind,
	options: FieldOptions = {},
): Field<Name, string> {
	// Who chooses from a list chooses a Page and not its ID.
	const label = kind.searchListMethod ? labelOf(name.replace(/_id$/, '')) : labelOf(name);
	return makeField(
		name,
		{ label, ...options },
		{
			...pickerOf(kind),
			parse: checked(idSchema(kind), (id) => id),
		},
	);
}

/** Several IDs: separated by commas, or a list from an expression. */
export function objectIdList<Name extends string>(
	name: Name,
	kind: ObjectKind,
	options: FieldOptions & EmptyOptions & { max?: number } = {},
): Field<Name, string[]> {
	let list = z.array(idSchema(kind), { invalid_type_error: 'must be a list of IDs' });
	if (options.max) list = list.max(options.max, `must have at most ${options.max} IDs`);
	return makeField(
		name,
		{ placeholder: 'e.g. 1234567890, 1234567891', ...options },
		{
			type: 'string',
			default: '',
			parse: checkedList(z.preprocess(splitList, list), options),
		},
	);
}
