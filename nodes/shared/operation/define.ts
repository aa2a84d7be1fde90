import type { Operation, Resource } from './types';

/** States an operation; the types say what is missing. */
export function defineOperation(operation: Operation): Operation {
	return operation;
}

/** States a resource: its operations by internal name. */
export function defineResource(resource: Resource): Resource {
	return resource;
}
