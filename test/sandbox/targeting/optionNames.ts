/**
 * Options by kind and path. A name may carry the id that the documentation's samples use
 * (`Tennis#6003397425735`), a state behind `!`, and the number of people behind `=`; ids and sizes
 * of the others follow from their place. States: `!gone` can be used no more, `!going` neither in
 * new ad sets, `!include` not in exclusions.
 */
export const OPTION_NAMES: Record<string, Record<string, string>> = {
	interests: {
		'Interests > Sports and outdoors > Sports':
			'Tennis#6003397425735, Association football (Soccer)#6003107902433, Basketball, Golf, Running, Swimming, Volleyball, Skiing, Triathlons, Baseball',
		'Interests > Sports and outdoors > Outdoor recreation':
			'Camping, Hiking, Fishing, Surfing, Mountain biking, Boating, Horseback riding',
		'Interests > Entertainment > Movies':
			'Movies#6003139266461, Action movies, Animated movies, Comedy movies, Documentary movies, Horror movies',
		'Interests > Entertainment > Music':
			'Music videos, Rock music, Jazz music, Hip hop music, Classical music, Electronic music',
		'Interests > Entertainment > Games':
			'Board games, Card games, Puzzle video games, Strategy games',
		'Interests > Food and drink > Cooking':
			'Cooking#6003659420716, Baking, Barbecue, Recipes, Vegan recipes',
		'Interests > Food and drink > Beverages': 'Coffee, Tea, Juice, Wine, Energy drinks',
		'Interests > Hobbies and activities > Arts':
			'Painting, Drawing, Photography, Sculpture, Crafts, Singing',
		'Interests > Hobbies and activities > Home and garden':
			'Gardening, Furniture, Do it yourself (DIY), Home improvement, Home appliances',
		'Interests > Hobbies and activities > Travel':
			'Adventure travel, Beaches, Car rentals, Cruises, Ecotourism, Hotels, Lakes, Tourism',
		'Interests > Shopping and fashion > Shopping':
			'Boutiques, Coupons, Discount stores, Online shopping, Shopping malls, Luxury goods',
		'Interests > Shopping and fashion > Clothing':
			"Shoes, Dresses, Handbags, Jewelry, Sunglasses, Children's clothing",
		'Interests > Technology > Computers':
			'Computer servers, Tablet computers, Free software, Computer memory',
		'Interests > Family and relationships': 'Dating, Fatherhood, Motherhood, Parenting, Weddings',
		'Interests > Additional interests':
			'Harvard Square, Pinball!gone, Answering machines!going, Video rental!going, Stamp collecting=1800',
	},
	behaviors: {
		'Behaviors > Travel':
			'Frequent travelers#6002714895372, Business travelers#6007101597783, Commuters, Returned from travels 1 week ago, Frequent international travelers',
		'Behaviors > Mobile device user > Operating systems':
			'Android owners (all)#6004386044572, iOS owners (all), New smartphone owners, Tablet owners',
		'Behaviors > Mobile device user > Network connection':
			'2G network, 3G network, 4G network, Wi-Fi',
		'Behaviors > Purchase behavior': 'Engaged shoppers, Early technology adopters',
		'Behaviors > Digital activities':
			'Facebook Page admins, Business Page admins, Small business owners, Console gamers!include',
		'Behaviors > Expats':
			'Lived in Brazil, Lived in France, Lived in Germany, Lived in Japan, Lived in Spain',
		'Behaviors > Anniversary': 'Anniversary within 31 days!include, Old photo sharers!gone',
	},
	life_events: {
		'Demographics > Life events':
			'Recently moved#6003054185372, Newlywed (1 year)#6002714398172, Newly engaged (1 year), New job, New relationship, Away from family, Away from hometown, Upcoming birthday, Birthday in January, Birthday in July, Long-distance relationship!going',
	},
	industries: {
		'Demographics > Work > Industries':
			'Accounting and finance#6009003307783, Administrative services, Architecture and engineering, Business and finance, Construction and extraction, Education and libraries, Farming and forestry, Food and restaurants, Government employees, Healthcare and medical services, IT and technical services, Legal services, Management, Production, Sales',
	},
	family_statuses: {
		'Demographics > Parents':
			'Parents (all), New parents (0-12 months), Parents with toddlers (01-02 years), Parents with preschoolers (03-05 years), Parents with early school-age children (06-08 years), Parents with teenagers (13-17 years), Parents with adult children (18-26 years)',
	},
	income: {
		'Demographics > Financial > Income':
			'Household income: top 5% of ZIP codes (US), Household income: top 10% of ZIP codes (US), Household income: top 10%-25% of ZIP codes (US), Household income: top 25%-50% of ZIP codes (US)',
	},
	education_schools: {
		'Demographics > Education > Schools':
			'Harvard University, Harvard Business School, Harvard Extension School=1500, Stanford University, Yale University, Columbia University, Oxford University, University of Cambridge, University of Tokyo, Sorbonne University, Technical University of Munich, University of Toronto, Harvard Evening College=900, University of Milan, University of Madrid',
	},
	education_majors: {
		'Demographics > Education > Fields of study':
			'Accounting, Architecture, Biology, Chemistry, Computer science, Economics, Engineering, History, Law, Marketing, Mathematics, Medicine, Music, Philosophy, Physics, Harvard classics=700',
	},
	work_employers: {
		'Demographics > Work > Employers':
			'Example Foods, Example Motors, Example Airlines, Example Bank, Example Energy, Example Software, Example Hospital, Harvard Bookshop=1200, Example Media, Example Retail, Example Logistics, Example School',
	},
	work_positions: {
		'Demographics > Work > Job titles':
			'Account manager, Architect, Barista, Chef, Chief executive officer, Dentist, Designer, Electrician, Engineer, Journalist, Lawyer, Marketing manager, Nurse, Photographer, Pilot, Project manager, Software developer, Teacher',
	},
};

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
