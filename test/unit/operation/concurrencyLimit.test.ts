import { concurrencyLimit } from '../../../nodes/shared/operation/concurrencyLimit';

test('runs at most so many side by side, the others in order, also after a failure', async () => {
	const inTurn = concurrencyLimit(2);
	let running = 0;
	let most = 0;
	const begun: number[] = [];
	const results = await Promise.allSettled(
		[1, 2, 3, 4, 5].map(
			async (number) =>
				await inTurn(async () => {
					begun.push(number);
					most = Math.max(most, ++running);
					await new Promise((resolve) => setImmediate(resolve));
					running -= 1;
					if (number === 2) throw new Error('no');
					return number;
				}),
		),
	);
	expect(most).toBe(2);
	expect(begun).toEqual([1, 2, 3, 4, 5]);
	expect(results.map(({ status }) => status === 'fulfilled')).toEqual([
		true,
		false,
		true,
		true,
		true,
	]);
});
