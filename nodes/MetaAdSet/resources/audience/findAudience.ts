import { pick } from 'lodash';

import type { FindWritten } from '../../../shared/graph/types';
import { findByContents } from '../../../shared/operation/findWritten';
import type { Values } from '../../../shared/operation/types';

/** Looks for the audience that a lost request may have made, by what reads as it was written. */
export function findAudience(values: Values): FindWritten {
	return findByContents({
		path: `/act_${String(values.ad_account)}/customaudiences`,
		parameters: {
			filtering: [{ field: 'name', operator: 'CONTAIN', value: String(values.name) }],
		},
		createdField: 'time_created',
		key: pick(values, ['name', 'subtype']),
		contents: pick(values, ['description', 'customer_file_source', 'retention_days']),
		toReply: (id) => ({ id }),
	});
}
