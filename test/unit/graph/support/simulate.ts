import { createGraphClient } from '../../../../nodes/shared/graph/client';
import type { GraphRequest } from '../../../../nodes/shared/graph/types';
import { fakeContext } from './fakeMeta';
import { QuotaServer, type QuotaServerOptions } from './quotaServer';
import { VirtualClock } from './virtualClock';

export interface Simulation {
	server: QuotaServerOptions;
	/** Calls of all clients together. */
	calls: number;
	clients: number;
	batchSize: number;
	/** ms */
	latency: number;
}

export interface SimulationResult {
	failed: number;
	throttled: number;
	/** Time that it took, in windows. */
	windows: number;
}

const READ: GraphRequest = {
	method: 'GET',
	path: '/act_1/campaigns',
	quotaOf: '1',
	useCase: 'ads_management',
};

let simulations = 0;

/** Lets clients of one credential make calls side by side against a server that counts them. */
export async function simulate(simulation: Simulation): Promise<SimulationResult> {
	const { server: options, calls, clients, batchSize, latency } = simulation;
	const clock = new VirtualClock();
	const server = new QuotaServer(options, clock);
	const credentialId = `simulation-${simulations++}`;
	const start = clock.now();
	const work = Array.from({ length: clients }, async (_unused, number) => {
		const context = fakeContext(server.answer, [], clock, {
			latency,
			credentialId,
			credentials: { accessToken: 'test-token', usageWindowSeconds: options.windowMs / 1000 },
		});
		const dependencies = { clock, random: () => 0.5 };
		const client = await createGraphClient(context, { maxWait: Infinity }, dependencies);
		const share = Math.floor((calls + number) / clients);
		const requests = Array.from({ length: share }, () => READ);
		const outcomes = await client.requestMany(requests, batchSize);
		return outcomes.filter((outcome) => 'error' in outcome).length;
	});
	const failed = await clock.run(Promise.all(work));
	return {
		failed: failed.reduce((sum, count) => sum + count, 0),
		throttled: server.throttled,
		windows: (clock.now() - start) / options.windowMs,
	};
}
