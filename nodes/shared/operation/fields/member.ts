import { omit } from 'lodash';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Field } from '../types';
import { AMOUNTS_IN, looksOf } from './money';

const NOT_SET = { name: 'Not Set', value: '' };

/**
 * The property of a field inside an object. n8n fills in what such a field begins with when it is
 * left alone, so an optional one has to begin with nothing: otherwise 0, `false` or the first choice
 * would be sent although nobody chose it.
 */
export function memberProperties(field: Field): INodeProperties[] {
	return looksOf(field, `/${AMOUNTS_IN}`).map(({ property, showWhen }) =>
		shownWhen(field.sendsDefault ? property : beginningEmpty(property), showWhen),
	);
}

/** The property of a field inside a collection, where only what the user adds counts. */
export function addedProperties(field: Field): INodeProperties[] {
	return looksOf(field, `/${AMOUNTS_IN}`).map(({ property, showWhen }) =>
		shownWhen(property, showWhen),
	);
}

/** A property that n8n shows only while the condition holds. */
function shownWhen(property: INodeProperties, showWhen: Field['showWhen']): INodeProperties {
	return showWhen ? { ...property, displayOptions: { show: showWhen } } : property;
}

function beginningEmpty(property: INodeProperties): INodeProperties {
	switch (property.type) {
		case 'boolean': {
			const choices = [NOT_SET, { name: 'True', value: 'true' }, { name: 'False', value: 'false' }];
			return { ...property, type: 'options', options: choices, default: '' };
		}
		case 'number':
			// A number field cannot be empty; a text field can, and digits in it are taken as a number.
			return { ...omit(property, 'typeOptions'), type: 'string', default: '' };
		case 'options': {
			const choices = (property.options ?? []) as INodePropertyOptions[];
			const all = choices.some(({ value }) => value === '') ? choices : [NOT_SET, ...choices];
			return { ...property, options: all, default: '' };
		}
		default:
			return property;
	}
}
