import type { Clock } from '../../../nodes/shared/graph/clock';
import { VirtualClock } from '../../unit/graph/support/virtual-clock';
import { watchHttp } from './openRequests';

/** From a response to what n8n does next there are a few turns of the event loop. */
const QUIET_TURNS = 20;
/** Files that are being opened, read or written. */
const FILE_WORK = /^FSReq/;

/**
 * One time for the Graph client and the sandbox. It stands still while anything is being done and jumps
 * to the next wake-up when all that is left is waiting, so how fast the machine is makes no difference.
 */
class SharedClock extends VirtualClock {
	private readonly http = watchHttp();
	private isRunning = false;

	override async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		const slept = super.sleep(ms, signal);
		void this.goOn();
		await slept;
	}

	/** A wait of the sandbox before it answers: the request that waits for it does not hold up time. */
	async sleepBeforeAnswer(ms: number, clientPort: number | undefined): Promise<void> {
		const release = this.http.heldBack(clientPort);
		await this.sleep(ms);
		release();
	}

	private async goOn(): Promise<void> {
		if (this.isRunning) return;
		this.isRunning = true;
		while (this.timers.length > 0) {
			await this.untilQuiet();
			if (this.timers.length > 0) this.next();
		}
		this.isRunning = false;
	}

	private async untilQuiet(): Promise<void> {
		for (let turns = 0; turns < QUIET_TURNS; turns++) {
			await new Promise((resolve) => setImmediate(resolve));
			if (
				this.http.isBusy() ||
				process.getActiveResourcesInfo().some((name) => FILE_WORK.test(name))
			)
				turns = 0;
		}
	}
}

export const clock = new SharedClock(Date.now());

/** Stands in for the real time of the Graph client. */
export const systemClock: Clock = clock;
