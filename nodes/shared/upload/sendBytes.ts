import type { Bytes } from '../graph/types';

/**
 * Sends bytes of a file. When they cannot be read, what reading failed with is thrown rather than the
 * broken connection that it looks like from outside: to send again would not help.
 */
export async function sendBytes<Reply>(
	bytes: Bytes,
	send: (bytes: Bytes) => Promise<Reply>,
): Promise<Reply> {
	const faults: unknown[] = [];
	const watched: Bytes = {
		size: bytes.size,
		async *read() {
			const chunks = bytes.read()[Symbol.asyncIterator]();
			let isDone = false;
			try {
				for (;;) {
					const next = await chunks.next().then(undefined, (fault: unknown) => {
						faults.push(fault);
						return Promise.reject(fault);
					});
					isDone = next.done === true;
					if (next.done) return;
					yield next.value;
				}
			} finally {
				if (!isDone) await chunks.return?.();
			}
		},
	};
	return await send(watched).then(undefined, (error: unknown) =>
		Promise.reject(faults.length > 0 ? faults[0] : error),
	);
}
