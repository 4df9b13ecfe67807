import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { count, eq, like, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { recordAudit } from '../audit.server';
import { closeDatabase, db, run, write } from '../client.server';
import { audit, organisations } from '../schema';
import { dialect } from '../schema/kit';
import { useDatabase } from '#tests/database';
import { dropDatabase, ensureDatabase, placeOf, serverUrl } from '#tests/postgres';
import { databaseName, readBackup, seal } from './manifest.server';
import { verifyPostgres } from './postgres-copy.server';
import { HalfRestored, restoreBackup } from './restore-backup.server';
import { newestBackupAt, removeOldBackups, takeBackup } from './take-backup.server';

const source = useDatabase();
let folder: string;
const targets: string[] = [];
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'market-backups-'));
  mkdirSync(path.join(source(), 'files', '2026'), { recursive: true });
  writeFileSync(path.join(source(), 'files', '2026', '图纸.pdf'), 'a drawing');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
// Back to the source, whatever the test did.
afterEach(() => goTo(source()));
afterAll(async () => {
  for (const target of targets) {
    await dropDatabase(placeOf(target).DATABASE_URL);
    rmSync(target, { recursive: true, force: true });
  }
});

async function goTo(dataDir: string) {
  await closeDatabase();
  Object.assign(process.env, placeOf(dataDir));
}
/** An empty place, where the process then is. */
async function emptyPlace() {
  const target = mkdtempSync(path.join(os.tmpdir(), 'market-restored-'));
  targets.push(target);
  await goTo(target);
  await ensureDatabase(process.env.DATABASE_URL!);
  return target;
}

let written = 0;
/** An organisation and the note of it, in one unit of work. */
const add = () =>
  write(async (tx) => {
    const code = `B${written++}`;
    await tx.insert(organisations).values({ code, kind: 'enterprise', name: code, shortName: code });
    await recordAudit(tx, { action: 'backup.test', subject: 'organisation', subjectId: code });
  });
const counts = async () => {
  const [made] = await db.select({ n: count() }).from(organisations).where(like(organisations.code, 'B%'));
  const [noted] = await db.select({ n: count() }).from(audit).where(eq(audit.action, 'backup.test'));
  return [made!.n, noted!.n] as const;
};

