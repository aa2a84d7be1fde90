/** Languages by the key that targeting takes ("Multi-Language Ads, Available Languages"). */
export const LOCALES: ReadonlyArray<{ key: number; name: string }> = `
6 English (US)|24 English (UK)|1001 English (All)|51 Afrikaans|87 Albanian|28 Arabic|1007 Chinese (All)
20 Chinese (Simplified)|21 Chinese (Traditional)|15 Bulgarian|19 Croatian|2 Czech|3 Danish|14 Dutch|59 Basque
26 Estonian|8 Finnish|9 French (France)|44 French (Canada)|1003 French (All)|5 German|39 Greek|29 Hebrew
46 Hindi|30 Hungarian|25 Indonesian|10 Italian|11 Japanese|12 Korean|41 Malay|13 Norwegian|60 Polish
16 Portuguese (Brazil)|31 Portuguese (Portugal)|1005 Portuguese (All)|32 Romanian|17 Russian|33 Slovak
34 Slovenian|23 Spanish|7 Spanish (Spain)|1002 Spanish (All)|18 Swedish|35 Thai|36 Turkish|52 Ukrainian
27 Vietnamese`
	.trim()
	.split(/[|\n]/)
	.map((entry) => {
		const [key, ...name] = entry.split(' ');
		return { key: Number(key), name: name.join(' ') };
	});

const KEYS = new Set(LOCALES.map(({ key }) => key));

export function isLocale(key: number): boolean {
	return KEYS.has(key);
}
