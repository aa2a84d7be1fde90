import { simulate } from './support/simulate';
import { QuotaServer } from './support/quota-server';
import { Quota } from '../../../nodes/shared/graph/quota';
test('trace', async () => {
	const log: string[] = [];
	const orig = (Quota.prototype as any).hear; const origSend = (Quota.prototype as any).send;
	let t0 = 0;
	(Quota.prototype as any).send = function (n: number, s: any) { t0 ||= s.at; log.push(`${s.at - t0} send ${n} probe=${s.isProbe} ${JSON.stringify(this.state(s.at))}`); return origSend.call(this, n, s); };
	(Quota.prototype as any).hear = function (n: number, s: any, now: number, r: any) { orig.call(this, n, s, now, r); log.push(`${now - t0} hear ${n} ${r?.percent} pause=${this.pause && this.pause.until - t0} cost=${this.cost.atMost}`); };
	const r = await simulate({ server: { kind: 'rolling', tellsRegain: false, quota: 60, windowMs: 60000 }, calls: Math.ceil(60 * 2.15), clients: 2, batchSize: 18, latency: 144 });
	console.log(JSON.stringify(r) + '\n' + log.join('\n'));
});
