import { insights } from './insights';
import { mmmReport } from './mmmReport';
import { report } from './report';

/** What the node works on, in the order of its description. */
export const resources = { insights, report, mmmReport };
