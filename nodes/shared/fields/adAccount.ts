import { objectId } from '../operation/fields';
import { adAccountKind } from './objectKinds';

/** The ad account that a request's path begins with: `/act_{ad_account}/...`. */
export function adAccount() {
	return objectId('ad_account', adAccountKind, {
		required: true,
		to: false,
		description:
			'Ad account to work in. You find its ID in the address of Ads Manager, after act=.',
	});
}

/**
 * The ad account of an object that is named by its own ID: the object's picker lists what is in it,
 * and Meta counts the call for it. The request itself does not need it.
 */
export function adAccountOfObject() {
	return objectId('ad_account', adAccountKind, {
		to: false,
		description: 'The ad account to choose from. Not needed when the object is given by its ID.',
	});
}
