import type { INodeListSearchResult } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { loadCore } from './core';
import { TestCredentialsHelper } from './credentialsHelper';
import type { EngineOptions } from './engine';
import { createAdditionalData, workflowFrom } from './engine';
import type { NodeSketch } from './workflow';
import { workflowWith } from './workflow';

export interface ListSearchRequest {
	/** Name of the method that a resource locator or mapper names. */
	method: string;
	/** What the user typed into the picker. */
	filter?: string;
	/** Where the picker is in the node: `parameters.promoted_object.pixel_id`. */
	path?: string;
	/** What the page before gave. */
	paginationToken?: string;
}

type SearchOptions = Pick<EngineOptions, 'nodeTypes' | 'credentials' | 'credentialTypes'>;

/**
 * Calls a list search as n8n's editor does when a picker is opened or scrolled: with the node's
 * current parameters, outside of any execution. Rejects with the error the editor would show.
 */
export async function runListSearch(
	sketch: NodeSketch,
	search: ListSearchRequest,
	options: SearchOptions,
): Promise<INodeListSearchResult> {
	const core = await loadCore();
	const { workflow, saved } = workflowFrom(workflowWith({ ...sketch, name: 'Node' }), options);
	const node = workflow.getNode('Node');
	if (!node) throw new Error('The workflow lost its node');
	const credentials = structuredClone(options.credentials ?? {});
	const helper = new TestCredentialsHelper(core, options.credentialTypes ?? {}, credentials);
	const additionalData = createAdditionalData(core, saved, helper);
	additionalData.currentNodeParameters = node.parameters;
	const given = options.nodeTypes[sketch.type];
	const { methods } = NodeHelpers.getVersionedNodeType(given, node.typeVersion);
	const method = methods?.listSearch?.[search.method];
	if (!method) throw new Error(`${sketch.type} has no list search "${search.method}"`);
	const context = new core.LoadOptionsContext(workflow, node, additionalData, search.path ?? '');
	return await method.call(context, search.filter, search.paginationToken);
}
