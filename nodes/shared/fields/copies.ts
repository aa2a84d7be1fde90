import type { GraphValue } from '../graph/types';
import { object, options, text } from '../operation/fields';

/** How to name copies (Ad Set, copies). */
export function renameOptions() {
	return object(
		'rename_options',
		[
			options('rename_strategy', ['ONLY_TOP_LEVEL_RENAME', 'DEEP_RENAME', 'NO_RENAME'], {
				description:
					'Whether only the copied object, all that is in it too, or nothing gets a new name',
			}),
			text('rename_prefix', {
				description: 'Text to put before the names that are copied, such as "Copy of "',
			}),
			text('rename_suffix', {
				description:
					'Text to put after the names that are copied; Meta adds "- Copy" when left out',
			}),
		],
		{ description: 'How to name the copies, so that they can be told from the originals' },
	);
}

/** Status of copies; they do not spend unless asked to. */
export function statusOption() {
	return options(
		'status_option',
		['PAUSED', 'ACTIVE', { value: 'INHERITED_FROM_SOURCE', name: 'Inherited From Source' }],
		{
			label: 'Status of the Copies',
			description:
				'Status of the copied objects. Paused when left out, so that a copy spends nothing by itself.',
		},
	);
}

/** The status that a copy has, unless it takes that of its source, which nobody knows beforehand. */
export function statusOfCopy(option: GraphValue = 'PAUSED'): GraphValue | undefined {
	return option === 'INHERITED_FROM_SOURCE' ? undefined : option;
}

/** Whether a name may be that of a copy with these `rename_options`. */
export function isRenamedBy(renaming: GraphValue = {}): (name: unknown) => boolean {
	const { rename_prefix: prefix = '', rename_suffix: suffix = '' } = renaming as Record<
		string,
		string
	>;
	return (name) => String(name).startsWith(prefix) && String(name).endsWith(suffix);
}
