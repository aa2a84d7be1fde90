import { group, objectId, text } from '../operation/fields';
import { plainKind } from './objectKinds';

/** Labels to find ads again by; each named by ID or by name. */
export function adLabels() {
	return group(
		'adlabels',
		[
			objectId('id', plainKind, {
				label: 'Label ID',
				description: 'ID of a label that exists already; give this or a name',
			}),
			text('name', {
				label: 'Label Name',
				description: 'Name of a label; give this or an ID',
			}),
		],
		{
			entryLabel: 'Ad Label',
			description: 'Labels to find this object by in lists and reports',
		},
	);
}
