import type {
	ExecutionError,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IPinData,
	IRun,
	IRunData,
	ITaskData,
	IVersionedNodeType,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
} from 'n8n-workflow';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import { builtInNodeTypes } from './builtIn';
import { loadCore } from './core';
import type { Core } from './core';
import { TestCredentialsHelper } from './credentialsHelper';
import type { WorkflowJson } from './workflow';

export { workflowWith } from './workflow';
export type { NodeSketch, WorkflowJson } from './workflow';

export interface EngineOptions {
	/** Instances by full type name, such as `n8n-nodes-meta-ads.metaCampaign`. */
	nodeTypes: Record<string, INodeType | IVersionedNodeType>;
	/** Data by credential type: all nodes of a run share the one credential of a type. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	credentialTypes?: Record<string, ICredentialType>;
	/** What the trigger gives; one empty item when absent. */
	triggerItems?: Array<INodeExecutionData | IDataObject>;
	/** Stops the execution, as the Stop button does. */
	cancelAfter?: Promise<unknown> | AbortSignal;
	/** IANA name; the workflow's own setting when absent. */
	timezone?: string;
}

export interface EngineRun {
	status: 'success' | 'error' | 'canceled';
	/** The error that ended the run. */
	error?: ExecutionError;
	/** Per node the items of each output, of its last run. */
	outputs: Record<string, INodeExecutionData[][]>;
	/** Per node the execution hints of all its runs. */
	hints: Record<string, NodeExecutionHint[]>;
	/** Per node the error of its last run, also when the workflow went on. */
	errors: Record<string, ExecutionError>;
	/** Everything n8n keeps of the run, by node and run. */
	runData: IRunData;
	/** Credential data by type after the run: shows refreshed tokens. */
	credentials: Record<string, ICredentialDataDecryptedObject>;
}

const EXECUTION_ID = '1';
const BASE_URL = 'http://localhost:5678/';

/**
 * Runs a workflow with n8n's own engine, from its trigger to its end. Never rejects for a failure of
 * a node: that is `status: 'error'`.
 */
export async function runWorkflow(
	workflowJson: WorkflowJson,
	options: EngineOptions,
): Promise<EngineRun> {
	const core = await loadCore();
	const { workflow, trigger, saved } = workflowFrom(workflowJson, options);
	const credentials = structuredClone(options.credentials ?? {});
	const helper = new TestCredentialsHelper(core, options.credentialTypes ?? {}, credentials);
	const additionalData = createAdditionalData(core, saved, helper);
	const pinData: IPinData = {
		...saved.pinData,
		...(options.triggerItems && { [trigger.name]: options.triggerItems.map(toItem) }),
	};
	const execution = new core.WorkflowExecute(additionalData, 'manual').run({
		workflow,
		startNode: trigger,
		pinData,
	});

	const state = { running: true, cancelled: false };
	const cancel = () => {
		if (!state.running) return;
		state.cancelled = true;
		execution.cancel();
	};
	const stopListening = onCancel(options.cancelAfter, cancel);
	const run = await execution.finally(() => {
		state.running = false;
		stopListening();
	});
	// A node that was stopped often fails on its way out; in n8n's list of executions it is stopped.
	return { ...readRun(run), ...(state.cancelled && { status: 'canceled' }), credentials };
}

/** Builds the engine's workflow; an unknown node type is an error in the test, not of the run. */
export function workflowFrom(workflowJson: WorkflowJson, options: EngineOptions) {
	const saved: IWorkflowBase = {
		id: 'test-workflow',
		name: 'Test workflow',
		active: false,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		activeVersionId: null,
		// The engine fills in defaults, and a test may run one workflow several times.
		...structuredClone(workflowJson),
		settings: {
			executionOrder: 'v1',
			...workflowJson.settings,
			...(options.timezone && { timezone: options.timezone }),
		},
	};
	const workflow = new Workflow({ ...saved, nodeTypes: nodeTypesOf(options.nodeTypes) });
	return { workflow, saved, trigger: triggerOf(workflow) };
}

