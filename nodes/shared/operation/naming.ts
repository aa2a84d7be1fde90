/** Words that are not simply capitalised. */
const SPECIAL_WORDS: Record<string, string> = {
	adlabels: 'Ad Labels',
	adset: 'Ad Set',
	adsets: 'Ad Sets',
	ai: 'AI',
	api: 'API',
	avg: 'Average',
	btn: 'Button',
	configs: 'Configurations',
	convs: 'Conversions',
	countby: 'Counted',
	cpa: 'CPA',
	cpc: 'CPC',
	cpm: 'CPM',
	cpp: 'CPP',
	crm: 'CRM',
	csv: 'CSV',
	ctr: 'CTR',
	dda: 'DDA',
	dma: 'DMA',
	dsa: 'DSA',
	fb: 'Facebook',
	hsid: 'HSID',
	id: 'ID',
	ids: 'IDs',
	imps: 'Impressions',
	info: 'Information',
	itunes: 'iTunes',
	json: 'JSON',
	max: 'Maximum',
	mdsa: 'MDSA',
	min: 'Minimum',
	rf: 'Reach and Frequency',
	roas: 'ROAS',
	rta: 'RTA',
	sec: 'Seconds',
	skadnetwork: 'SKAdNetwork',
	skan: 'SKAN',
	sot: 'SOT',
	spec: 'Specification',
	specs: 'Specifications',
	thruplay: 'ThruPlay',
	ugc: 'UGC',
	ui: 'UI',
	url: 'URL',
	urls: 'URLs',
	utc: 'UTC',
	whatsapp: 'WhatsApp',
	xls: 'XLS',
};

const SMALL_WORDS = new Set([
	'a',
	'an',
	'and',
	'as',
	'by',
	'for',
	'from',
	'in',
	'of',
	'on',
	'or',
	'per',
	'the',
	'to',
	'with',
]);

/** `special_ad_category_country` or `COST_CAP` as a label: `Special Ad Category Country`, `Cost Cap`. */
export function labelOf(name: string): string {
	return name
		.toLowerCase()
		.split('_')
		.filter(Boolean)
		.map((word, index, { length }) => {
			if (SPECIAL_WORDS[word]) return SPECIAL_WORDS[word];
			const isInside = index > 0 && index < length - 1;
			if (isInside && SMALL_WORDS.has(word)) return word;
			return word[0].toUpperCase() + word.slice(1);
		})
		.join(' ');
}
