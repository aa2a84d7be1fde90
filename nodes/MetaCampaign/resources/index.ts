import { adStudy } from './adStudy';
import { campaign } from './campaign';

/** What the node works on, in the order of its description. */
export const resources = { campaign, adStudy };
