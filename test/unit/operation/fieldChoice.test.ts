import {
	boolean,
	collection,
	constant,
	dateTime,
	integer,
	json,
	jsonObject,
	mapped,
	multiOptions,
	options,
	prepared,
	refined,
	text,
	within,
} from '../../../nodes/shared/operation/fields';
import { issuesOf, read, valueOf } from './support';

const forever = mapped(
	boolean('run_without_end', {
		description: 'Whether to run until it is paused',
		to: 'end_time',
	}),
	(isChosen) => (isChosen ? 0 : undefined),
);
const end = dateTime('end_time');

describe('a choice that stands for a value of another parameter', () => {
	test('sends it when it was made', () => {
		expect(read([forever, end], { run_without_end: true }).parameters).toEqual({ end_time: 0 });
		expect(read([forever, end], { run_without_end: 'true' }).parameters).toEqual({ end_time: 0 });
	});

	test('sends nothing when it was not', () => {
		const left = read([forever, end], { run_without_end: false });
		expect(left).toEqual({ values: {}, parameters: {}, issues: [] });
		const given = { run_without_end: false, end_time: '2026-03-01' };
		expect(read([forever, end], given).issues).toEqual([]);
	});

	test.each([
		[[forever, end], 'End Time cannot be combined with Run Without End: give one of the two'],
		[[end, forever], 'Run Without End cannot be combined with End Time: give one of the two'],
	])('clashes with the field of that parameter', (fields, issue) => {
		const given = { run_without_end: true, end_time: '2026-03-01' };
		expect(read(fields, given).issues).toEqual([issue]);
	});

	test('can be made in a collection, too', () => {
		const field = collection('schedule', [forever, end]);
		expect(valueOf(field, { run_without_end: true })).toEqual({ end_time: 0 });
		expect(issuesOf(field, { run_without_end: true, end_time: '2026-03-01' })).toEqual([
			'Schedule > End Time cannot be combined with Run Without End: give one of the two',
		]);
	});

	test('is a switch that is off', () => {
		expect(forever.property).toMatchObject({
			displayName: 'Run Without End',
			type: 'boolean',
			default: false,
		});
		expect(issuesOf(forever, 'perhaps')).toEqual([
			'Run Without End must be true or false (given: "perhaps")',
		]);
	});
});

describe('within', () => {
	const fields = [
		options('format', ['link', 'video'], { to: false }),
		...within('story', [text('page')]),
		...within('story.link_data', [text('message'), text('image', { to: 'picture' })], {
			format: ['link'],
		}),
		...within('story.video_data', [text('message')], { format: ['video'] }),
	];
	const given = { page: '1', message: 'Buy', image: 'a.png' };

	test('lays flat fields into a nested object', () => {
		expect(read(fields, { ...given, format: 'link' }).parameters).toEqual({
			story: { page: '1', link_data: { message: 'Buy', picture: 'a.png' } },
		});
	});

	test('shows and sends them for one choice only', () => {
		expect(read(fields, { ...given, format: 'video' })).toEqual({
			values: { format: 'video', page: '1', message: 'Buy' },
			parameters: { story: { page: '1', video_data: { message: 'Buy' } } },
			issues: [],
		});
	});

	test('lays lists of names over each other and keeps what steers out', () => {
		const flags = (name: 'opt_in' | 'opt_out', status: string) =>
			mapped(multiOptions(name, ['a', 'b']), (features) =>
				Object.fromEntries(features.map((feature) => [feature, { enroll: status }])),
			);
		const both = within('spec', [
			{ ...flags('opt_in', 'IN'), to: 'features' },
			{ ...flags('opt_out', 'OUT'), to: 'features' },
			boolean('steers', { description: 'Whether', to: false }),
		]);
		expect(read(both, { opt_in: ['a'], opt_out: ['b'], steers: true }).parameters).toEqual({
			spec: { features: { a: { enroll: 'IN' }, b: { enroll: 'OUT' } } },
		});
		expect(read(both, { opt_in: ['a'], opt_out: ['a'] }).issues).toEqual([
			'Opt Out cannot be combined with Opt In: give one of the two',
		]);
	});

	test('finds a part that is given where the whole is', () => {
		const clash = [text('whole', { to: 'spec' }), ...within('spec', [text('part')])];
		expect(read(clash, { whole: 'x', part: 'y' }).issues).toEqual([
			'Part cannot be combined with Whole: give one of the two',
		]);
	});

	test('puts the members of a value beside the others', () => {
		const fields = within('spec', [text('name'), json('more', { to: '', shape: jsonObject })]);
		expect(read(fields, { name: 'n', more: '{"a": 1}' }).parameters).toEqual({
			spec: { name: 'n', a: 1 },
		});
	});
});

describe('constant', () => {
	const fields = [
		options('kind', ['A', 'B'], { to: false }),
		constant('spec.flag', 'YES', { kind: ['B'] }),
		text('name', { to: 'spec.name' }),
	];

	test('sends what a choice stands for, unseen', () => {
		expect(read(fields, { kind: 'B', name: 'n' })).toEqual({
			values: { kind: 'B', name: 'n' },
			parameters: { spec: { flag: 'YES', name: 'n' } },
			issues: [],
		});
		expect(read(fields, { kind: 'A' }).parameters).toEqual({});
	});
});

describe('mapped, refined and prepared', () => {
	const even = refined(integer('count'), (value) =>
		value % 2 === 0 ? [] : [{ path: [], message: 'must be even' }],
	);

	test('each does one thing, in the order in which they are put together', () => {
		const field = mapped(
			prepared(even, (raw) => (Array.isArray(raw) ? raw.length : raw)),
			(value) => ({ half: value / 2 }),
		);
		expect(valueOf(field, '6')).toEqual({ half: 3 });
		expect(valueOf(field, ['a', 'b'])).toEqual({ half: 1 });
		expect(issuesOf(field, 3)).toEqual(['Count must be even']);
		expect(issuesOf(field, 'x')).toEqual(['Count must be a whole number (given: "x")']);
	});

	test('see nothing where nothing was given', () => {
		const list = mapped(multiOptions('kinds', ['A']), (kinds) => kinds.length);
		expect(valueOf(list, '[]')).toBeUndefined();
	});
});
