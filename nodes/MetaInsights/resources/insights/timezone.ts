import { IANAZone } from 'luxon';

import { GraphError, type GraphClient } from '../../../shared/graph/types';

const known = new WeakMap<GraphClient, Map<string, Promise<string | undefined>>>();

/**
 * The time zone of the ad account that an object belongs to (IANA name), in whose days reports are
 * given; asked for once per run and object. `undefined` where Meta does not say.
 */
export async function accountTimezone(
	client: GraphClient,
	object: string,
): Promise<string | undefined> {
	const zones = known.get(client) ?? new Map<string, Promise<string | undefined>>();
	known.set(client, zones);
	const asked = zones.get(object) ?? ask(client, object);
	zones.set(object, asked);
	return await asked;
}

async function ask(client: GraphClient, object: string): Promise<string | undefined> {
	if (object.startsWith('act_')) {
		const zone = await read(client, object, 'timezone_name');
		return zone !== undefined && IANAZone.isValidZone(zone) ? zone : undefined;
	}
	const account = await read(client, object, 'account_id');
	return account === undefined ? undefined : await accountTimezone(client, `act_${account}`);
}

/** One field of an object; nothing where the object has none such. */
async function read(
	client: GraphClient,
	object: string,
	field: string,
): Promise<string | undefined> {
	const [outcome] = await client.requestMany(
		[
			{
				method: 'GET',
				path: `/${object}`,
				parameters: { fields: field },
				useCase: 'ads_management',
				...(object.startsWith('act_') ? { quotaOf: object.slice('act_'.length) } : {}),
			},
		],
		1,
	);
	if ('error' in outcome) {
		if (outcome.error.details.class === 'invalidParameter') return undefined;
		throw new GraphError(outcome.error.details);
	}
	const value = outcome.reply.body[field];
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
