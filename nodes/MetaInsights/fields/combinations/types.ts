import type { Issue } from '../../../shared/operation/types';
import type { Condition } from '../filtering';

/** A report as the rules on combinations see it. */
export interface Asked {
	fields: string[];
	breakdowns: string[];
	actionBreakdowns: string[];
	filtering: Condition[];
	/** `undefined`: the object's own. */
	level?: string;
	timeIncrement?: unknown;
	/** Whether some row is about a whole ad account. */
	isAccountLevel: boolean;
}

/** Tells what the documentation rules out, and what would do; or nothing. */
export type CombinationRule = (asked: Asked) => Issue | undefined;
