import type { Clock } from '../../../nodes/shared/graph/clock';
import { VirtualClock } from '../../unit/graph/support/virtualClock';
import { watchHttp } from './openRequests';

/** Any day will do, as long as it is always the same one. */
const START = Date.parse('2026-11-25T15:00:00Z');
/** All that Jest could replace, except `Date`. */
const REAL: FakeableAPI[] = [
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'clearImmediate',
	'setInterval',
	'clearInterval',
	'setTimeout',
	'clearTimeout',
];
/** From a response to what n8n does next there are a few turns of the event loop. */
const QUIET_TURNS = 20;
/** Files that are being opened, read, written or closed. */
const FILE_WORK = /^(FSReq|CloseReq)/;

/**
 * One time for the Graph client and the sandbox. It stands still while anything is being done and jumps
 * to the next wake-up when all that is left is waiting, so how fast the machine is makes no difference.
 * `Date` shows the same time.
 */
class SharedClock extends VirtualClock {
	private readonly http = watchHttp();
	private isRunning = false;
	private isOver = false;
	private quietTurns = 0;

	override async sleep(ms: number, signal?: AbortSignal): Promise<void> {
		const slept = super.sleep(ms, signal);
		this.quietTurns = 0;
		if (this.isOver) this.timers = [];
		void this.goOn();
		await slept;
	}

	/** A wait of the sandbox before it answers: the request that waits for it does not hold up time. */
	async sleepBeforeAnswer(ms: number, clientPort: number | undefined): Promise<void> {
		const release = this.http.heldBack(clientPort);
		await this.sleep(ms);
		release();
	}

	/** Nobody is woken any more, so nothing goes on when the tests of the file are over. */
	stop(): void {
		this.isOver = true;
		this.timers = [];
	}

	protected override next(): void {
		super.next();
		jest.setSystemTime(this.now());
	}

	private async goOn(): Promise<void> {
		if (this.isRunning) return;
		this.isRunning = true;
		while (this.timers.length > 0) {
			await new Promise((resolve) => setImmediate(resolve));
			this.quietTurns = this.isBusy() ? 0 : this.quietTurns + 1;
			if (this.quietTurns >= QUIET_TURNS && this.timers.length > 0) {
				this.quietTurns = 0;
				this.next();
			}
		}
		this.isRunning = false;
	}

	private isBusy(): boolean {
		if (this.http.isBusy()) return true;
		return process.getActiveResourcesInfo().some((name) => FILE_WORK.test(name));
	}
}

jest.useFakeTimers({ doNotFake: REAL, now: START });
export const clock = new SharedClock(START);
afterAll(() => clock.stop());

/** Stands in for the real time of the Graph client. */
export const systemClock: Clock = clock;