/** The parts of n8n's server that the engine talks to, with nothing behind them. */
export function createAdditionalData(
	core: Core,
	saved: IWorkflowBase,
	credentialsHelper: TestCredentialsHelper,
): IWorkflowExecuteAdditionalData {
	const refuse = (what: string) => () => {
		throw new Error(`${what} is not part of this test engine`);
	};
	return {
		credentialsHelper,
		hooks: new core.ExecutionLifecycleHooks('manual', EXECUTION_ID, saved),
		externalSecretsProxy: new core.ExternalSecretsProxy(),
		executionId: EXECUTION_ID,
		workflowId: saved.id,
		workflowSettings: saved.settings,
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${BASE_URL}rest`,
		instanceBaseUrl: BASE_URL,
		formBaseUrl: `${BASE_URL}form`,
		formWaitingBaseUrl: `${BASE_URL}form-waiting`,
		formTestBaseUrl: `${BASE_URL}form-test`,
		webhookBaseUrl: `${BASE_URL}webhook`,
		webhookWaitingBaseUrl: `${BASE_URL}webhook-waiting`,
		webhookTestBaseUrl: `${BASE_URL}webhook-test`,
		mcpBaseUrl: `${BASE_URL}mcp`,
		mcpTestBaseUrl: `${BASE_URL}mcp-test`,
		setExecutionStatus: () => undefined,
		logAiEvent: () => undefined,
		executeWorkflow: refuse('Executing another workflow'),
		getRunExecutionData: refuse('Reading another execution'),
		getRuntimeCredential: refuse('A runtime credential'),
		startRunnerTask: refuse('A task runner'),
	};
}

function nodeTypesOf(given: EngineOptions['nodeTypes']): INodeTypes {
	const known: EngineOptions['nodeTypes'] = { ...builtInNodeTypes, ...given };
	const get = (name: string) => {
		const nodeType = known[name];
		if (!nodeType) throw new Error(`The run was given no node type "${name}"`);
		return nodeType;
	};
	return {
		getByName: get,
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(get(name), version),
		getKnownTypes: () => ({}),
	};
}

function triggerOf(workflow: Workflow): INode {
	const trigger = workflow.getStartNode();
	if (!trigger) throw new Error('The workflow has no node to start from');
	return trigger;
}

function toItem(item: INodeExecutionData | IDataObject): INodeExecutionData {
	const { json } = item;
	const isItem = typeof json === 'object' && json !== null && !Array.isArray(json);
	return isItem ? (item as INodeExecutionData) : { json: item as IDataObject };
}

function onCancel(cancelAfter: EngineOptions['cancelAfter'], cancel: () => void): () => void {
	if (cancelAfter instanceof AbortSignal) {
		if (cancelAfter.aborted) cancel();
		cancelAfter.addEventListener('abort', cancel, { once: true });
		return () => cancelAfter.removeEventListener('abort', cancel);
	}
	void cancelAfter?.then(cancel, cancel);
	return () => undefined;
}

/** What a test looks at, from n8n's record of a finished run. */
export function readRun(run: Pick<IRun, 'data' | 'status'>): Omit<EngineRun, 'credentials'> {
	const { error, runData } = run.data.resultData;
	const last = (runs: ITaskData[]) => runs[runs.length - 1];
	const perNode = <Value>(read: (runs: ITaskData[]) => Value | undefined) =>
		Object.fromEntries(
			Object.entries(runData).flatMap(([name, runs]) => {
				const value = read(runs);
				return value === undefined ? [] : [[name, value] as const];
			}),
		);
	return {
		status: run.status === 'canceled' ? 'canceled' : error ? 'error' : 'success',
		...(error && { error }),
		outputs: perNode((runs) => last(runs)?.data?.main?.map((items) => items ?? [])),
		hints: perNode((runs) => runs.flatMap((task) => task.hints ?? [])),
		errors: perNode((runs) => last(runs)?.error),
		runData,
	};
}
