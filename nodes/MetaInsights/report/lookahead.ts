import type { GraphError } from '../../shared/graph/types';

/** A value, or why there is none: work that nobody awaits yet must not reject. */
export type Outcome<Value> = { value: Value } | { error: GraphError };

/** Prepares parts in their order, some of them ahead of the one that is taken. */
export class Lookahead<Part, Value> {
	private readonly started: Array<Promise<Outcome<Value>> | undefined> = [];
	private next = 0;

	constructor(
		private readonly parts: readonly Part[],
		private readonly width: number,
		private readonly prepare: (part: Part) => Promise<Outcome<Value>>,
	) {}

	/** Starts on parts up to the width from the index on. */
	start(from = 0): void {
		for (; this.next < Math.min(this.parts.length, from + this.width); this.next++) {
			this.started[this.next] = this.prepare(this.parts[this.next]);
		}
	}

	/**
	 * What became of a part. Forgets it, so that what was read for it does not stay in memory.
	 *
	 * @throws GraphError of the part
	 */
	async take(index: number): Promise<Value> {
		this.start(index);
		const outcome = await this.started[index];
		this.started[index] = undefined;
		return opened(outcome);
	}
}

/** @throws GraphError when that is the outcome */
export function opened<Value>(outcome: Outcome<Value> | undefined): Value {
	if (!outcome) throw new Error('Each part is taken once');
	if ('error' in outcome) throw outcome.error;
	return outcome.value;
}
