import type { Field, Operation, Resource, ValuesOf } from './types';
import type { StandardField } from './standardFields';

/**
 * States an operation. Names in rules, requests, maps and runs are checked against its fields when it is
 * compiled.
 */
export function defineOperation<const Own extends Field, const Additional extends Field = never>(
	operation: Operation<ValuesOf<Own | Additional | StandardField>> & {
		fields: readonly Own[];
		additionalFields?: readonly Additional[];
	},
): Operation {
	// Whoever runs an operation knows its fields by name only.
	return operation as unknown as Operation;
}

/** States a resource: its operations by internal name. */
export function defineResource(resource: Resource): Resource {
	return resource;
}
