import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties } from 'n8n-workflow';

import {
	ADDITIONAL_PARAMETERS,
	additionalFieldsOf,
	topLevelFieldsOf,
} from '../../nodes/shared/operation/standardFields';
import type { Field, Operation, Resource } from '../../nodes/shared/operation/types';
import { readDocumentation } from './documented';
import { packageNodes, type PackageNode } from './nodes';

export const DOCS_FILE = path.join(__dirname, '..', '..', 'docs', 'operations.md');

/** Longer lists of allowed values are counted instead of listed. */
const MAX_LISTED_VALUES = 25;

const TYPES: Partial<Record<INodeProperties['type'], string>> = {
	boolean: 'true or false',
	collection: 'object',
	dateTime: 'date and time',
	fixedCollection: 'object',
	json: 'JSON',
	multiOptions: 'several of',
	number: 'number',
	options: 'one of',
	resourceLocator: 'ID',
	string: 'text',
};

/** What the chapters say nothing of. */
const BEYOND = 'none of the Marketing API; Graph API Reference';

/** The chapters of Meta's documentation that an operation or variant comes from. */
type SectionsOf = (documentedId: string) => string[];

/** All operations of the package as Markdown: the contents of `docs/operations.md`. */
export function renderDocs(nodes: PackageNode[] = packageNodes): string {
	const sectionsOf = sectionsById();
	return [
		'# Operations',
		'',
		'Made from the nodes by `npm run docs`; changes here are lost. Documentation names the chapters of',
		"Meta's documentation of the Marketing API that an operation is built from.",
		'',
		'Parameters have the same names in the form, in expressions and in the request. Every operation',
		'that creates or changes something also takes **Additional Parameters (JSON)**, every node has the',
		'same **Options**. Amounts are in minor units, or in the currency of the ad account where `amounts_in`',
		'says so.',
		'',
		...nodes.flatMap((entry) => renderNode(entry, sectionsOf)),
	].join('\n');
}

function sectionsById(): SectionsOf {
	const byId = new Map(
		Object.values(readDocumentation())
			.flat()
			.flatMap(({ variants, ...operation }) => [operation, ...variants])
			.map(({ id, sections }) => [id, sections]),
	);
	return (id) => byId.get(id) ?? [];
}

function renderNode({ node, resources }: PackageNode, sectionsOf: SectionsOf): string[] {
	const { displayName, description } = node.description;
	return [
		`## ${displayName}`,
		'',
		`${description}.`,
		'',
		'| Resource | Operation | Request | Documentation |',
		'| :--- | :--- | :--- | :--- |',
		...Object.values(resources).flatMap((resource) =>
			Object.values(resource.operations).map((operation) =>
				row([
					resource.name,
					`[${operation.name}](#${anchor(heading(displayName, resource, operation))})`,
					requestOf(operation),
					documentationOf(operation, sectionsOf)[0] ?? '',
				]),
			),
		),
		'',
		...Object.values(resources).flatMap((resource) =>
			Object.values(resource.operations).flatMap((operation) =>
				renderOperation(heading(displayName, resource, operation), operation, sectionsOf),
			),
		),
	];
}

function heading(nodeName: string, resource: Resource, operation: Operation): string {
	return `${nodeName}: ${resource.name}: ${operation.name}`;
}

/** As GitHub makes it from a heading. */
function anchor(title: string): string {
	return title
		.toLowerCase()
		.replace(/[^\w\s-]/g, '')
		.replace(/\s/g, '-');
}

function renderOperation(title: string, operation: Operation, sectionsOf: SectionsOf): string[] {
	const required = topLevelFieldsOf(operation);
	const optional = additionalFieldsOf(operation).filter(
		({ name }) => name !== ADDITIONAL_PARAMETERS,
	);
	return [
		`### ${title}`,
		'',
		`${operation.description}.`,
		'',
		`Request: ${requestOf(operation)}<br>`,
		`Documentation: ${documentationOf(operation, sectionsOf).join('; ')}`,
		'',
		'| Parameter | Label | Type | Required | Meaning |',
		'| :--- | :--- | :--- | :--- | :--- |',
		...[...required, ...optional].map((field) => parameterRow(field)),
		'',
	];
}

function requestOf({ request }: Operation): string {
	if (typeof request === 'function') return 'computed';
	return request ? `\`${request.method} ${request.path}\`` : 'several';
}

function documentationOf({ documents }: Operation, sectionsOf: SectionsOf): string[] {
	return documents.length === 0 ? [BEYOND] : [...new Set(documents.flatMap(sectionsOf))];
}

function parameterRow(field: Field): string {
	const { property, to } = field;
	const sent = to !== false;
	return row([
		`\`${property.name}\``,
		property.displayName,
		typeOf(field),
		property.required ? 'required' : sent ? 'optional' : 'optional, not sent',
		property.description ?? '',
	]);
}

function typeOf({ property, choices }: Field): string {
	const name = TYPES[property.type] ?? property.type;
	const options = property.options ?? [];
	if (property.type === 'options' || property.type === 'multiOptions') {
		const values = (choices ?? []).map(({ value }) => value).filter((value) => value !== '');
		if (values.length > MAX_LISTED_VALUES) return `${name} ${values.length} values`;
		return `${name} ${values.map((value) => `\`${String(value)}\``).join(', ')}`;
	}
	const members = options
		.flatMap((option) => {
			if ('values' in option) return option.values;
			return 'type' in option ? [option] : [];
		})
		.map((member) => member.name)
		.filter((member) => !member.startsWith('_'));
	if (members.length === 0) return name;
	const several = property.typeOptions?.multipleValues ? 'objects' : 'object';
	// An amount is there once per unit.
	return `${several} with ${[...new Set(members)].map((member) => `\`${member}\``).join(', ')}`;
}

function row(cells: string[]): string {
	return `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}

if (require.main === module) writeFileSync(DOCS_FILE, renderDocs());
