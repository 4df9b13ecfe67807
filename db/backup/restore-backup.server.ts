import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { databasePlace } from '../client.server';
import { dialect } from '../schema/kit';
import {
  BadBackup,
  copyInto,
  databaseName,
  filesFolder,
  filesName,
  onDisk,
  readBackup,
  treeOnDisk,
  type Manifest,
} from './manifest.server';
import { postgresIsEmpty, restorePostgres, verifyRows } from './postgres-copy.server';
import { verifySqlite } from './sqlite-copy.server';

/** Where a backup would go is not a place for it: says why. */
export class UnfitTarget extends Error {
  override name = 'UnfitTarget';
}

/** Something was put in place that does not hold: says what to throw away before the next try. */
export class HalfRestored extends Error {
  override name = 'HalfRestored';
}

const entries = async (folder: string) =>
  (await readdir(folder).catch(() => [])).filter((name) => name !== 'lost+found');

async function assertEmpty() {
  const dataDir = path.resolve(process.env.DATA_DIR ?? './data');
  const there = await entries(dataDir);
  if (there.length)
    throw new UnfitTarget(
      `${dataDir} is not empty (${there.slice(0, 5).join(', ')}): name an empty folder in DATA_DIR`,
    );
  if (dialect === 'postgresql' && !(await postgresIsEmpty(databasePlace())))
    throw new UnfitTarget('the database that DATABASE_URL names has tables already: name an empty one');
  if (
    dialect === 'sqlite' &&
    (await entries(path.dirname(databasePlace()))).includes(path.basename(databasePlace()))
  )
    throw new UnfitTarget(`${databasePlace()} is there already`);
}

function assertKnown(manifest: Manifest) {
  if (manifest.dialect !== dialect)
    throw new UnfitTarget(
      `the backup is of ${manifest.dialect} and DATABASE_URL means ${dialect}: restore it there, then move with db:copy`,
    );
  const known = readMigrationFiles({ migrationsFolder: `db/migrations/${dialect}` }).map(({ hash }) => hash);
  if (manifest.migrations.length > known.length)
    throw new UnfitTarget('the backup was made by a newer version of the site: install that version first');
  if (manifest.migrations.some((hash, i) => hash !== known[i]))
    throw new UnfitTarget('the backup is of a database with other migrations than this version has');
}

/** The copy, tried, under another name beside its place. */
async function sqliteBesidePlace(from: string, expected: Manifest['rows']): Promise<string> {
  const arriving = `${databasePlace()}.arriving`;
  await copyInto(from, arriving);
  verifySqlite(arriving, expected);
  await onDisk(arriving);
  return arriving;
}

async function filesBesidePlace(folder: string, manifest: Manifest): Promise<string> {
  const arriving = `${filesFolder()}.arriving`;
  await mkdir(arriving, { recursive: true });
  for (const { path: name } of manifest.files.filter((file) => file.path.startsWith(`${filesName}/`)))
    await copyInto(path.join(folder, name), path.join(arriving, path.relative(filesName, name)));
  await treeOnDisk(arriving);
  return arriving;
}

async function putInPlace(arrived: string, place: string) {
  await rename(arrived, place);
  await onDisk(path.dirname(place));
}

/**
 * Puts a backup into the empty place that DATA_DIR and DATABASE_URL name: everything arrives under another name and is
 * on the disk before it is put in place, the database last. Throws `BadBackup` when a byte of the backup is not as it
 * was made, `UnfitTarget` when the place is not empty or the schema is newer; then nothing is left there. Throws
 * `HalfRestored` when a PostgreSQL database was filled with what does not hold.
 */
export async function restoreBackup(folder: string): Promise<Manifest> {
  const manifest = await readBackup(folder);
  assertKnown(manifest);
  await assertEmpty();
  const database = path.join(folder, databaseName(dialect));
  if (!manifest.files.some((file) => file.path === databaseName(dialect)))
    throw new BadBackup('the backup holds no database');
  const arriving = [`${filesFolder()}.arriving`];
  try {
    const files = await filesBesidePlace(folder, manifest);
    if (dialect === 'sqlite') {
      const place = databasePlace();
      arriving.push(...['', '-wal', '-shm'].map((end) => `${place}.arriving${end}`));
      const copy = await sqliteBesidePlace(database, manifest.rows);
      await putInPlace(files, filesFolder());
      await putInPlace(copy, place);
    } else {
      await restorePostgres(database, databasePlace());
      try {
        await verifyRows(databasePlace(), manifest.rows);
        await putInPlace(files, filesFolder());
      } catch (error) {
        throw new HalfRestored(
          `${(error as Error).message}. The database that DATABASE_URL names is filled already: drop it, and empty DATA_DIR, before the next try`,
        );
      }
    }
  } finally {
    for (const left of arriving) await rm(left, { recursive: true, force: true });
  }
  return manifest;
}
