import type { RunContext } from '../../shared/operation/types';
import type { UploadContext } from '../upload/types';

/** What the upload engine needs, for one item. */
export function beginUpload({ client, execution }: RunContext): UploadContext {
	// Older versions of n8n have no such signal.
	const signal = execution.getExecutionCancelSignal?.();
	return {
		client,
		...(signal ? { signal } : {}),
		trace: { offset: 0, size: 0, resumes: 0, steps: [] },
	};
}
