import { adPlacePageSet } from './adPlacePageSet';
import { adSet } from './adSet';
import { audience } from './audience';
import { targeting } from './targeting';

/** What the node works on, in the order of its description. */
export const resources = { adSet, targeting, audience, adPlacePageSet };
