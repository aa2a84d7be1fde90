import { inOrder } from '../../../nodes/shared/fields/rules';
import { defineOperation } from '../../../nodes/shared/operation/define';
import { dateTime, integer, text, within } from '../../../nodes/shared/operation/fields';
import type { Operation, RuleOn } from '../../../nodes/shared/operation/types';

/*
 * What stands here is proven by the compiler (`npm run typecheck`): each line that is marked would be a
 * mistake, and a mark without a mistake is an error as well.
 */
const texts = { name: 'Do', action: 'Do it', description: 'Do it', documents: [] };
const fields = [text('name'), integer('count'), dateTime('start_time')];
const request = { method: 'POST' as const, path: '/things' };
const output = { kind: 'object' as const };
const limited: RuleOn<'count'> = { at: 'count', when: () => true, message: 'is' };
const elsewhere: RuleOn<'size'> = { at: 'size', when: () => true, message: 'is' };

const operations: Operation[] = [
	defineOperation({
		...texts,
		fields,
		additionalFields: within('spec', [text('note')]),
		request: {
			...request,
			batchGroup: ({ name }) => name?.toUpperCase(),
			asPage: ({ note }) => note,
			findWritten: ({ count }) => (count === 1 ? undefined : undefined),
		},
		rules: [
			limited,
			{ at: 'name', when: ({ count = 0 }) => count > 1, message: 'is' },
			{ at: ['note', 'part'], when: ({ note }) => note === undefined, message: 'is' },
		],
		output: { kind: 'object', map: (body, { name }) => ({ ...body, name }) },
	}),
	defineOperation({
		...texts,
		fields,
		request,
		output,
		rules: [
			// @ts-expect-error the operation has no such field
			{ at: 'nmae', when: () => true, message: 'is' },
		],
	}),
	defineOperation({
		...texts,
		fields,
		request,
		output,
		rules: [
			// @ts-expect-error the operation has no such field
			{ at: 'name', when: ({ cuont }) => cuont === undefined, message: 'is' },
		],
	}),
	// @ts-expect-error a rule about a field that the operation does not have
	defineOperation({ ...texts, fields, request, output, rules: [elsewhere] }),
	defineOperation({
		...texts,
		fields,
		request,
		output,
		// @ts-expect-error one of the two fields is not there
		rules: [inOrder('start_time', 'stop_time')],
	}),
	defineOperation({
		...texts,
		fields,
		request: {
			...request,
			// @ts-expect-error the operation has no such field
			findWritten: ({ nmae }) => nmae,
		},
		output,
	}),
	defineOperation({
		...texts,
		fields,
		request: {
			...request,
			// @ts-expect-error the operation has no such field
			batchGroup: ({ campaign }) => campaign,
		},
		output,
	}),
	defineOperation({
		...texts,
		fields,
		request,
		// @ts-expect-error the operation has no such field
		output: { kind: 'object', map: (body, { nmae }) => ({ ...body, nmae }) },
	}),
	defineOperation({
		...texts,
		fields,
		output,
		// @ts-expect-error the operation has no such field
		run: async ({ values: { nmae } }) => await Promise.resolve([{ json: { nmae } }]),
	}),
	defineOperation({
		...texts,
		fields,
		output,
		run: async ({ values }) => {
			// @ts-expect-error a number is no text
			const count: string | undefined = values.count;
			return await Promise.resolve([{ json: { count } }]);
		},
	}),
	defineOperation({
		...texts,
		fields,
		request,
		output,
		// @ts-expect-error the field for the number at once is not there
		concurrency: { field: 'cuont', default: 1 },
	}),
];

test('a misspelt name of a field does not compile', () => {
	expect(operations.every(({ name }) => name === 'Do')).toBe(true);
});
