import type { Params, ParamSpec } from './types';

/** Short names for the kinds of parameters, so that a schema reads as a table. */
export const text = (maxLength?: number): ParamSpec => ({ type: 'string', maxLength });
export const int = (min?: number, max?: number): ParamSpec => ({ type: 'int', min, max });
export const float = (min?: number, max?: number): ParamSpec => ({ type: 'float', min, max });
export const bool: ParamSpec = { type: 'bool' };
export const id: ParamSpec = { type: 'id' };
export const file: ParamSpec = { type: 'file' };
export const time: ParamSpec = { type: 'datetime' };
/** A list, an object or anything else that JSON can say. */
export const json: ParamSpec = { type: 'json' };
export const anyObject: ParamSpec = { type: 'object' };
export const oneOf = (...values: string[]): ParamSpec => ({ type: 'enum', values });
export const list = (items: ParamSpec, min?: number, max?: number): ParamSpec => ({
	type: 'list',
	items,
	min,
	max,
});
export const shape = (members: Params): ParamSpec => ({ type: 'object', shape: members });
/** An object with an id; the id alone may stand for it, as in `interests: [6003139266461]`. */
export const idAndName: ParamSpec = {
	type: 'object',
	shape: { id: { type: 'id', required: true }, name: { type: 'string' } },
	bareAs: 'id',
};
export const required = (spec: ParamSpec): ParamSpec => ({ ...spec, required: true });

export const READ_ADS = ['ads_management', 'ads_read'] as const;
export const WRITE_ADS = ['ads_management'] as const;
