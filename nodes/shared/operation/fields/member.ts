import { omit } from 'lodash';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Field } from '../types';
import { inListOrder } from './order';

const NOT_SET = { name: 'Not Set', value: '' };

/**
 * The property of a field inside an object. n8n fills in what such a field begins with when it is
 * left alone, so an optional one has to begin with nothing: otherwise 0, `false` or the first choice
 * would be sent although nobody chose it.
 */
export function memberProperty({ property, sendsDefault, showWhen }: Field): INodeProperties {
	return {
		...(sendsDefault ? property : beginningEmpty(property)),
		...(showWhen ? { displayOptions: { show: showWhen } } : {}),
	};
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
			return { ...property, options: inListOrder(all, ({ name }) => name), default: '' };
		}
		default:
			return property;
	}
}
