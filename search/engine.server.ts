import http from 'node:http';
import https from 'node:https';
import {
  Meilisearch,
  MeilisearchApiError,
  MeilisearchError,
  type MeilisearchErrorResponse,
} from 'meilisearch';
import { engineOfRunningSite, startProcess, type EnginePlace } from './engine-process.server';

type Log = (level: 'info' | 'warn', message: string) => void;
type State = {
  client?: Meilisearch;
  process?: { stop(): Promise<void> };
  starting?: Promise<void>;
  /** until then nobody asks the engine: it failed a moment ago */
  brokenUntil: number;
  /** how often there was reason to ask whether its indexes are still whole */
  doubts: number;
  absent: boolean;
  log: Log;
};

// Held on globalThis: in development the module is evaluated again after each change.
const held = globalThis as typeof globalThis & { __searchEngine?: State };
const state = (held.__searchEngine ??= {
  brokenUntil: 0,
  doubts: 0,
  absent: false,
  log: (level, message) => console[level](message),
});

const restMs = 2_000;
/** A search that takes longer than this is answered by the database. */
const patienceMs = 3_000;

/** Thrown at once, without a request, while the engine is down or resting after a failure. */
export class EngineDown extends Error {
  override name = 'EngineDown';
}

const agents = {
  'http:': new http.Agent({ keepAlive: true, maxSockets: 32 }),
  'https:': new https.Agent({ keepAlive: true, maxSockets: 32 }),
};

/**
 * Requests over our own keep-alive agent. `Accept-Encoding: identity`, because compressed answers stall a search by
 * about 40 ms in Node, and no AbortSignal, because a long-lived one gathers listeners.
 */
function request(patience: number) {
  return (input: string | URL | Request, init?: RequestInit): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const url = new URL(String(input));
      const headers = Object.fromEntries(new Headers(init?.headers));
      const body = typeof init?.body === 'string' ? init.body : undefined;
      const call = (url.protocol === 'https:' ? https : http).request(
        url,
        {
          method: init?.method ?? 'GET',
          agent: agents[url.protocol as keyof typeof agents],
          headers: {
            ...headers,
            'accept-encoding': 'identity',
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
        },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (chunk: string) => (text += chunk));
          answer.once('error', reject);
          answer.once('end', () => {
            try {
              const value: unknown = text ? JSON.parse(text) : undefined;
              if ((answer.statusCode ?? 500) < 400) return resolve(value);
              const response = new Response(null, {
                status: answer.statusCode,
                statusText: answer.statusMessage,
              });
              reject(new MeilisearchApiError(response, value as MeilisearchErrorResponse));
            } catch (error) {
              reject(error as Error);
            }
          });
        },
      );
      call.setTimeout(patience, () =>
        call.destroy(new Error(`no answer from Meilisearch in ${patience} ms`)),
      );
      call.once('error', reject);
      call.end(body);
    });
}

function clientOf({ host, key }: EnginePlace, patience = 60_000) {
  return new Meilisearch({
    host,
    apiKey: key || undefined,
    httpClient: request(patience),
    defaultWaitOptions: { timeout: 600_000, interval: 20 },
  });
}

let searchingClient: Meilisearch | undefined;

async function ready(place: EnginePlace, prepare: boolean) {
  state.client = clientOf(place);
  searchingClient = clientOf(place, patienceMs);
  state.brokenUntil = 0;
  state.log('info', `Meilisearch answers at ${place.host}`);
  if (!prepare) return;
  const { ensureIndexes } = await import('./rebuild.server');
  await ensureIndexes().catch((error: Error) =>
    state.log('warn', `search index not prepared: ${error.message}`),
  );
}

async function start(prepare: boolean) {
  const host = process.env.MEILI_HOST;
  if (host) {
    const place = { host, key: process.env.MEILI_KEY ?? '' };
    const answers = () =>
      clientOf(place, 2_000)
        .health()
        .then(
          () => true,
          () => false,
        );
    for (let wait = 250; state.starting && !(await answers()); wait = Math.min(wait * 2, 10_000)) {
      state.brokenUntil = Infinity;
      await new Promise((resolve) => setTimeout(resolve, wait).unref());
    }
    if (state.starting) await ready(place, prepare);
    return;
  }
  const process_ = await startProcess({
    ready: (place) => void ready(place, prepare),
    lost(reason) {
      state.client = searchingClient = undefined;
      state.log('warn', `${reason}: the database answers meanwhile`);
    },
  });
  state.process = process_;
  state.absent = !process_;
  if (!process_) state.log('warn', 'no Meilisearch for this platform: the database answers every search');
}

