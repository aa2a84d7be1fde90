import { operationError } from '../../shared/operation/failure';
import type { RunContext } from '../../shared/operation/types';
import type { BinaryFile } from '../../shared/upload/types';
import { PURPOSE_NAMES, purposesOf } from '../fields/specifications';
import { readVideoFacts } from '../specifications/facts';
import { checkVideo } from '../specifications/rules';

/**
 * What of a file does not fit the specifications that the user wants it checked for, one sentence each.
 *
 * @throws NodeOperationError when Meta cannot use the file and the user wants to stop then
 */
export async function warningsOf(
	{ execution, values, itemIndex }: RunContext,
	file: BinaryFile,
	signal?: AbortSignal,
): Promise<string[]> {
	const purposes = purposesOf(values);
	if (purposes.length === 0) return [];
	const facts = await readVideoFacts(file, signal);
	const { fileName, mimeType, size } = file;
	const findings = purposes.flatMap((purpose) =>
		checkVideo(facts, { fileName, mimeType, size }, purpose).map(({ isRequirement, message }) => ({
			isRequirement,
			message: `${PURPOSE_NAMES[purpose]}: ${message}`,
		})),
	);
	const broken = findings.filter(({ isRequirement }) => isRequirement);
	if (values.specifications === 'stop' && broken.length > 0) {
		throw operationError(
			execution.getNode(),
			`"${fileName}" does not fit Meta's specifications`,
			`Nothing was sent to Meta for this item. ${sentences(broken)} Change the video, or set Check Specifications to Warn.`,
			itemIndex,
		);
	}
	return findings.map(({ message }) => message);
}

function sentences(findings: Array<{ message: string }>): string {
	return findings.map(({ message }) => message.replace(/\.?$/, '.')).join(' ');
}
