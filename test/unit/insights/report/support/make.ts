import { runReport } from '../../../../../nodes/MetaInsights/report';
import type {
	InsightsQuery,
	ReportSettings,
	ReportTrace,
	Row,
} from '../../../../../nodes/MetaInsights/report';
import type { GraphClient } from '../../../../../nodes/shared/graph/types';
import { GraphError } from '../../../../../nodes/shared/graph/types';
import type { Clock } from '../../../../../nodes/shared/graph/clock';
import { TODAY } from './fakeInsights';

/** A clock on which every sleep is over at once. */
export class JumpClock implements Clock {
	private time = 1_700_000_000_000;
	readonly start = this.time;
	/** How long each sleep was to be, in ms. */
	readonly sleeps: number[] = [];
	onSleep: () => void = () => undefined;

	now(): number {
		return this.time;
	}

	async sleep(ms: number): Promise<void> {
		this.sleeps.push(ms);
		this.time += ms;
		this.onSleep();
		await Promise.resolve();
	}
}

export interface Made {
	rows: Row[];
	error?: GraphError;
	trace: ReportTrace;
	clock: JumpClock;
}

export const SETTINGS: ReportSettings = {
	mode: 'auto',
	maxJobs: 3,
	jobTimeout: 600_000,
	maxRestarts: 1,
	accountTimezone: 'Europe/Berlin',
	today: TODAY,
	pageSize: 7,
};

/** Runs a report to its end on a clock of its own. */
export async function make(
	client: GraphClient,
	query: InsightsQuery,
	settings: Partial<ReportSettings> = {},
	clock = new JumpClock(),
): Promise<Made> {
	const trace: ReportTrace = { reportRunIds: [], steps: [] };
	const rows: Row[] = [];
	const error = await (async () => {
		const chunks = runReport(client, query, { ...SETTINGS, ...settings }, trace, clock);
		for await (const chunk of chunks) rows.push(...chunk);
	})().then(
		() => undefined,
		(cause: unknown) => {
			if (cause instanceof GraphError) return cause;
			throw cause;
		},
	);
	return { rows, error, trace, clock };
}

/** Rows in an order of their own, numbers as numbers: what two reports have to have in common. */
export function normal(rows: readonly Row[]): string[] {
	return rows
		.map((row) => {
			const members = Object.entries(row).map(([name, value]) => [
				name,
				typeof value === 'string' && /^[\d.]+$/.test(value) ? Number(value) : value,
			]);
			return JSON.stringify(members.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
		})
		.sort();
}
