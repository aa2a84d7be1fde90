import { productMeanings } from '../breakdowns';
import { choicesOf } from '../choices';

export const collaborativeAdsMetrics = choicesOf('Collaborative Ads', {
	catalog_segment_actions: 'Actions of a catalog segment by type',
	catalog_segment_value: 'Value of segment conversions',
	catalog_segment_value_mobile_purchase_roas: 'ROAS from app purchases of the segment',
	catalog_segment_value_omni_purchase_roas: 'ROAS from all purchases of the segment',
	catalog_segment_value_website_purchase_roas: 'ROAS from website purchases of the segment',
	converted_product_app_custom_event_fb_mobile_purchase: '',
	converted_product_app_custom_event_fb_mobile_purchase_value: '',
	converted_product_offline_purchase: '',
	converted_product_offline_purchase_value: '',
	converted_product_omni_purchase: '',
	converted_product_omni_purchase_values: '',
	converted_product_quantity: 'Products bought for a product ID; needs that breakdown',
	converted_product_value: 'Value of purchases for a product ID; needs that breakdown',
	converted_product_website_pixel_purchase: '',
	converted_product_website_pixel_purchase_value: '',
	converted_promoted_product_app_custom_event_fb_mobile_purchase: '',
	converted_promoted_product_app_custom_event_fb_mobile_purchase_value: '',
	converted_promoted_product_offline_purchase: '',
	converted_promoted_product_offline_purchase_value: '',
	converted_promoted_product_omni_purchase: '',
	converted_promoted_product_omni_purchase_values: '',
	converted_promoted_product_quantity: '',
	converted_promoted_product_value: '',
	converted_promoted_product_website_pixel_purchase: '',
	converted_promoted_product_website_pixel_purchase_value: '',
});

export const productMetrics = choicesOf('Product', {
	...productMeanings,
	product_group_retailer_id: '',
	product_retailer_id: '',
	product_views: '',
});
