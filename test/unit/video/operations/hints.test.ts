import { noteOf, sizeText, uploadHints } from '../../../../nodes/MetaVideoUpload/run/hints';

const NOW = 1_800_000_000_000;
beforeEach(() => void jest.spyOn(Date, 'now').mockReturnValue(NOW));
afterEach(() => jest.restoreAllMocks());

const traceOf = (offset: number, more = {}) => ({
	offset,
	size: offset,
	resumes: 0,
	steps: [],
	...more,
});
const told = (startOffset: number, warnings: string[] = []) => ({
	startedAt: NOW - 2_000,
	startOffset,
	warnings,
});

test.each([
	[999, '999 bytes'],
	[1_000, '1.0 kB'],
	[73_400_320, '73.4 MB'],
	[10_000_000_000, '10.0 GB'],
	[12_340_000_000_000_000, '12340.0 TB'],
])('%d bytes are %s', (bytes, text) => {
	expect(sizeText(bytes)).toBe(text);
});

test('only what was sent in this run counts', () => {
	const notes = [noteOf(0, traceOf(5_000), told(3_000)), noteOf(1, traceOf(0), told(0))];
	expect(uploadHints(notes)).toEqual([
		{ message: 'Sent 2.0 kB of 1 file in 2.0 s.', type: 'info' },
	]);
});

test('what broke off is told with the last time', () => {
	const steps = [
		'At 1 of 9 bytes: cut; sending went on.',
		'At 5 of 9 bytes: cut; sending went on.',
	];
	const [{ message }] = uploadHints([noteOf(0, traceOf(9, { resumes: 2, steps }), told(0))]);
	expect(message).toBe(
		'Sent 9 bytes of 1 file in 2.0 s. Sending broke off and went on 2 times. Last: At 5 of 9 bytes: cut; sending went on.',
	);
});

test('of many warnings the first five are shown', () => {
	const notes = [...Array(4).keys()].map((index) =>
		noteOf(index, traceOf(0), told(0, ['a', 'b.'])),
	);
	expect(uploadHints(notes)).toEqual([
		{
			message:
				'Not as Meta specifies: Item 0: a. Item 0: b. Item 1: a. Item 1: b. Item 2: a. 3 more are in the items.',
			type: 'warning',
		},
	]);
});

test('without uploads nothing is told', () => {
	expect(uploadHints([])).toEqual([]);
});
