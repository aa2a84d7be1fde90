import {
	choice,
	collection,
	dateTime,
	json,
	jsonObject,
} from '../../../nodes/shared/operation/fields';
import { parseFields } from '../../../nodes/shared/operation/parse';
import { asSentence, complaintsOf, valueOf, wire } from './support';

const forever = choice('run_without_end', {
	description: 'Whether to run until it is paused',
	sets: { end_time: 0 },
});
const end = dateTime('end_time');

function parse(given: Record<string, unknown>, fields = [forever, end]) {
	const { values, complaints } = parseFields(fields, (name) => given[name], wire);
	return { values, complaints: complaints.map(asSentence) };
}

test('a choice that was made sends what it stands for', () => {
	expect(parse({ run_without_end: true }).values).toEqual({ end_time: 0 });
	expect(parse({ run_without_end: 'true' }).values).toEqual({ end_time: 0 });
});

test('a choice that was not made sends nothing', () => {
	expect(parse({ run_without_end: false })).toEqual({ values: {}, complaints: [] });
	expect(parse({})).toEqual({ values: {}, complaints: [] });
	expect(parse({ run_without_end: false, end_time: '2026-03-01' }).complaints).toEqual([]);
});

test.each([[[forever, end]], [[end, forever]]])(
	'a choice and the field of what it sets do not go together',
	(fields) => {
		expect(parse({ run_without_end: true, end_time: '2026-03-01' }, fields).complaints).toEqual([
			'Run Without End cannot be combined with End Time: give one of the two',
		]);
	},
);

test('a choice can be made in a collection, too', () => {
	const field = collection('schedule', [forever, end]);
	expect(valueOf(field, { run_without_end: true })).toEqual({ end_time: 0 });
	expect(complaintsOf(field, { run_without_end: true, end_time: '2026-03-01' })).toEqual([
		'Schedule > Run Without End cannot be combined with End Time: give one of the two',
	]);
});

test('free JSON still wins over a field', () => {
	const more = json('more', { place: 'merge', shape: jsonObject });
	expect(parse({ end_time: '2026-03-01', more: '{"end_time": 1}' }, [end, more])).toEqual({
		values: { end_time: 1 },
		complaints: [],
	});
});

test('a choice is a switch that is off', () => {
	expect(forever.property).toMatchObject({
		displayName: 'Run Without End',
		type: 'boolean',
		default: false,
	});
	expect(complaintsOf(forever, 'perhaps')).toEqual([
		'Run Without End must be true or false (given: "perhaps")',
	]);
});
