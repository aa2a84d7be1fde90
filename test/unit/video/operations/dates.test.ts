import { momentOrWord } from '../../../../nodes/MetaVideoUpload/fields/dates';
import { issuesOf, valueOf } from '../../operation/support';

const since = momentOrWord('since', 'From when on');

test.each([
	['today', 'today'],
	[' Yesterday ', 'yesterday'],
	['last monday', 'last monday'],
])('the word %j is sent as it is', (given, sent) => {
	expect(valueOf(since, given)).toBe(sent);
});

test.each([
	[1676057525, 1676057525],
	['1676057525', 1676057525],
	['10 jan 2023', 1673326800],
	['10-jan-2023', 1673326800],
	['2023-01-10', 1673326800],
	['2023-01-10T00:00:00Z', 1673308800],
	[new Date('2023-01-10T00:00:00Z'), 1673308800],
])('%j is sent as Unix seconds, in the zone of the workflow unless it names one', (given, sent) => {
	expect(valueOf(since, given)).toBe(sent);
});

test.each([['2023-13-40'], ['10/01/2023'], [5], [true]])('%j is refused', (given) => {
	expect(issuesOf(since, given)).toEqual([
		expect.stringMatching(/^Since must be a date such as 2026-03-01 or 10 jan 2026/),
	]);
});
