import { isJsonObject, parseJson } from '../json';
import { GraphFault } from './errors';

/** One field that is asked for, with what it is asked with: `adsets.limit(2).as(x){id,name}`. */
export interface FieldNode {
	name: string;
	alias?: string;
	/** Arguments of the modifiers, such as `limit`. */
	args: Record<string, string>;
	fields?: FieldNode[];
}

const NAME = /[A-Za-z0-9_:]/;

/**
 * Parses the value of `fields`: comma-separated names with nesting, modifiers and aliases, or a
 * JSON list of them.
 * @throws GraphFault 2500 where the text cannot be read
 */
export function parseFields(value: unknown): FieldNode[] | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const text = Array.isArray(value) ? value.join(',') : String(value);
	return new Parser(text.startsWith('[') ? fromJsonList(text) : text).parse();
}

function fromJsonList(text: string): string {
	try {
		const list = parseJson(text);
		if (Array.isArray(list) && list.every((item) => typeof item === 'string'))
			return list.join(',');
	} catch {
		throw syntaxError('Expected a JSON list of field names', 0, text);
	}
	throw syntaxError('Expected a JSON list of field names', 0, text);
}

class Parser {
	private at = 0;

	constructor(private readonly text: string) {}

	parse(): FieldNode[] {
		const nodes = this.list();
		if (this.at < this.text.length) this.fail('end of string');
		return nodes;
	}

	private list(): FieldNode[] {
		const nodes: FieldNode[] = [];
		for (;;) {
			this.space();
			// A comma at the end is let pass, as Graph does.
			if (this.at < this.text.length && this.peek() !== '}') nodes.push(this.node());
			this.space();
			if (this.peek() !== ',') return nodes;
			this.at += 1;
		}
	}

	private node(): FieldNode {
		const node: FieldNode = { name: this.word('field name'), args: {} };
		for (;;) {
			if (this.peek() === '.') {
				this.at += 1;
				const modifier = this.word('modifier');
				const argument = this.argument();
				if (modifier === 'as') node.alias = argument;
				else node.args[modifier] = argument;
			} else if (this.peek() === '{' && !node.fields) {
				this.at += 1;
				node.fields = this.list();
				if (this.peek() !== '}') this.fail('"}"');
				this.at += 1;
			} else return node;
		}
	}

	private argument(): string {
		if (this.peek() !== '(') this.fail('"("');
		const start = this.at + 1;
		let depth = 0;
		for (; this.at < this.text.length; this.at++) {
			if (this.text[this.at] === '(') depth += 1;
			if (this.text[this.at] === ')') depth -= 1;
			if (depth === 0) {
				this.at += 1;
				return this.text.slice(start, this.at - 1);
			}
		}
		return this.fail('")"');
	}

	private word(what: string): string {
		const start = this.at;
		while (this.at < this.text.length && NAME.test(this.text[this.at])) this.at += 1;
		if (this.at === start) this.fail(what);
		return this.text.slice(start, this.at);
	}

	private space(): void {
		while (this.peek() === ' ' || this.peek() === '\n') this.at += 1;
	}

	private peek(): string | undefined {
		return this.text[this.at];
	}

	private fail(expected: string): never {
		const found = this.text.slice(this.at, this.at + 10) || 'end of string';
		throw syntaxError(`Expected ${expected} instead of "${found}"`, this.at, this.text);
	}
}

function syntaxError(what: string, at: number, text: string): GraphFault {
	return new GraphFault({
		code: 2500,
		status: 400,
		message: `Syntax error "${what}." at character ${at}: ${text}`,
	});
}

/** The text of a list of fields: what `parseFields` reads. */
export function writeFields(fields: readonly FieldNode[]): string {
	return fields
		.map(({ name, args, alias, fields: inner }) => {
			const modifiers = Object.entries(alias === undefined ? args : { ...args, as: alias });
			const called = modifiers.map(([modifier, argument]) => `.${modifier}(${argument})`).join('');
			return `${name}${called}${inner ? `{${writeFields(inner)}}` : ''}`;
		})
		.join(',');
}

/** Keeps the asked-for members of a plain object or of every object of a list. */
export function pick(value: unknown, fields: readonly FieldNode[]): unknown {
	if (Array.isArray(value)) return value.map((item) => pick(item, fields));
	if (!isJsonObject(value)) return value;
	const picked: Record<string, unknown> = {};
	for (const field of fields) {
		if (value[field.name] === undefined) continue;
		const inner = value[field.name];
		picked[field.alias ?? field.name] = field.fields ? pick(inner, field.fields) : inner;
	}
	return picked;
}
