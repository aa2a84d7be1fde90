/** Answers that have to go well before a size that was too much is tried again. */
const GOOD_ONES_TO_GROW = 3;

/** How much to ask for at once: halved while it is too much, doubled again when it is not. */
export class AdaptiveSize {
	private goodOnes = 0;
	now: number;

	constructor(private readonly wanted: number) {
		this.now = Math.max(1, wanted);
	}

	/** Whether less can be asked for than was. */
	shrink(asked: number): boolean {
		this.goodOnes = 0;
		this.now = Math.max(1, Math.floor(asked / 2));
		return asked > 1;
	}

	grow(): void {
		if (this.now >= this.wanted) return;
		this.goodOnes += 1;
		if (this.goodOnes < GOOD_ONES_TO_GROW) return;
		this.goodOnes = 0;
		this.now = Math.min(this.wanted, this.now * 2);
	}
}
