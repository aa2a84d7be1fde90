import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';

import { adAccountKind, catalogKind, instagramAccountKind } from '../fields/objectKinds';
import { parseObjectId, type ObjectKind } from '../operation/fields';

/** What lists depend on, by the name of the field that says it. */
const parents: Record<string, { kind: ObjectKind; called: string }> = {
	ad_account: { kind: adAccountKind, called: 'an ad account' },
	instagram_account: { kind: instagramAccountKind, called: 'an Instagram account' },
	product_catalog_id: { kind: catalogKind, called: 'a catalog' },
};

/**
 * Fills `/act_{ad_account}/...` with what is chosen in the form: in the field beside the picker, or
 * at the top of the form.
 *
 * @throws NodeOperationError that says what to choose first
 */
export function fillFromForm(context: ILoadOptionsFunctions, path: string): string {
	return path.replace(/\{(\w+)\}/g, (_whole, name: string) => chosenId(context, name));
}

/** The ID that a field of the form names: digits only. */
export function chosenId(context: ILoadOptionsFunctions, name: string): string {
	const { kind, called } = parents[name];
	const given =
		context.getCurrentNodeParameter(`&${name}`) ?? context.getCurrentNodeParameter(name);
	const chosen = parseObjectId(given, kind);
	if ('id' in chosen) return chosen.id;
	throw new NodeOperationError(context.getNode(), `Choose ${called} first`, {
		description: `The list shows what is in that ${kind.noun}.`,
	});
}
