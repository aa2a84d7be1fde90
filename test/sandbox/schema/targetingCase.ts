import { isJsonObject, type Json, type JsonObject } from '../json';
import type { Rule } from './rules';
import type { View } from './types';

/** A targeting spec whose members have been checked one by one. */
export interface TargetingCase {
	spec: JsonObject;
	view: View;
	/** The parameter that holds the spec: `targeting` or `targeting_spec`. */
	path: string;
}

export type TargetingRule = Rule<TargetingCase>;

export const objectsIn = (value: Json | undefined): JsonObject[] =>
	Array.isArray(value) ? value.filter(isJsonObject) : [];
export const stringsIn = (value: Json | undefined): string[] =>
	Array.isArray(value) ? value.map(String) : [];

/** The path of a member, wherever the spec is. */
export const inSpec =
	(member: string) =>
	({ path }: TargetingCase): string =>
		`${path}.${member}`;
