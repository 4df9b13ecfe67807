import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { databasePlace } from '../client.server';
import { dialect } from '../schema/kit';
import {
  BadBackup,
  databaseName,
  filesFolder,
  filesName,
  readBackup,
  type Manifest,
} from './manifest.server';
import { postgresIsEmpty, restorePostgres } from './postgres-copy.server';
import { verifySqlite } from './sqlite-copy.server';

/** Where a backup would go is not a place for it: says why. */
export class UnfitTarget extends Error {
  override name = 'UnfitTarget';
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

async function restoreSqlite(from: string, expected: Manifest['rows']) {
  const place = databasePlace();
  const arriving = `${place}.arriving`;
  await mkdir(path.dirname(place), { recursive: true });
  try {
    await copyFile(from, arriving);
    verifySqlite(arriving, expected);
    await rename(arriving, place);
  } finally {
    for (const end of ['', '-wal', '-shm']) await rm(arriving + end, { force: true });
  }
}

/**
 * Puts a backup into the empty place that DATA_DIR and DATABASE_URL name. Throws `BadBackup` when a byte of it is
 * not as it was made, `UnfitTarget` when the place is not empty or the schema is newer; then nothing has been touched.
 */
export async function restoreBackup(folder: string): Promise<Manifest> {
  const manifest = await readBackup(folder);
  assertKnown(manifest);
  await assertEmpty();
  const database = path.join(folder, databaseName(dialect));
  if (!manifest.files.some((file) => file.path === databaseName(dialect)))
    throw new BadBackup('the backup holds no database');
  if (dialect === 'sqlite') await restoreSqlite(database, manifest.rows);
  else await restorePostgres(database, databasePlace(), manifest.rows);
  for (const { path: name } of manifest.files.filter((file) => file.path.startsWith(`${filesName}/`))) {
    const to = path.join(filesFolder(), path.relative(filesName, name));
    await mkdir(path.dirname(to), { recursive: true });
    await copyFile(path.join(folder, name), to);
  }
  return manifest;
}
