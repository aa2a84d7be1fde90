import type { StoredObject } from '../store';
import { ad } from './ad';
import { targetingSearch } from '../targeting/search';
import { broadTargetingCategory, deliveryEstimate, reachEstimate } from '../targeting/estimates';
import { targetingOption } from '../targeting/unified';
import { adAccount } from './adAccount';
import { adReportRun } from './adReportRun';
import { adActivity } from './adActivity';
import { adSet } from './adSet';
import { adStudy, adStudyCell } from './adStudy';
import { adsInsights } from './insights';
import {
	adCreative,
	adsPixel,
	application,
	customConversion,
	productCatalog,
	productSet,
	reachFrequencyPrediction,
} from './assets';
import { business } from './business';
import { campaign } from './campaign';
import { customAudience } from './customAudience';
import { highDemandPeriod } from './highDemandPeriod';
import { mmmReport, mmmScheduler } from './mmm';
import {
	adPlacePageSet,
	customAudiencesTos,
	productAudience,
	savedAudience,
} from './otherAudiences';
import { page } from './page';
import { instagramMedia, instagramUser } from './instagram';
import { uploadSession } from './uploads';
import { permission, user } from './user';
import { video, videoThumbnail } from './video';
import type { ObjectType } from './types';

/** Every object type by its key. A new type is one more file and one more line. */
export const objectTypes: Record<string, ObjectType> = {
	ad,
	ad_account: adAccount,
	ad_activity: adActivity,
	ad_creative: adCreative,
	ad_place_page_set: adPlacePageSet,
	ad_report_run: adReportRun,
	ads_pixel: adsPixel,
	adset: adSet,
	ad_study: adStudy,
	ad_study_cell: adStudyCell,
	application,
	broad_targeting_category: broadTargetingCategory,
	business,
	campaign,
	custom_audience: customAudience,
	custom_audiences_tos: customAudiencesTos,
	custom_conversion: customConversion,
	delivery_estimate: deliveryEstimate,
	high_demand_period: highDemandPeriod,
	insights: adsInsights,
	instagram_media: instagramMedia,
	instagram_user: instagramUser,
	mmm_report: mmmReport,
	mmm_scheduler: mmmScheduler,
	page,
	permission,
	upload_session: uploadSession,
	product_audience: productAudience,
	product_catalog: productCatalog,
	product_set: productSet,
	reach_estimate: reachEstimate,
	reach_frequency_prediction: reachFrequencyPrediction,
	saved_audience: savedAudience,
	search: targetingSearch,
	targeting_option: targetingOption,
	user,
	video,
	video_thumbnail: videoThumbnail,
};

/** Endpoints at the root that are no stored objects, by their name in the path. */
export const ROOT_ENDPOINTS: Record<string, StoredObject> = {
	search: { id: 'search', type: 'search', seq: 0, values: {} },
};

export function typeOf(object: StoredObject): ObjectType {
	return objectTypes[object.type];
}
