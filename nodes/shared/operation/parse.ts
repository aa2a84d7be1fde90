import { cloneDeep, get, has, isPlainObject, remove } from 'lodash';

import { isPickerValue } from './fields/field';
import { otherUnitName, shownProperty } from './fields/money';
import type { GraphParameters, GraphValue } from '../graph/types';
import type { Field, Issue, Item, ParseContext, Path, ShowWhen, Values, Written } from './types';

/** Nothing was given: n8n keeps these for a field that was left alone. */
function isEmpty(raw: unknown): boolean {
	if (raw === undefined || raw === null) return true;
	if (typeof raw === 'string') return raw.trim() === '';
	if (Array.isArray(raw)) return raw.length === 0;
	if (typeof raw === 'object' && raw.constructor === Object) {
		if ('mode' in raw && 'value' in raw) return isEmpty(raw.value);
		return Object.keys(raw).length === 0;
	}
	return false;
}

function isGiven(raw: unknown, { keepEmpty }: Field): boolean {
	return keepEmpty ? raw !== undefined && raw !== null : !isEmpty(raw);
}

/** An amount of 0 is what the form begins with. */
function isEntered(raw: unknown, field: Field): boolean {
	return isGiven(raw, field) && raw !== 0;
}

/** A number, or a cell of a sheet: `0.00`. */
function isZero(raw: unknown): boolean {
	return !isEmpty(raw) && Number(raw) === 0;
}

/** Whether 0 was given beside what is given instead. */
function isZeroBeside(
	{ zeroBeside }: Field,
	raw: unknown,
	fields: readonly Field[],
	read: (name: string) => unknown,
	top: Values,
): boolean {
	const other = fields.find(({ name }) => name === zeroBeside);
	if (!other || !isZero(raw)) return false;
	const instead = read(shownProperty(other, top).name);
	return isGiven(instead, other) && !isZero(instead);
}

function isShown(showWhen: ShowWhen | undefined, valueOf: (name: string) => unknown): boolean {
	return Object.entries(showWhen ?? {}).every(([name, allowed]) =>
		allowed.some((value) => value === valueOf(name)),
	);
}

function isExpression(written: unknown): boolean {
	if (isPickerValue(written)) return isExpression(written.value);
	return typeof written === 'string' && written.startsWith('=');
}

/** Why a value should be there that is not; nothing where the form was simply left alone. */
function emptied(written: Written | undefined, name: string): string | undefined {
	if (!written || !isPlainObject(written.values)) return undefined;
	const own = (written.values as Record<string, unknown>)[name];
	if (isExpression(own)) {
		return 'is empty: its expression gives nothing for this item (Leave Out Empty Fields in Options sends the rest)';
	}
	return written.isAdded && own !== undefined && isEmpty(own)
		? 'was added and is empty: fill it in or take it away'
		: undefined;
}

/** The same for what is read of one member. */
export function writtenBelow(
	{ written, ...context }: ParseContext,
	step: string | number,
	isAdded = false,
): ParseContext {
	return written
		? { ...context, written: { values: get(written.values, [step]), isAdded } }
		: context;
}

/** Issues of a part, as those of what the part is in. */
export function below(issues: readonly Issue[], ...steps: Path): Issue[] {
	return issues.map(({ path, message }) => ({ path: [...steps, ...path], message }));
}

/** What several fields are read into: their values by name, and what is sent of them. */
export class Reading implements Item {
	readonly values: Values = {};
	readonly issues: Issue[] = [];
	readonly parameters: GraphParameters;
	/** Which field set what, by place; to find what two fields set. */
	private readonly setBy = new Map<string, Field>();

	/** `given` is what has no field: it is sent as it is, and no field may set the same. */
	constructor(private readonly given: GraphParameters = {}) {
		this.parameters = cloneDeep(given);
	}

