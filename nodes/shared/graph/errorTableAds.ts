/**
 * What to do about the codes that are about one ad object and its settings. Meta lists most of
 * these large numbers as codes and sends them as subcodes of 100 or 200, so they are looked up as
 * both (Handling Errors, Error Codes; Troubleshooting, Error Codes). Some are known from Meta's SDKs and
 * from public reports only.
 */

export const SETTINGS_ADVICE: Record<string, string> = {
	105: 'Send fewer parameters at once: this operation has a limit.',
	194: 'Fill in the required field that the message names.',
	300: "This change is not possible in the object's present state: get the object, check its status, then change one field at a time.",
	351: 'Convert the video to another format, for example MP4 with H.264, and upload it again.',
	352: 'This video format is not supported: convert the video to MP4 or MOV and upload it again.',
	382: 'The video file is too small: check that the whole file arrives at this node, and use a larger one.',
	389: 'Meta could not load the video from its URL: check that the URL is public and leads straight to the file.',
	506: 'The same post was just published: change its text before you publish again.',
	1500: 'Correct the URL: it must be complete and start with https://.',
	2500: 'Check the fields and the ID of the request for a typing slip; if both are right, check that the credential holds an access token.',
	2606: 'Meta has no preview for this combination: choose an ad format that the creative supports.',
	2607: 'Choose a currency that Meta accepts for ads.',
	2615: 'Check which fields of an ad account may be changed, and send only those.',
	2620: 'Check the user and the tasks you want to give on the ad account.',
	2635: "The API version is no longer served: set a newer one in the credential or in the node's options.",
	2641: 'Remove the locations that are restricted from the targeting.',
	2642: 'The cursor is no longer valid: start again with the first page.',
	2654: "Check the audience's name, subtype and rule, and whether its terms were accepted in this ad account.",
	2695: 'The campaign has reached its limit of ad sets for iOS 14 and later: use another campaign or delete an ad set.',
	3001: 'Check the query of the request: a field, filter or value in it is not valid.',
	3018: 'Choose a start date within the last 37 months.',
	3936: 'This ad account was already claimed: wait until its owner accepts the request.',
	3944: 'The business already has access to this object: nothing needs to be done.',
	3979: 'The business has reached its number of ad accounts: use an existing one, or ask Meta for more.',
	3994: 'A personal account without activity cannot be moved: create an ad account inside the business instead.',
	6000: 'Check that the video plays, then upload another file.',
	6200: 'This ad account already has a pixel: use that one.',
	6202: 'This ad account has several pixels: choose one by its ID.',
	23007: "Choose another card or payment method in Meta's billing settings.",
	1340029: 'Ads of dynamic creative cannot be deleted one by one: delete their ad set.',
	1373054: 'Choose one of the listed call-to-action types in the creative.',
	1487007: 'The ad set has ended: move its end time into the future, then change the ad.',
	1487033: 'Choose an end time in the future.',
	1487056:
		'The ad set is deleted, and only its name can still be changed: copy it and work on the copy.',
	1487283: 'View tags are not allowed here: leave them out of the creative.',
	1487472: 'This post cannot be promoted: choose another Page post.',
	1487566:
		'The campaign is deleted, and only its name can still be changed: copy it and work on the copy.',
	1487678: "Make the app's store and the operating system in the ad set's targeting agree.",
	1487694:
		'A targeting category is no longer offered: look for a current one with a targeting search.',
	1487756:
		'Some of the locations overlap: remove the smaller ones, or those that a larger one holds.',
	1487862:
		'The object is archived already, and only its name can still be changed: copy it and work on the copy.',
	1487901: "Raise the budget to at least the minimum of the account's currency.",
	1487929: 'Give exactly one promoted object.',
	1487990: 'The ad account holds too many archived ads: delete some before you archive more.',
	1609005: 'Meta could not read the linked page: check that its URL is right and public.',
	1752129: 'Give the user one of the task combinations that Meta allows for ad accounts.',
	1772119: 'Instagram cannot show this: choose other Publisher Platforms or another creative.',
	1815290:
		"The targeting does not go with the campaign's objective: choose another targeting, or a campaign with another Objective.",
	1815298: 'Replace the Excluded Publisher Categories that are not valid.',
	1815629: 'Two assets have the same value: make each one different.',
	1815857:
		'This bid strategy needs a limit: fill in Bid Amount, or Bid Constraints for a minimum return.',
	1815946: 'With several locations leave out the radius, or make one ad per location.',
	1870047: 'The audience would get too small: leave more people in it.',
	1870065: 'Remove the disabled audiences from the targeting.',
	1870088: 'Remove connections from the targeting: they are no longer supported.',
	1870165: 'Raise the minimum age, or target by location, age and gender only.',
	1870188:
		'With Advantage+ Audience on, Maximum Age cannot be below 65: leave it out and suggest ages with Age Range, or switch Advantage+ Audience off.',
	1870189:
		'With Advantage+ Audience on, Minimum Age cannot be above 25: lower it and suggest ages with Age Range, or switch Advantage+ Audience off.',
	1870199:
		'Leave out location_types: locations now always reach people living there or recently there.',
	1870219: 'Account controls store employer exclusions only: leave out everything else.',
	1870220: 'Reduce the number of employer exclusions.',
	1870227: 'Decide whether Meta may go beyond the targeting: set Advantage+ Audience to On or Off.',
	1885029: 'Use the same Page in the ad and in the object it promotes.',
	1885088:
		'The ad is archived, and only its name can still be changed: copy it and work on the copy.',
	1885183: 'Switch the app that made this post to live mode, or choose another post.',
	1885204: 'Remove bid and billing settings, or choose another optimization goal.',
	1885272: 'Raise the budget.',
	1885621: 'Set the budget either on the campaign or on its ad sets, not on both.',
	1885650:
		'Raise the budget: it must cover what is spent while the change takes effect, up to 15 minutes.',
	2238055:
		'Raise the campaign budget so that it covers all ad sets. For a creative: give only one of instagram_user_id and instagram_actor_id, and only one of instagram_story_id and source_instagram_media_id.',
	2446149:
		'Give only one of instagram_user_id and instagram_actor_id, and only one of instagram_story_id and source_instagram_media_id.',
	2446173: 'A target rule names a label that no asset has: correct the label or remove the rule.',
	2446307: "Raise the campaign's spend cap to at least the minimum.",
	2446347: 'Set use_existing_post to true in the default target rule of the asset feed.',
	2446383:
		'This objective needs a website: set a call to action and a website URL in the creative.',
	2446394: 'Replace the detailed targeting options that are gone or that cannot be excluded.',
	2446509: "Choose a destination type that fits the campaign's objective.",
	2446580: 'With interactive_components_spec give components or child_attachments, not both.',
	2446712: 'Store visits is gone as a goal: optimize for reach or store sales.',
	2446867:
		'This country has its full number of Advantage+ shopping campaigns: use a standard sales campaign.',
	2446880: 'Connect the WhatsApp number to the Page or Instagram profile again.',
	2490085: 'Use the crop key 100x100 in place of 191x100.',
	2490372: 'Choose a shop destination.',
	2490408:
		"The campaign's objective does not have this Optimization Goal: choose another goal, or another campaign.",
	3858064: 'Raise the minimum age, or target by age and by cities or larger areas only.',
	3858082: 'Set enroll_status for standard enhancements to OPT_IN or OPT_OUT.',
	3858152: 'Add the beneficiary and the payer to the ad set.',
	3867105: 'Choose other content for the partnership ad.',
	4834002:
		'A campaign with a budget of its own has no budgets to share: leave out Ad Set Budget Sharing, or the budget.',
	4834011:
		'A campaign without a budget has to say whether its ad sets share theirs: add Ad Set Budget Sharing.',
};

