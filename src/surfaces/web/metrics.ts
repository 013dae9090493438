// Figures for Prometheus at /metrics, for whoever holds METRICS_TOKEN; without that setting the address does not exist.
// They count requests, connections and jobs, and never name a partnership or a person.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { readWorkload, type Workload } from '../../kernel/jobs/workload.ts';
import type { House } from '../../kernel/operation/perform.ts';
import { NotFound } from '../../kernel/operation/refusals.ts';
import { routeOf } from './log.ts';

const seconds = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function serveMetrics(app: FastifyInstance, house: House, token: string | undefined): void {
  if (token === undefined) return;
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  countRequests(app, registry);
  const workload = gaugesOf(registry, house);

  app.get('/metrics', { config: { rateLimit: false }, logLevel: 'warn' }, async (request, reply) => {
    // Without the token it answers as an address that does not exist.
    if (!isToken(request.headers.authorization, token)) throw new NotFound();
    await workload();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

/** Compared by hashes of one length, so that the time it takes tells nothing. */
function isToken(given: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given ?? ''), hash(`Bearer ${token}`));
}

function countRequests(app: FastifyInstance, registry: Registry): void {
  const histogram = new Histogram({
    name: 'golden_thread_request_duration_seconds',
    help: 'Requests answered, by method, route pattern and status',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: routeOf(request), status: reply.statusCode };
    histogram.observe(labels, reply.elapsedTime / 1000);
  });
}

/** Gives the reader of what lies in the database, which is asked once for each collection. */
function gaugesOf(registry: Registry, { pool }: House): () => Promise<void> {
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `golden_thread_${name}`, help, registers: [registry] });
  const up = gauge('database_up', 'Whether the database answered when these figures were asked for');
  const connections = gauge('database_connections', 'Connections to the database that are open');
  const inUse = gauge('database_connections_in_use', 'Connections in use at this moment');
  const limit = gauge('database_connections_limit', 'Most connections that this process opens');
  const waiting = gauge('database_waiting', 'Requests that wait for a connection');
  const workload: Record<keyof Workload, Gauge> = {
    jobs_waiting: gauge('jobs_waiting', 'Jobs that are still to be done, now or later'),
    jobs_failed: gauge('jobs_failed', 'Jobs given up after the last attempt'),
    oldest_job_seconds: gauge('oldest_job_seconds', 'How long the oldest job that is due has waited'),
    audit_entries: gauge('audit_entries', 'Entries in the audit trails of all partnerships'),
  };
  return async () => {
    const counts = pool.counts();
    connections.set(counts.open);
    inUse.set(counts.in_use);
    limit.set(counts.limit);
    waiting.set(counts.waiting);
    const read = await readWorkload(pool).catch(() => undefined);
    up.set(read === undefined ? 0 : 1);
    for (const [name, of] of Object.entries(workload)) {
      // A figure that is not known is left out instead of standing at its last value.
      if (read === undefined) of.remove();
      else of.set(read[name as keyof Workload]);
    }
  };
}
