import { isJsonObject, type Json } from '../json';

const REFERENCE = /\{result=([^:{}]+):(\$[^{}]*)\}/g;

/** Names of the steps that a text refers to as `{result=name:$.path}`. */
export function referredNames(text: string): string[] {
	return [...text.matchAll(REFERENCE)].map(([, name]) => name);
}

/** Replaces the references in a text by what the results hold; several values are joined by commas. */
export function fillReferences(text: string, resultOf: (name: string) => Json | undefined): string {
	return text.replace(REFERENCE, (_all, name: string, path: string) => {
		const result = resultOf(name);
		if (result === undefined) return '';
		return selectPath(result, path).map(asText).join(',');
	});
}

/** The values at a JSONPath of the small kind that batches use: `$.a.b`, `.*`, `[0]`, `[*]`, `['a']`. */
export function selectPath(value: Json, path: string): Json[] {
	const steps = [...path.slice(1).matchAll(/\.([A-Za-z0-9_]+|\*)|\[(\d+|\*|'[^']*')\]/g)].map(
		([, name, index]) => (name ?? index).replace(/^'|'$/g, ''),
	);
	let found: Json[] = [value];
	for (const step of steps) found = found.flatMap((item) => members(item, step));
	return found;
}

function members(value: Json, step: string): Json[] {
	if (Array.isArray(value)) {
		if (step === '*') return value;
		const item = value[Number(step)];
		return item === undefined ? [] : [item];
	}
	if (!isJsonObject(value)) return [];
	const values = step === '*' ? Object.values(value) : [value[step]];
	return values.filter((item): item is Json => item !== undefined);
}

function asText(value: Json): string {
	return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