	/**
	 * Reads, checks and encodes fields. `read` gives what the user entered by field name. What a field
	 * that `wins` sets takes the place of what others set, also of required ones without a value; two
	 * others that set the same are an issue. `reserved` are names that cannot be set so: what fills the
	 * path or steers the node is no parameter.
	 */
	take(
		fields: readonly Field[],
		read: (name: string) => unknown,
		context: ParseContext,
		reserved?: ReadonlySet<string>,
	): void {
		const missing = new Map<Issue, Field>();
		const valueOf = (name: string): unknown => {
			if (name.startsWith('/')) return context.top?.[name.slice(1)];
			return name in this.values ? this.values[name] : read(name);
		};
		for (const field of fields) {
			if (!isShown(field.showWhen, valueOf)) continue;
			if (context.formOnly && field.wins) continue;
			const top = context.top ?? this.values;
			const { name } = shownProperty(field, top);
			const raw = field.constant ?? read(name);
			if (isZeroBeside(field, raw, fields, read, top)) continue;
			const given = isGiven(raw, field);
			const otherName = given ? undefined : otherUnitName(field, top);
			if (otherName !== undefined && isEntered(read(otherName), field)) {
				const message = `was given as ${otherName}, which is not the unit that Amounts In says: give ${name}`;
				this.issues.push({ path: [field.name], message });
				continue;
			}
			const parsed = given ? field.parse(raw, writtenBelow(context, name)) : { value: undefined };
			if ('issues' in parsed) {
				this.issues.push(...below(parsed.issues, field.name));
			} else if (parsed.value === undefined) {
				const isEmptied = given || field.constant ? undefined : emptied(context.written, name);
				const message = field.property.required ? 'is required' : isEmptied;
				if (message === undefined) continue;
				const issue = { path: [field.name], message };
				missing.set(issue, field);
				this.issues.push(issue);
			} else {
				if (field.constant === undefined) this.values[field.name] = parsed.value;
				if (field.to !== false) this.put(field, parsed.value, top, reserved);
			}
		}
		// Another field may have set what this one was to give.
		remove(this.issues, (issue) => {
			const { name, to = name } = missing.get(issue) ?? { name: '' };
			return Boolean(to) && has(this.parameters, to as string);
		});
	}

	private put(
		field: Field,
		value: GraphValue,
		top: Values,
		reserved: ReadonlySet<string> | undefined,
	): void {
		const { name, to = name } = field;
		if (!field.wins) {
			const other = this.lay(field, to ? to.split('.') : [], value);
			if (!other) return;
			const label = typeof other === 'string' ? other : shownProperty(other, top).displayName;
			const message = `cannot be combined with ${label}: give one of the two`;
			this.issues.push({ path: [name], message });
			return;
		}
		for (const [member, own] of Object.entries(value as GraphParameters)) {
			if (reserved?.has(member)) {
				this.issues.push({ path: [name], message: `cannot set ${member}: use its own field` });
			} else {
				this.parameters[member] = own;
				this.setBy.set(member, field);
			}
		}
	}

	/**
	 * Objects that several fields fill are laid over each other; every other value has one place. Gives
	 * the field that has set it already, or the place of what was given there without a field.
	 */
	private lay(
		field: Field,
		steps: readonly string[],
		value: GraphValue,
	): Field | string | undefined {
		if (isObject(value) && Object.keys(value).length > 0) {
			return Object.entries(value)
				.map(([member, own]) => this.lay(field, [...steps, member], own))
				.find(Boolean);
		}
		const setBefore = steps
			.map((_step, index) => this.setBy.get(steps.slice(0, index + 1).join('.')))
			.find(Boolean);
		if (setBefore && setBefore !== field) return setBefore.wins ? undefined : setBefore;
		if (this.isGiven(steps)) return steps.join('.');
		this.setBy.set(steps.join('.'), field);
		let target = this.parameters;
		for (const step of steps.slice(0, -1)) {
			if (!isObject(target[step])) target[step] = {};
			target = target[step] as GraphParameters;
		}
		target[steps[steps.length - 1]] = value;
		return undefined;
	}

	/** Whether something without a field stands at a place, below it or in its way. */
	private isGiven(steps: readonly string[]): boolean {
		let at: GraphValue | undefined = this.given;
		for (const step of steps) {
			if (!isObject(at)) break;
			at = at[step];
		}
		return at !== undefined;
	}
}

function isObject(value: GraphValue | undefined): value is GraphParameters {
	return isPlainObject(value);
}
