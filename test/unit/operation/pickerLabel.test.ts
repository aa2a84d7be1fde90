import { entity } from '../../../nodes/shared/operation/fields';
import { nameInLabel, pickerLabel } from '../../../nodes/shared/operation/pickerLabel';

test('a label says the name, then what helps to choose', () => {
	expect(pickerLabel('Movies', ['Entertainment', undefined, '', '1M people'])).toBe(
		'Movies · Entertainment, 1M people',
	);
	expect(pickerLabel('Movies', [undefined])).toBe('Movies');
});

test.each(['Movies', 'A · B', 'English (US)', ''])('the name %j comes out again', (name) => {
	expect(nameInLabel(pickerLabel(name, ['1M people']))).toBe(name);
});

test('only the name goes on the wire', () => {
	const movies = {
		__rl: true,
		mode: 'list',
		value: '6003139266461',
		cachedResultName: 'Movies · Entertainment, 1M people',
	};
	const field = entity('interest', { noun: 'interest' });
	expect(field.parse(movies, { timezone: 'UTC', apiVersion: 'v24.0' })).toEqual({
		value: { id: '6003139266461', name: 'Movies' },
	});
});
