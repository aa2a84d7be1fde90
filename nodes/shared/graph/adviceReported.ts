/**
 * What to do about subcodes that Meta does not document. Number and cause are from public reports of people
 * who run ads (code, catalogues of errors and issues in public repositories, 2024 to 2026). Two numbers
 * are named there without their cause; their advice says only what their neighbors are about.
 */

const CHECK_SHARING =
	'Look at the budgets of the campaign and its ad sets: Ad Set Budget Sharing needs a Bid Strategy on the campaign, and ad sets whose budgets are alike.';
const CHECK_PROMOTED_OBJECT =
	'Fill in Promoted Object with what this Optimization Goal needs, such as a pixel with its event, a Page or an app.';
const NEEDS_WHATSAPP =
	'Connect a WhatsApp Business number to the Page, or choose another destination.';
const NEEDS_DYNAMIC_AD_SET =
	'This creative needs an ad set made with Dynamic Creative on: create a new one, since it cannot be switched on later.';
const WHO_BENEFITS =
	'Give a verified beneficiary and payer under Compliance > Regional Regulation Identities, for the countries that ask for them.';
const NEEDS_THUMBNAIL = 'Give the video of the creative a thumbnail image.';

/** Campaigns, budgets and bids. */
const CAMPAIGNS: Record<string, string> = {
	1359188: 'Add a payment method to the ad account: without one Meta makes no ads.',
	1487061: 'Give a budget: neither the ad set nor its campaign has one.',
	1487094: 'An ad set with a lifetime budget has to run for more than 24 hours: move End Time.',
	1487828: "The ad account's owner sets this spend cap: ask them to change it.",
	1885194: 'Copy fewer objects at once: without Deep Copy, or one level after the other.',
	1885316:
		'The ad account is not active: look at its status and at Account Quality before anything else.',
	1885737:
		'Bid Strategy belongs where the budget is: leave it out of a campaign without a budget, and set it on its ad sets.',
	2446375: 'Say whether ad sets share their budgets: add Ad Set Budget Sharing.',
	2446671: 'This account cannot bid for a minimum return yet: choose another Bid Strategy.',
	2446814: 'This event does not go with Sales: choose the objective Leads, or another event.',
	2490487:
		'This bid strategy needs a limit: choose Highest Volume or Value as Bid Strategy, or fill in Bid Amount or Bid Constraints.',
	3260011:
		'This part of a published ad set cannot be changed: copy the ad set and change the copy.',
	3858418: CHECK_SHARING,
	4834005: 'Choose a Bid Strategy on the campaign, or leave out Ad Set Budget Sharing.',
	4834006: CHECK_SHARING,
	4834009:
		"A campaign's budget and those of its ad sets do not go together, nor do shared budgets that are not alike: set the budget in one place.",
};

/** What an ad set aims at. */
const GOALS: Record<string, string> = {
	1487810:
		'A link to an app store needs the objective App Promotion with the app in Promoted Object: use that, or link to a website.',
	1487888: 'Choose a pixel in Promoted Object, or an Optimization Goal that needs none.',
	1815117: 'Choose Impressions as Billing Event: the other one does not go with this goal.',
	1815143: 'Choose a pixel and its event in Promoted Object, or optimize for link clicks.',
	1815430: CHECK_PROMOTED_OBJECT,
	1815433: CHECK_PROMOTED_OBJECT,
	1815437: 'Choose a Page of this business in Promoted Object.',
	1815520: 'Give the creative a link: this Optimization Goal counts what people do there.',
	1815676:
		'The form of the creative does not go with Destination Type: choose On the Ad, or leave it out.',
	1885014:
		'The parts of Promoted Object do not go together: a custom conversion stands alone, without pixel and event.',
	1885090:
		'What is promoted cannot be changed afterwards: create it anew with the right Promoted Object.',
	1885093:
		"Add the app's platform and store in its settings at Meta, then create the ad set again.",
	1885154: CHECK_PROMOTED_OBJECT,
	1885501:
		'Attribution Setting does not go with the goal: most goals other than conversions take one day after a click only.',
	2446885: NEEDS_WHATSAPP,
	2446886: NEEDS_WHATSAPP,
	3858327: "The campaign's objective no longer has this Optimization Goal: choose another.",
	3858449: 'This ad account may not use several conversion locations: choose one.',
};

