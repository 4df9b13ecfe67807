import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { databasePlace } from '../client.server';
import { dialect } from '../schema/kit';
import {
  copyInto,
  databaseName,
  filesBelow,
  filesFolder,
  filesName,
  onDisk,
  seal,
  sha256,
  treeOnDisk,
  type Manifest,
} from './manifest.server';
import { copyPostgres, verifyPostgres } from './postgres-copy.server';
import { copySqlite, verifySqlite } from './sqlite-copy.server';

const prefix = 'market-';
const isBackup = /^market-\d{8}T\d{6}Z$/;
const isPartial = /^market-\d{8}T\d{6}Z\.partial$/;
/** No backup takes that long: what is older was killed. */
const partialLivesMs = 24 * 3_600_000;
const stampOf = (at: Date) => at.toISOString().replace(/[-:]|\.\d+/g, '');

async function entryOf(folder: string, name: string): Promise<Manifest['files'][number]> {
  const place = path.join(folder, name);
  return {
    path: name.split(path.sep).join('/'),
    bytes: (await stat(place)).size,
    sha256: await sha256(place),
  };
}

async function copyDatabase(to: string) {
  if (dialect === 'sqlite') {
    const { rows, migrations } = await copySqlite(databasePlace(), to);
    verifySqlite(to, rows);
    return { rows, migrations, verified: 'restored' as const };
  }
  const { rows, migrations } = await copyPostgres(databasePlace(), to);
  return { rows, migrations, verified: await verifyPostgres(to, databasePlace(), rows) };
}

/** After the database, so that every file it names is there; files are never changed once they are written. */
async function copyFiles(folder: string): Promise<string[]> {
  const names = await filesBelow(filesFolder());
  for (const name of names)
    await copyInto(path.join(filesFolder(), name), path.join(folder, filesName, name));
  return names.map((name) => path.join(filesName, name));
}

/**
 * Makes a backup of the database and the files of visitors in a new folder inside `into`, while the site goes on, and
 * tries it. Until it is whole the folder's name ends in `.partial`. Returns the folder and its manifest.
 */
export async function takeBackup(
  into: string,
  now = new Date(),
): Promise<{ folder: string; manifest: Manifest }> {
  const folder = path.resolve(into, prefix + stampOf(now));
  const partial = `${folder}.partial`;
  await mkdir(into, { recursive: true });
  await mkdir(partial, { mode: 0o700 });
  try {
    const name = databaseName(dialect);
    const { rows, migrations, verified } = await copyDatabase(path.join(partial, name));
    const names = [name, ...(await copyFiles(partial))];
    const files = [];
    for (const one of names) files.push(await entryOf(partial, one));
    const manifest: Manifest = {
      format: 1,
      madeAt: now.toISOString(),
      dialect,
      migrations,
      rows,
      files,
      verified,
    };
    await seal(partial, manifest);
    await treeOnDisk(partial);
    await rename(partial, folder);
    await onDisk(path.resolve(into));
    return { folder, manifest };
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Removes all but the newest `keep` backups from a folder, and what backups that were killed a day ago or earlier have
 * left; nothing else. Returns the names of those removed.
 */
export async function removeOldBackups(from: string, keep: number, now = new Date()): Promise<string[]> {
  const names = (await readdir(from)).sort();
  const whole = names.filter((name) => isBackup.test(name));
  const longAgo = prefix + stampOf(new Date(now.getTime() - partialLivesMs));
  const old = [
    ...whole.slice(0, Math.max(0, whole.length - keep)),
    ...names.filter((name) => isPartial.test(name) && name < longAgo),
  ];
  for (const name of old) await rm(path.join(from, name), { recursive: true });
  return old;
}

/** When the newest whole backup in a folder was begun; undefined when there is none, or none can be read. */
export async function newestBackupAt(folder: string): Promise<Date | undefined> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => isBackup.test(name)).sort();
  const stamp = names.at(-1)?.slice(prefix.length);
  return stamp === undefined
    ? undefined
    : new Date(stamp.replace(/^(....)(..)(..T..)(..)(..Z)$/, '$1-$2-$3:$4:$5'));
}
