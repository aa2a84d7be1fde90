/** Successes in a row before a size that was too much is tried again. */
const SUCCESSES_TO_GROW = 3;

/** A page or batch size: halved while it is too much, doubled again after successes. */
export class AdaptiveSize {
	private successes = 0;
	current: number;

	constructor(private readonly max: number) {
		this.current = Math.max(1, max);
	}

	/** @returns whether there is a smaller size than the one asked for */
	shrink(asked: number): boolean {
		this.successes = 0;
		this.current = Math.max(1, Math.floor(asked / 2));
		return asked > 1;
	}

	grow(): void {
		if (this.current >= this.max) return;
		this.successes += 1;
		if (this.successes < SUCCESSES_TO_GROW) return;
		this.successes = 0;
		this.current = Math.min(this.max, this.current * 2);
	}
}
