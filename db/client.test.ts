import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import {
  closeDatabase,
  dataVersion,
  db,
  measureTables,
  prepared,
  raw,
  refusal,
  write,
} from './client.server';
import { databaseReadiness } from './readiness.server';
import { storageTrouble } from './trouble.server';
import { recordAudit } from './audit.server';
import { audit, organisations } from './schema';
import { dialect } from './schema/kit';
import { commitElsewhere, useDatabase } from '#tests/database';

useDatabase();
const organisation = (code: string) => ({ code, kind: 'enterprise' as const, name: code, shortName: code });
const codes = async () =>
  (await db.select({ code: organisations.code }).from(organisations)).map((r) => r.code);

test('a unit of work keeps all or nothing', async () => {
  await expect(
    write(async (tx) => {
      await tx.insert(organisations).values(organisation('T01'));
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await codes()).not.toContain('T01');
});

test('a caught failure inside still dooms the whole', async () => {
  await write(async (tx) => void (await tx.insert(organisations).values(organisation('T02'))));
  const twice = write(async (tx) => {
    await tx.insert(organisations).values(organisation('T03'));
    await tx
      .insert(organisations)
      .values(organisation('T02'))
      .catch(() => undefined);
  });
  await expect(twice).rejects.toSatisfy((e) => refusal(e)?.on === 'organisations.code');
  expect(await codes()).not.toContain('T03');
});

test('a nested write joins, and reads inside see what was written', async () => {
  await write(async (tx) => {
    await tx.insert(organisations).values(organisation('T04'));
    await write(async () => {
      expect(await codes()).toContain('T04');
    });
  });
});

test('a statement that is kept answers for each length of its list, inside a unit of work and after the engine changed', async () => {
  let built = 0;
  const named = prepared(({ names, since }: { names: readonly string[]; since: Date }) => {
    built++;
    return db
      .select({ code: organisations.code })
      .from(organisations)
      .where(
        and(
          inArray(organisations.code, names),
          gt(organisations.createdAt, sql.param(since, organisations.createdAt)),
        ),
      );
  });
  const found = async (since: Date, ...names: string[]) =>
    (await named({ names, since })).map((row) => row.code).sort();
  const long = new Date(0);
  await write(async (tx) => {
    await tx.insert(organisations).values([organisation('T20'), organisation('T21')]);
    expect(await found(long, 'T20', 'T21')).toEqual(['T20', 'T21']);
  });
  expect(await found(long, 'T20', 'T21')).toEqual(['T20', 'T21']);
  expect(await found(long, 'T21', 'T99')).toEqual(['T21']);
  expect(await found(long, 'T20')).toEqual(['T20']);
  expect(await found(long, 'T99', 'T21', 'T20')).toEqual(['T20', 'T21']);
  expect(await found(long, 'T20', 'T98', 'T99', 'T21')).toEqual(['T20', 'T21']);
  expect(await found(long)).toEqual([]);
  expect(await found(new Date(Date.now() + 60_000), 'T20')).toEqual([]);
  expect(built).toBe(5); // in the unit of work; for two, for one, for three and four, for none
  await closeDatabase();
  expect(await found(long, 'T20')).toEqual(['T20']);
  expect(built).toBe(6);
});

test('a forgotten await is refused', async () => {
  await expect(
    // eslint-disable-next-line @typescript-eslint/no-floating-promises -- the mistake under test
    write(async (tx) => void tx.insert(organisations).values(organisation('T05'))),
  ).rejects.toThrow('never awaited');
});

test('the read handle refuses to write', async () => {
  const stray = db as unknown as {
    insert: (t: typeof organisations) => { values(v: object): Promise<unknown> };
  };
  const refused = await stray
    .insert(organisations)
    .values(organisation('T06'))
    .then(
      () => undefined,
      (error: Error) => error,
    );
  // PostgreSQL's own words are the cause of drizzle's error
  expect(String(refused?.cause ?? refused)).toMatch(/readonly|read-only/i);
});

test('forty concurrent units of work lose no update', async () => {
  await write(
    async (tx) => void (await tx.insert(organisations).values({ ...organisation('T07'), foundedYear: 0 })),
  );
  const one = () =>
    write(async (tx) => {
      const [row] = await tx
        .select({ n: organisations.foundedYear })
        .from(organisations)
        .where(eq(organisations.code, 'T07'));
      await tx
        .update(organisations)
        .set({ foundedYear: row!.n! + 1 })
        .where(eq(organisations.code, 'T07'));
    });
  await Promise.all(Array.from({ length: 40 }, one));
  const [row] = await db
    .select({ n: organisations.foundedYear })
    .from(organisations)
    .where(eq(organisations.code, 'T07'));
  expect(row?.n).toBe(40);
});

test('the audit can be added to and never changed', async () => {
  await write((tx) => recordAudit(tx, { action: 'test.done', subject: 'test', subjectId: '1' }));
  const change = write(async (tx) => void (await tx.update(audit).set({ action: 'nothing' })));
  await expect(change).rejects.toSatisfy((e) => refusal(e)?.on === 'audit_append_only');
});

test('the version of the data changes with a commit of this or another process, and with nothing else', async () => {
  // PostgreSQL's version counts the writers of all databases of the server: here and there others are at work
  const still = async () => {
    const before = await dataVersion();
    await codes();
    return before === (await dataVersion());
  };
  await expect.poll(still, { timeout: 10_000 }).toBe(true);
  const before = await dataVersion();
  await write(async (tx) => void (await tx.insert(organisations).values(organisation('T08'))));
  const own = await dataVersion();
  expect(own).not.toBe(before);
  commitElsewhere();
  expect(await dataVersion()).not.toBe(own);
});

test('asking whether the database is ready changes no version: kept pages stay', async () => {
  const still = async () => {
    const before = await dataVersion();
    const { writable } = await databaseReadiness();
    return writable && before === (await dataVersion());
  };
  // others at work on the same server move PostgreSQL's version too, but not always
  await expect.poll(still, { timeout: 10_000 }).toBe(true);
});

test('a unit of work that is stuck is undone, and the others go on', async () => {
  let goOn = () => {};
  const stuck = write(
    async (tx) => {
      await tx.insert(organisations).values(organisation('T09'));
      await new Promise<void>((resolve) => (goOn = resolve));
      await tx.insert(organisations).values(organisation('T10'));
    },
    { withinMs: 200 },
  );
  const next = write(async (tx) => void (await tx.insert(organisations).values(organisation('T11'))));
  await expect(stuck).rejects.toSatisfy((error) => storageTrouble(error) === 'busy');
  await next;
  goOn();
  await new Promise((resolve) => setTimeout(resolve, 50));
  const kept = await codes();
  expect(kept).toContain('T11');
  expect(kept).not.toContain('T09');
  expect(kept).not.toContain('T10');
});

test.skipIf(dialect === 'postgresql')(
  'a table that has grown is measured, and statements go another way without a restart',
  async () => {
    const fill = (rows: number) =>
      write(async (tx) => {
        for (let i = 0; i < rows; i++)
          await tx.insert(audit).values({ action: 'test.grown', subject: 'test', subjectId: String(i) });
      });
    const way = async () => {
      // to explain a statement opens nothing: a changed schema is noticed by one that reads
      await codes();
      const ids = sql.join(
        Array.from({ length: 200 }, (_, i) => sql`${String(i)}`),
        sql`, `,
      );
      const rows = await raw<{ detail: string }>(
        sql`explain query plan select * from ${audit} where ${audit.id} in (${ids}) and ${audit.action} = 'x'`,
      );
      return rows.map((row) => row.detail).join();
    };
    await fill(20);
    await measureTables();
    expect(await way()).toContain('SCAN');
    await fill(3_000);
    expect(await way()).toContain('SCAN');
    await measureTables();
    expect(await way()).not.toContain('SCAN');
    const before = await dataVersion();
    await measureTables();
    expect(await dataVersion()).toBe(before);
  },
);
