import { group, objectId, text } from '../operation/fields';
import { plainKind } from './objectKinds';

/** Labels to find ads again by; each named by ID or by name. */
export function adLabels() {
	return group(
		'adlabels',
		[
			objectId('id', plainKind, { label: 'Label ID', description: 'ID of an existing label' }),
			text('name', { label: 'Label Name', description: 'Name of the label' }),
		],
		{ entryLabel: 'Ad Label', description: 'Labels to organize and find this object by' },
	);
}
