import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { within } from './within';
import type { Engine, Full, Raw, Run } from './engine';

export type Reads = Pick<Full, 'select' | 'selectDistinct' | '$count' | 'query' | '$with' | 'with'>;
export type Tx = Reads & Pick<Full, 'insert' | 'update' | 'delete'>;

type Scope = {
  tx: Tx;
  raw: Raw;
  run: Run;
  open: boolean;
  running: number;
  doomed?: { error: unknown };
  pending: Map<object, Error>;
};
type Callable = (...a: unknown[]) => unknown;

/** The longest list that a kept statement is for: of a batch. */
const longestKept = 512;
type Values = Record<string, string | Date | readonly string[]>;
type Execute<T> = { execute(values: Record<string, unknown>): PromiseLike<T> };
type Query<T> = PromiseLike<T> & { prepare(name: string): Execute<T> };

/**
 * The values with each list filled up by its last to a length that is a power of two: to `in (…)` that is the same, and
 * ten statements are enough for all lengths.
 */
const filledUp = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (!Array.isArray(value) || value.length === 0) return [name, value];
      const more = 2 ** Math.ceil(Math.log2(value.length)) - value.length;
      return [name, [...value, ...Array<string>(more).fill(value.at(-1)!)]];
    }),
  );

/** A place in a statement for each value, and for each of a list. */
const places = (values: Values) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((_, i) => sql.placeholder(name + i)) : sql.placeholder(name),
    ]),
  );
/** What is put in those places. */
const fillings = (values: Values) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      Array.isArray(value) ? value.map((one: string, i) => [name + i, one]) : [[name, value]],
    ),
  );

/** PostgreSQL gives up a transaction after any failed statement; SQLite would go on: make both give up. */
async function doom<T>(scope: Scope, f: () => T | Promise<T>): Promise<T> {
  scope.running++;
  try {
    return await f();
  } catch (error) {
    scope.doomed ??= { error };
    throw error;
  } finally {
    scope.running--;
  }
}

/** Refuses use after the end of the transaction and remembers writes that were built but never awaited. */
function watch(real: Full, scope: Scope): Tx {
  const assertOpen = () => {
    if (!scope.open) throw new Error('database used after its write() ended: a forgotten await?');
  };
  const chain = <T extends object>(builder: T, token: object | null): T => {
    const proxy: T = new Proxy(builder, {
      get(target, key) {
        const value = Reflect.get(target, key, target) as unknown;
        if (typeof value !== 'function') return value;
        if (key === 'then' || key === 'catch' || key === 'finally') return (value as Callable).bind(proxy);
        if (key === 'execute')
          return async (...a: unknown[]) => {
            if (token) scope.pending.delete(token);
            assertOpen();
            return doom(scope, () => Reflect.apply(value as Callable, target, a));
          };
        return (...a: unknown[]) => {
          const out = Reflect.apply(value as Callable, target, a) as object | null;
          const again = out !== null && typeof out === 'object' && (out === target || 'then' in out);
          return again ? chain(out, token) : out;
        };
      },
    });
    return proxy;
  };
  return new Proxy(real, {
    get(target, key) {
      const value = Reflect.get(target, key, target) as unknown;
      if (key === 'insert' || key === 'update' || key === 'delete')
        return (...a: unknown[]) => {
          assertOpen();
          const token = {};
          scope.pending.set(token, new Error(`${key} was built inside write() but never awaited`));
          return chain(Reflect.apply(value as Callable, target, a) as object, token);
        };
      if (key === 'select' || key === 'selectDistinct')
        return (...a: unknown[]) => {
          assertOpen();
          return chain(Reflect.apply(value as Callable, target, a) as object, null);
        };
      assertOpen();
      return typeof value === 'function' ? (value as Callable).bind(target) : value;
    },
  }) as unknown as Tx;
}

type Coded = { code?: string; cause?: unknown };
const hasCode = (e: unknown, ...codes: string[]): boolean =>
  !!e && (codes.includes((e as Coded).code ?? '') || hasCode((e as Coded).cause, ...codes));
/** Serialisation failure and deadlock: nothing was done, and doing it again may succeed. */
const retryable = (e: unknown) => hasCode(e, '40001', '40P01');
const uniqueViolation = '23505';
const uniqueAttempts = 3;
const retryForMs = 10_000;
/** How long a unit of work may hold up the others, in milliseconds. */
const usualMs = 30_000;

/** Rejects when `work` takes longer: the unit of work is undone, and what it still awaits finds it closed. */
async function inTime<T>(ms: number, work: Promise<T>): Promise<T> {
  const late = Symbol();
  const out = await within<T, typeof late>(ms, work, late);
  if (out !== late) return out as T;
  const message = `a unit of work was undone because it took longer than ${ms} ms`;
  throw Object.assign(new Error(message), { code: 'UNIT_OF_WORK_LATE' });
}

