import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { newestBackupAt } from '#db/backup/take-backup.server';
import { within } from '#db/within';
import { listenToSearches, outboxFigures, type OutboxFigures } from '#search/figures.server';
import { searchStatus } from '#search/find.server';

const methods = new Set(['GET', 'HEAD', 'POST']);
/** Prometheus waits for ten. */
const figuresWithinMs = 5_000;
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function create() {
  const registry = new Registry();
  const registers = [registry];
  // Processor time, memory, garbage collection and the delay of the event loop.
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests answered, by Remix route id, method and status (aborted: the client went away first).',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the first line of a request to the end of its answer, by Remix route id.',
    labelNames: ['route'],
    buckets,
    registers,
  });
  const inFlight = new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests being answered.',
    registers,
  });
  const searches = new Histogram({
    name: 'search_duration_seconds',
    help: 'Searches by who answered them; the share of answered_by="database" is the share of the fallback.',
    labelNames: ['answered_by'],
    buckets,
    registers,
  });
  for (const answered_by of ['meilisearch', 'database']) searches.zero({ answered_by });
  const shed = new Counter({
    name: 'shed_requests_total',
    help: 'Anonymous searches refused because the event loop was late.',
    registers,
  });
  gaugesOfSearch(registers);
  new Gauge({
    name: 'backup_age_seconds',
    help: 'Age of the newest whole backup in BACKUP_DIR; +Inf when there is none.',
    registers,
    async collect() {
      const madeAt = await newestBackupAt(process.env.BACKUP_DIR ?? './backups');
      this.set(madeAt ? (Date.now() - madeAt.getTime()) / 1000 : Infinity);
    },
  });
  return { registry, requests, durations, inFlight, searches, shed };
}

function gaugesOfSearch(registers: Registry[]) {
  let asking: Promise<OutboxFigures | undefined> | undefined;
  // One question for the three gauges of one reading. A database that is away leaves them out.
  const figures = () =>
    (asking ??= within(figuresWithinMs, outboxFigures(), undefined)
      .catch(() => undefined)
      .finally(() => setImmediate(() => (asking = undefined))));
  const gauge = (name: string, help: string, read: (figures: OutboxFigures) => number) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const now = await figures();
        if (now) this.set(read(now));
        else this.remove();
      },
    });
  gauge('search_outbox_waiting', 'Changes the search index has still to learn.', (now) => now.waiting);
  gauge('search_outbox_set_aside', 'Changes the search engine refused for good.', (now) => now.setAside);
  gauge('search_outbox_oldest_seconds', 'Age of the oldest change that waits.', (now) => now.oldestSeconds);
  return new Gauge({
    name: 'search_engine_up',
    help: '1 when Meilisearch answers searches, 0 when the database does.',
    registers,
    collect() {
      this.set(searchStatus() === 'up' ? 1 : 0);
    },
  });
}

// Held on globalThis: in development the module is evaluated again after each change.
const held = globalThis as typeof globalThis & { __metrics?: ReturnType<typeof create> };
export const metrics = (held.__metrics ??= create());
listenToSearches((answered_by, seconds) => metrics.searches.observe({ answered_by }, seconds));

/** Counts every request under the route that answers it, and leaves its id in `res.locals.route` for the log. */
export function countRequests(routeOf: (path: string) => string): RequestHandler {
  return (req, res, next) => {
    const route = routeOf(req.path);
    res.locals.route = route;
    const end = metrics.durations.startTimer({ route });
    metrics.inFlight.inc();
    res.on('close', () => {
      metrics.inFlight.dec();
      end();
      const method = methods.has(req.method) ? req.method : 'other';
      const status = res.writableFinished ? String(res.statusCode) : 'aborted';
      metrics.requests.inc({ route, method, status });
    });
    next();
  };
}