/**
 * Finds (MEILI_HOST, MEILI_KEY) or starts Meilisearch, then builds indexes that are missing or whose settings have
 * changed. Returns at once and never throws; the work goes on in the background. `prepare: false` leaves the indexes.
 */
export function startSearch(options: { log?: Log; prepare?: boolean } = {}): void {
  if (options.log) state.log = options.log;
  state.starting ??= Promise.resolve()
    .then(() => start(options.prepare ?? true))
    .catch((error: Error) => {
      state.absent = true;
      state.log('warn', `Meilisearch not started: ${error.message}; the database answers`);
    });
}

/** Resolves once the engine answers, or after `ms`: true if it does. */
export async function engineReady(ms = 15_000): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; await new Promise((r) => setTimeout(r, 25))) {
    if (state.client) return true;
    if (state.absent) return false;
  }
  return false;
}

/** For a command beside a running site: uses that site's engine, else starts one. */
export async function useEngine(): Promise<boolean> {
  if (state.client) return true;
  const place = process.env.MEILI_HOST ? undefined : await engineOfRunningSite();
  if (place) {
    const answers = await clientOf(place, 2_000)
      .health()
      .then(
        () => true,
        () => false,
      );
    if (answers) {
      await ready(place, false);
      return true;
    }
  }
  startSearch({ prepare: false });
  return engineReady(30_000);
}

/** Ends the engine if this process started it (SIGTERM, then waits). */
export async function stopSearch(): Promise<void> {
  const starting = state.starting;
  state.starting = undefined;
  if (!process.env.MEILI_HOST) await starting;
  const running = state.process;
  state.process = state.client = searchingClient = undefined;
  state.absent = false;
  state.brokenUntil = 0;
  await running?.stop();
  (await import('./rebuild.server')).forgetIndexes();
  for (const agent of Object.values(agents)) agent.destroy();
}

/** The client for indexing; throws `EngineDown` while there is none. */
export function searchClient(): Meilisearch {
  if (!state.client) throw new EngineDown('Meilisearch is not running');
  return state.client;
}

/** Whether searches are answered by Meilisearch at this moment. */
export const engineStatus = (): 'up' | 'down' =>
  state.client && Date.now() >= state.brokenUntil ? 'up' : 'down';

/** True when this installation has no engine at all, so that nothing waits for one. */
export const engineAbsent = () => state.absent;

/** The HTTP status that the engine refused with, 0 when it did not answer. */
export function engineRefusal(error: unknown): number {
  if (error instanceof MeilisearchApiError) return error.response.status;
  return error instanceof Error && error.cause ? engineRefusal(error.cause) : 0;
}

/** A task that the engine accepted and could not do; `type` is its own word for whose fault that is. */
export class TaskFailed extends Error {
  override name = 'TaskFailed';
  constructor(
    message: string,
    readonly type: string | undefined,
  ) {
    super(message);
  }
}

const notOfTheDocuments = [401, 403, 408, 429];

/** True when not what was asked is to blame but the engine: it is away, ill, without disk, or refuses our key. */
export function engineTrouble(error: unknown): boolean {
  if (error instanceof TaskFailed) return error.type !== 'invalid_request';
  if (error instanceof EngineDown) return true;
  const status = engineRefusal(error);
  return (
    error instanceof MeilisearchError && (status === 0 || status >= 500 || notOfTheDocuments.includes(status))
  );
}

/** Notes that the engine failed: for two seconds nobody asks it. */
export function restEngine(reason: Error): void {
  if (engineStatus() === 'up') state.log('warn', `search by the database for a while: ${reason.message}`);
  state.brokenUntil = Date.now() + restMs;
  state.doubts++;
}

/** Rises whenever the engine failed or did not know an index: its indexes have to be looked at when it is back. */
export const engineDoubts = () => state.doubts;

/** Asks the engine; after a failure everyone gets `EngineDown` at once for two seconds, then one may try again. */
export async function askEngine<T>(question: (client: Meilisearch) => Promise<T>): Promise<T> {
  if (engineStatus() === 'down' || !searchingClient) throw new EngineDown('Meilisearch is resting');
  try {
    return await question(searchingClient);
  } catch (error) {
    const status = engineRefusal(error);
    if (status === 0 || status >= 500) restEngine(error as Error);
    // An index that is missing or was made without our settings.
    if (status === 404 || status === 400) state.doubts++;
    throw error;
  }
}

/** Every index's name begins with this, so that tests and several sites can share one server. */
export const indexName = (name: string) => `${process.env.SEARCH_INDEX_PREFIX ?? ''}${name}`;
export const logSearch: Log = (level, message) => state.log(level, message);
