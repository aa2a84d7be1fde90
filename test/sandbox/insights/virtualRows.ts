import { invalid } from '../graph/errors';
import type { JsonObject } from '../json';
import type { View } from '../schema/types';
import type { StoredObject } from '../store';
import { dayText } from './dates';
import { FIELD_KINDS } from './fieldKinds';
import { minorUnits } from './currency';
import { hashOf } from './hash';
import type { Report } from './report';
import type { InsightsRequest } from './request';
import { numberText, Totals } from './totals';
import { actionList } from './actionLists';
import { unitHash } from './units';

/**
 * A report of ads by day that is counted instead of stored: so many rows, made one by one. There
 * are no objects behind it, so that only the range of days can be chosen.
 */
export function virtualReport(
	object: StoredObject,
	request: InsightsRequest,
	view: View,
): Report | undefined {
	const { insights_rows: total, insights_from: from, insights_days: days } = object.values;
	if (typeof total !== 'number' || typeof from !== 'number' || typeof days !== 'number') {
		return undefined;
	}
	const isDaily = request.slices.every(({ since, until }) => since === until);
	if (request.level !== 'ad' || !isDaily || request.breakdowns.length > 0) {
		throw invalid('Rows without objects come only with level=ad, by day and not broken down');
	}
	const perDay = Math.ceil(total / days);
	const first = Math.max(request.range.since, from);
	const last = Math.min(request.range.until, from + days - 1);
	const offset = (first - from) * perDay;
	const count = Math.max(0, Math.min(total, (last - from + 1) * perDay) - offset);
	return {
		count,
		row: (index) => {
			const position = offset + index;
			const day = from + Math.floor(position / perDay);
			return virtualRow(object, request, position % perDay, day, view);
		},
	};
}

function virtualRow(
	object: StoredObject,
	request: InsightsRequest,
	ad: number,
	day: number,
	view: View,
): JsonObject {
	const adId = `2385${String(ad + 1).padStart(13, '0')}`;
	const totals = new Totals([unitHash(hashOf(adId), day, 0)], minorUnits(object, view));
	const ids: JsonObject = {
		account_id: object.accountId,
		account_name: view.env.store.get(`act_${object.accountId}`)?.values.name,
		ad_id: adId,
		ad_name: `Ad ${ad + 1}`,
		adset_id: `2386${String(Math.floor(ad / 10) + 1).padStart(13, '0')}`,
		campaign_id: `2387${String(Math.floor(ad / 100) + 1).padStart(13, '0')}`,
	};
	const row: JsonObject = {};
	for (const field of request.fields ?? ['account_id', 'ad_id', 'impressions', 'spend']) {
		if (field in ids) row[field] = ids[field];
		else if (FIELD_KINDS[field] === 'number') row[field] = numberText(totals, field);
		else if (FIELD_KINDS[field] === 'actions') {
			row[field] = actionList(totals, field, { ...request, keeps: () => true });
		}
	}
	row.date_start = dayText(day);
	row.date_stop = dayText(day);
	return row;
}