/** Whom an ad set reaches, and what laws ask of it. */
const TARGETING: Record<string, string> = {
	1359207: 'A custom audience of the targeting is gone: take it out, or choose another.',
	1487079:
		'The message names the part that is not valid: look for interests that are gone with a targeting search, and give a radius to cities only.',
	1815891: 'Facebook Stories cannot stand alone: add Facebook Feed or Instagram Stories.',
	1870053:
		"The audience's rule is not valid: compare its events and filters with those of one that works.",
	1870196: 'Advantage+ Audience does not go with this ad set: set it to Off.',
	1870221: 'Put audiences to leave out into Excluded Custom Audiences.',
	1870231: 'Take at most 200 videos into one audience, and choose several audiences in the ad set.',
	1885364: 'Add at least one location, such as a country, or a custom audience.',
	2490392: 'Instagram Positions do not go together: choose Explore where Explore Home is chosen.',
	2490562: 'Leave Video Feeds out of Facebook Positions: Meta no longer has it.',
	2490589: 'Choose Explore Home in place of Explore in Instagram Positions.',
	3858079: 'Fill in DSA Payor: people in the EU are told who pays for ads.',
	3858081: 'Fill in DSA Beneficiary: people in the EU are told who benefits from ads.',
	3858495: 'Fill in who benefits and who pays, in the fields under Compliance.',
	3858548: WHO_BENEFITS,
	3858634: WHO_BENEFITS,
};

/** Ads and creatives. */
const CREATIVES: Record<string, string> = {
	1443052: 'Give each video card of the carousel an image.',
	1443120:
		'Correct the Page of the creative: Meta does not know it, or this credential may not use it.',
	1443226: NEEDS_THUMBNAIL,
	1487713:
		'The video could not be processed: upload its thumbnail as an image instead of naming a URL.',
	1772103: 'Choose an Instagram account in the creative, since the placements include Instagram.',
	1815001: 'Deleted objects are not listed here: leave Deleted out of the statuses.',
	1815573: 'A creative keeps its contents: create a new one and give it to the ad.',
	1885252: 'The video is still being processed: wait until it is ready, then create the ad.',
	1885817: 'Give each language its own texts: equal ones count as one, and too few are left.',
	1885998: NEEDS_DYNAMIC_AD_SET,
	1892063: 'Leave out the wording of questions that are not your own: Meta words those itself.',
	1892075: 'Give the lead form its privacy policy.',
	2446496: 'The image is not valid: check that the whole file arrives, as JPEG or PNG.',
	2446603: "Upload the image and use its hash: Meta does not take this image's URL.",
	2490497: NEEDS_DYNAMIC_AD_SET,
	3858040:
		'Switch off the feature of Advantage+ creative that needs a catalog, or choose a catalog.',
	3858258:
		'Meta could not load the image: its URL must be public, with https:// and without a port.',
	3858355:
		'The first image of the assets must be that of the story: or create a new ad with this creative.',
	3858504: 'Switch features of Advantage+ creative on or off one by one: the bundle is gone.',
	3858798: 'A creative with the same contents exists: use it, or change a text.',
};

/** By class, as `errorTable` has them. */
export const REPORTED_SETTINGS = { ...CAMPAIGNS, ...GOALS, ...TARGETING, ...CREATIVES };

export const REPORTED_PERMISSION: Record<string, string> = {
	1341012: 'Put the Page into the business of the ad account, and give this person a role on it.',
	1487194:
		'Give this person the right to advertise for the Page, and check that they can see the post.',
	1487202: 'Give this person the right to advertise for the Page in Business Settings.',
	1784018:
		'Accept the terms of the pixel: create one by hand in Business Settings, which shows them.',
	1815045: 'Assign the pixel to the ad account in Business Settings.',
	1815089: 'Accept the lead ads terms for the Page at facebook.com/ads/leadgen/tos.',
	4841013:
		'The object cannot be changed by this credential now: look at the status of the ad account, then at the rights on its Page.',
};

export const REPORTED_POLICY: Record<string, string> = {
	3858013: 'Confirm a phone number for the ad account in Ads Manager, then go on.',
	3858385: 'Open Ads Manager and do what its banner asks, such as confirming who you are.',
};