test('a backup made while writing goes on is the state of one moment, and can be restored', async () => {
  for (let i = 0; i < 300; i++) await add();
  let writing = true;
  const writer = (async () => {
    while (writing) {
      await add();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  const before = written;
  const { folder: made, manifest } = await takeBackup(folder);
  const after = written;
  writing = false;
  await writer;
  expect(after).toBeGreaterThan(before);
  expect(manifest).toMatchObject({ dialect, verified: 'restored' });
  expect(readdirSync(made).sort()).toEqual(
    [databaseName(dialect), 'SHA256SUMS', 'files', 'manifest.json'].sort(),
  );
  expect(statSync(made).mode & 0o077).toBe(0);

  const target = await emptyPlace();
  await restoreBackup(made);
  const [organisationRows, auditRows] = await counts();
  expect(organisationRows).toBe(auditRows);
  expect(organisationRows).toBe(manifest.rows.organisations);
  expect(organisationRows).toBeGreaterThanOrEqual(before);
  expect(organisationRows).toBeLessThanOrEqual(after);
  expect(readFileSync(path.join(target, 'files', '2026', '图纸.pdf'), 'utf8')).toBe('a drawing');
  await add();
  await expect(restoreBackup(made)).rejects.toThrow('is not empty');
});

/** Changes one byte in the middle of a file, as a bad disk does. */
function damage(file: string) {
  const bytes = readFileSync(file);
  bytes[Math.floor(bytes.length / 2)]! ^= 1;
  writeFileSync(file, bytes);
}

test.each<[string, (made: string) => void, string | RegExp]>([
  ['one damaged byte', (made) => damage(path.join(made, databaseName(dialect))), 'is damaged'],
  [
    'a file that is cut off',
    (made) => truncateSync(path.join(made, databaseName(dialect)), 4096),
    /has 4096 bytes/,
  ],
  ['a file that is missing', (made) => rmSync(path.join(made, 'files', '2026', '图纸.pdf')), 'is missing'],
  [
    'a manifest that somebody changed',
    (made) => damage(path.join(made, 'manifest.json')),
    'not as it was written',
  ],
  ['no manifest', (made) => rmSync(path.join(made, 'manifest.json')), 'no backup'],
])('%s: nothing is restored', async (_, harm, message) => {
  const into = mkdtempSync(path.join(folder, 'harmed-'));
  const { folder: made } = await takeBackup(into);
  harm(made);
  const target = await emptyPlace();
  await expect(restoreBackup(made)).rejects.toThrow(message);
  expect(readdirSync(target)).toEqual([]);
});

test('a backup of a newer schema is refused', async () => {
  await write(() => run(sql`insert into "_migrations" ("hash", "made") values ('later', 9999999999999)`));
  const into = mkdtempSync(path.join(folder, 'newer-'));
  const { folder: made } = await takeBackup(into);
  await write(() => run(sql`delete from "_migrations" where "hash" = 'later'`));
  await emptyPlace();
  await expect(restoreBackup(made)).rejects.toThrow('newer version');
});

test('a backup of the other kind of database is refused', async () => {
  const into = mkdtempSync(path.join(folder, 'other-'));
  const { folder: made, manifest } = await takeBackup(into);
  for (const name of ['manifest.json', 'SHA256SUMS']) rmSync(path.join(made, name));
  await seal(made, { ...manifest, dialect: dialect === 'sqlite' ? 'postgresql' : 'sqlite' });
  await emptyPlace();
  await expect(restoreBackup(made)).rejects.toThrow('db:copy');
});

test('the newest backups are kept and nothing else is touched', async () => {
  const into = mkdtempSync(path.join(folder, 'kept-'));
  for (const day of [1, 2, 3]) await takeBackup(into, new Date(Date.UTC(2026, 0, day)));
  const others = [
    'market-of-the-neighbours',
    'market-20260102T000000Z.partial', // killed
    'market-20260103T030000Z.partial', // perhaps still being made
  ];
  for (const name of others) mkdirSync(path.join(into, name));
  const now = new Date(Date.UTC(2026, 0, 3, 4));
  expect(await newestBackupAt(into)).toEqual(new Date(Date.UTC(2026, 0, 3)));
  expect(await removeOldBackups(into, 2, now)).toEqual([
    'market-20260101T000000Z',
    'market-20260102T000000Z.partial',
  ]);
  expect(readdirSync(into).sort()).toEqual(
    [others[0], others[2], 'market-20260102T000000Z', 'market-20260103T000000Z'].sort(),
  );
  expect(await newestBackupAt(path.join(into, 'nowhere'))).toBeUndefined();
});

test('a backup that fails leaves nothing behind', async () => {
  const into = mkdtempSync(path.join(folder, 'failed-'));
  await goTo(path.join(folder, 'nowhere'));
  await expect(takeBackup(into)).rejects.toThrow();
  expect(readdirSync(into)).toEqual([]);
  expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
});

test('the sums are those that sha256sum makes', async () => {
  const into = mkdtempSync(path.join(folder, 'sums-'));
  const { folder: made } = await takeBackup(into);

  expect(spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: made }).status).toBe(0);
  expect((await readBackup(made)).files).toHaveLength(2);
});

/** A backup whose manifest tells of a row more than there is: what arrives cannot be what was noted. */
async function oneRowTooMany(name: string) {
  const { folder: made, manifest } = await takeBackup(mkdtempSync(path.join(folder, name)));
  for (const file of ['manifest.json', 'SHA256SUMS']) rmSync(path.join(made, file));
  const rows = { ...manifest.rows, organisations: manifest.rows.organisations! + 1 };
  await seal(made, { ...manifest, rows });
  return made;
}

test.skipIf(dialect !== 'sqlite')(
  'a copy that does not hold leaves the place as empty as it was',
  async () => {
    const made = await oneRowTooMany('wrong-');
    const target = await emptyPlace();
    await expect(restoreBackup(made)).rejects.toThrow('other rows than noted: organisations');
    expect(readdirSync(target)).toEqual([]);
  },
);

test.skipIf(!serverUrl)('where PostgreSQL was filled already, the command says what to drop', async () => {
  const made = await oneRowTooMany('wrong-');
  const target = await emptyPlace();
  const restoring = restoreBackup(made);
  await expect(restoring).rejects.toThrow(/organisations .*drop it, and empty DATA_DIR/);
  await expect(restoring).rejects.toBeInstanceOf(HalfRestored);
  expect(readdirSync(target)).toEqual([]);
});

test.skipIf(!serverUrl)('who may make no database gets a dump that was read to its end', async () => {
  const { folder: made, manifest } = await takeBackup(mkdtempSync(path.join(folder, 'read-')));
  const dump = path.join(made, databaseName(dialect));
  const role = `market_reader_${process.env.TEST_RUN}`;
  const url = new URL(process.env.DATABASE_URL!);
  await write(() => run(sql.raw(`create role ${role} login password 'reader' nocreatedb`)));
  try {
    [url.username, url.password] = [role, 'reader'];
    expect(await verifyPostgres(dump, url.href, manifest.rows)).toBe('read');
    truncateSync(dump, 4096);
    await expect(verifyPostgres(dump, url.href, manifest.rows)).rejects.toThrow('cannot read');
  } finally {
    await write(() => run(sql.raw(`drop role ${role}`)));
  }
});
