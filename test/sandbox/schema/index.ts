import type { StoredObject } from '../store';
import { ad } from './ad';
import { adAccount } from './ad-account';
import { adReportRun } from './ad-report-run';
import { adActivity } from './ad-activity';
import { adSet } from './ad-set';
import { adStudy, adStudyCell } from './ad-study';
import { adsInsights } from './insights';
import { business } from './business';
import { campaign } from './campaign';
import { highDemandPeriod } from './high-demand-period';
import { mmmReport, mmmScheduler } from './mmm';
import { page } from './page';
import { instagramMedia, instagramUser } from './instagram';
import { application, uploadSession } from './uploads';
import { permission, user } from './user';
import { video, videoThumbnail } from './video';
import type { ObjectType } from './types';

/** Every object type by its key. A new type is one more file and one more line. */
export const objectTypes: Record<string, ObjectType> = {
	ad,
	ad_account: adAccount,
	ad_activity: adActivity,
	ad_report_run: adReportRun,
	adset: adSet,
	ad_study: adStudy,
	ad_study_cell: adStudyCell,
	application,
	business,
	campaign,
	high_demand_period: highDemandPeriod,
	insights: adsInsights,
	instagram_media: instagramMedia,
	instagram_user: instagramUser,
	mmm_report: mmmReport,
	mmm_scheduler: mmmScheduler,
	page,
	permission,
	upload_session: uploadSession,
	user,
	video,
	video_thumbnail: videoThumbnail,
};

export function typeOf(object: StoredObject): ObjectType {
	return objectTypes[object.type];
}