/** The one door to an engine: `db` for reads, `write` for every change. */
export function unitOfWork(engine: () => Engine) {
  const current = new AsyncLocalStorage<Scope>();
  const live = () => {
    const scope = current.getStore();
    if (scope && !scope.open) throw new Error('write() used after it ended: a forgotten await?');
    return scope;
  };

  async function once<T>(fn: (tx: Tx) => Promise<T>, ms: number): Promise<T> {
    const session = await engine().session();
    let broken: unknown;
    try {
      await session.begin().catch((e: unknown) => {
        broken = e; // it may stand in a transaction that has failed already
        throw e;
      });
      const scope = {
        raw: session.raw,
        run: session.run,
        open: true,
        running: 0,
        pending: new Map(),
      } as Scope;
      scope.tx = watch(session.db, scope);
      try {
        const out = await inTime(
          ms,
          current.run(scope, async () => await fn(scope.tx)),
        );
        if (scope.doomed) throw scope.doomed.error;
        if (scope.running) throw new Error('write() ended while a statement inside it was still running');
        for (const forgotten of scope.pending.values()) throw forgotten;
        scope.open = false;
        await session.end('commit');
        return out;
      } catch (e) {
        scope.open = false;
        await session.end('rollback').catch((x: unknown) => {
          broken = x;
        });
        throw e;
      }
    } finally {
      session.release(broken);
    }
  }

  return {
    /**
     * A read whose statement is built once for some lengths of its lists, and kept: building costs as much as asking.
     * `build` compares columns with the values, those that need it encoded by `sql.param`, and asks of a list only what
     * is in it. Built anew for a longer list than a batch, and inside write(), for the transaction.
     */
    prepared<V extends Values, T>(build: (values: V) => Query<T>): (values: V) => Promise<T> {
      const ofEngine = new WeakMap<Engine, Map<string, Execute<T>>>();
      return async (given) => {
        const lists = Object.values(given).filter((value) => Array.isArray(value));
        if (live() || lists.some((list) => list.length > longestKept)) return build(given);
        const values = filledUp(given);
        const lengths = Object.values(values).map((value) => (Array.isArray(value) ? value.length : 1));
        const kept = ofEngine.get(engine()) ?? new Map<string, Execute<T>>();
        ofEngine.set(engine(), kept);
        const statement = kept.get(lengths.join()) ?? build(places(values) as unknown as V).prepare('');
        kept.set(lengths.join(), statement);
        return statement.execute(fillings(values));
      };
    },
    /** Reads; inside write() they see the transaction. */
    db: new Proxy({} as Reads, {
      get(_, key) {
        const from = (live()?.tx ?? engine().reads) as unknown as Record<PropertyKey, unknown>;
        const value = from[key];
        return typeof value === 'function' ? (value as Callable).bind(from) : value;
      },
    }),
    /** A row-returning raw statement; only db/ and search/fallback may hold engine-specific SQL. */
    raw: (async (q) => {
      const scope = live();
      return scope ? doom(scope, () => scope.raw(q)) : engine().rawRead(q);
    }) as Raw,
    /** A raw statement without rows, only inside write(). */
    run: (async (q) => {
      const scope = live();
      if (!scope) throw new Error('run() outside write()');
      return doom(scope, () => scope.run(q));
    }) as Run,
    /**
     * One unit of work: all of `fn` or nothing. A nested write() joins it, and any failure inside,
     * even a caught one, dooms the whole. Await nothing but database calls inside: `fn` is called again when the
     * database asks for that. Undone after half a minute, or after `withinMs`: others wait for it.
     */
    async write<T>(fn: (tx: Tx) => Promise<T>, { withinMs = usualMs } = {}): Promise<T> {
      const outer = live();
      if (outer) return doom(outer, () => fn(outer.tx));
      const until = Date.now() + retryForMs;
      for (let attempt = 1, refused = 0; ; attempt++) {
        try {
          return await once(fn, withinMs);
        } catch (e) {
          const raced = engine().racesOnUnique && hasCode(e, uniqueViolation) && ++refused < uniqueAttempts;
          if (!(raced || retryable(e)) || Date.now() > until) throw e;
          await sleep(Math.random() * 2 ** Math.min(attempt, 7));
        }
      }
    },
  };
}

/** One vocabulary for both engines' refusals. */
export type Refusal = { kind: 'unique' | 'foreign' | 'check' | 'null' | 'rule'; on: string };
type DatabaseError = {
  message?: string;
  code?: string;
  detail?: string;
  table?: string;
  column?: string;
  constraint?: string;
  cause?: unknown;
};

/** What a constraint or trigger refused, or undefined when `error` is something else (a bug). */
export function refusal(error: unknown): Refusal | undefined {
  if (!error || typeof error !== 'object') return undefined;
  const e = error as DatabaseError;
  const message = String(e.message);
  const code = String(e.code ?? '');
  const found = (pattern: RegExp) => message.match(pattern)?.[1];
  const rule = found(/^rule:(\w+)/);
  if (rule) return { kind: 'rule', on: rule };
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    const unique = found(/^UNIQUE constraint failed: (.+)$/);
    if (unique) return { kind: 'unique', on: unique.replaceAll(', ', ',') };
    const check = found(/^CHECK constraint failed: (.+)$/);
    if (check) return { kind: 'check', on: check };
    const missing = found(/^NOT NULL constraint failed: (.+)$/);
    if (missing) return { kind: 'null', on: missing };
    if (message.startsWith('FOREIGN KEY')) return { kind: 'foreign', on: '' };
  }
  if (code === '23505') {
    // the words around it are in the server's language
    const columns = e.detail?.match(/\((.+?)\)=\(/)?.[1] ?? '';
    return {
      kind: 'unique',
      on: columns
        .split(', ')
        .map((c) => `${e.table}.${c}`)
        .join(),
    };
  }
  if (code === '23514') return { kind: 'check', on: e.constraint ?? '' };
  if (code === '23502') return { kind: 'null', on: `${e.table}.${e.column}` };
  if (code === '23503' || code === '23001') return { kind: 'foreign', on: '' };
  return refusal(e.cause);
}
