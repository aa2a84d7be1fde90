import names from './optionNames.json';

/**
 * Options by kind and path. A name may carry the id that the documentation's samples use
 * (`Tennis#6003397425735`), a state behind `!`, and the number of people behind `=`; ids and sizes
 * of the others follow from their place. States: `!gone` can be used no more, `!going` neither in
 * new ad sets, `!include` not in exclusions.
 */
export const OPTION_NAMES: Record<string, Record<string, string>> = names;

/** Options without ids of their own: the number that the targeting spec takes is the id. */
export const CODED_NAMES: Record<string, Record<string, string>> = {
	relationship_statuses: {
		'Demographics > Relationship > Relationship status':
			'Single#1, In a relationship#2, Married#3, Engaged#4, Unspecified#6, Civil union#7, Domestic partnership#8, Open relationship#9, Complicated#10, Separated#11, Divorced#12, Widowed#13',
	},
	education_statuses: {
		'Demographics > Education > Education level':
			'In high school#1, In college#2, College grad#3, High school grad#4, Some college#5, Associate degree#6, In grad school#7, Some grad school#8, Master degree#9, Professional degree#10, Doctorate degree#11, Unspecified#12, Some high school#13',
	},
	college_years: {
		'Demographics > Education > Undergrad years':
			'2016#2016, 2017#2017, 2018#2018, 2019#2019, 2020#2020',
	},
};

/** What /search?type=adTargetingCategory lists under `user_os` and `user_device`. */
export const DEVICE_NAMES: Record<string, string[]> = {
	user_os: ['iOS', 'Android', 'Windows', 'iOS_ver_17.0_and_above', 'Android_ver_12.0_and_above'],
	user_device: [
		'iPhone 15',
		'iPhone 14',
		'iPad',
		'iPod',
		'Galaxy S6',
		'Galaxy S24',
		'Pixel 8',
		'One m9',
	],
};