export const MISSING_OBJECT_ADVICE: Record<string, string> = {
	222: 'This credential cannot see the video: check its ID and its privacy.',
	900: 'Check the app ID: Meta knows no such app.',
	1487301:
		'The ad account does not own this custom audience and has no access to it: share it, or choose another.',
	1487831: "Check the product set's ID, and that this credential may read its catalog.",
	1885180: 'The promoted post cannot be used: choose another Page post in the creative.',
	1885557:
		'The promoted post is deleted, unpublished, of another Page, or hidden from this credential: choose another post.',
	2446289:
		'The chosen post is gone or hidden from this credential: choose another post in the creative.',
	2490155: "The ad's post is gone or hidden from this credential: choose another post.",
};

export const POLICY_ADVICE: Record<string, string> = {
	368: 'Meta has blocked this action for some time: stop the workflow, look at Account Quality in Meta Business Suite, and try again later.',
	500: 'Remove the banned content from the text.',
	3980: 'An ad account of the business is in bad standing or under review: settle that in Account Quality first.',
	1404078: 'Meta has blocked this action for some time: stop the workflow and try again later.',
	1404163:
		'Meta no longer lets this person or business advertise: request a review in Account Quality.',
	2490427: "Meta's review rejected the ad: correct it and create a new ad.",
	2490468: "Meta's review rejected the ad: correct it and create a new ad.",
	2859015: 'Meta has blocked this action for some time: stop the workflow and try again later.',
};
