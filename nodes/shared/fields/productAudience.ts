import { omit } from 'lodash';

import type { GraphParameters, GraphValue } from '../graph/types';
import {
	group,
	integer,
	json,
	jsonObject,
	mapped,
	objectId,
	refined,
	text,
} from '../operation/fields';
import type { Issue } from '../operation/types';
import { productSetKind } from './objectKinds';

/** Seconds of one day, in which retention is thought of. */
const DAY_SECONDS = 86_400;

/**
 * Product audiences that belong to a targeting: who saw or bought products of a set (Advantage+
 * Catalog Ads, Create an Ad Set).
 */
export function productAudienceSpecs<Name extends string>(
	name: Name,
	options: { label?: string; description: string },
) {
	return group(
		name,
		[
			objectId('product_set_id', productSetKind, {
				required: true,
				description: 'Products that people did something with',
			}),
			productEvents('inclusions', {
				required: true,
				description: 'Events that bring people into the audience; any of them is enough',
			}),
			productEvents('exclusions', {
				description: 'Events that take people out of it again, such as a purchase',
			}),
		],
		{ ...options, entryLabel: 'Product Audience' },
	);
}

/**
 * Events of people with products, each with how long it counts: `{retention_seconds, rule}`. The form
 * asks for the event's name, which is the rule `{"event": {"eq": name}}`, or for a whole rule.
 */
export function productEvents<Name extends string>(
	name: Name,
	options: { required?: boolean; description: string },
) {
	const events = group(
		name,
		[
			text('event', {
				description: 'Name of the standard event; give this or a rule',
				placeholder: 'e.g. ViewContent',
			}),
			integer('retention_seconds', {
				label: 'Retention (Seconds)',
				required: true,
				min: 1,
				default: 30 * DAY_SECONDS,
				description: 'How long ago it may be, in seconds: 86400 is a day',
			}),
			json('rule', {
				label: 'Rule (JSON)',
				shape: jsonObject,
				description: 'Rule of a website custom audience with exactly one event, by eq',
			}),
		],
		{ ...options, entryLabel: 'Event' },
	);
	return mapped(refined(events, eachNamesOneEvent), (entries) => entries.map(encode));
}

function eachNamesOneEvent(entries: GraphParameters[]): Issue[] {
	return entries.flatMap(({ event, rule }, index) =>
		(event === undefined) === (rule === undefined)
			? [{ path: [index], message: 'must have either an event or a rule' }]
			: [],
	);
}

function encode(entry: GraphParameters): GraphValue {
	const { event, rule = { event: { eq: event } } } = entry;
	return { ...omit(entry, 'event'), rule } as GraphValue;
}
