/** `npm run backup [-- <folder>] [--keep <n>]`: a tried copy of the database and the files of visitors. */
import './load-env';
import path from 'node:path';
import { removeOldBackups, takeBackup } from '#db/backup/take-backup.server';

const args = process.argv.slice(2);
const keepAt = args.indexOf('--keep');
const keep = keepAt < 0 ? undefined : Number(args.splice(keepAt, 2)[1]);
const into = args[0] ?? process.env.BACKUP_DIR ?? './backups';
if (
  args.length > 1 ||
  into.startsWith('-') ||
  (keep !== undefined && !(Number.isInteger(keep) && keep > 0))
) {
  console.error('usage: npm run backup [-- <folder>] [--keep <number of backups>]');
  process.exit(2);
}

try {
  const started = Date.now();
  const { folder, manifest } = await takeBackup(into);
  const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
  const rows = Object.values(manifest.rows).reduce((sum, n) => sum + n, 0);
  console.log(
    `${folder}: ${rows} rows in ${Object.keys(manifest.rows).length} tables, ${manifest.files.length - 1} files, ` +
      `${(bytes / 1e6).toFixed(1)} MB, ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  if (manifest.verified === 'read')
    console.warn('The copy was read but not tried: the database user may not create databases.');
  if (keep)
    for (const name of await removeOldBackups(into, keep)) console.log(`removed ${path.join(into, name)}`);
} catch (error) {
  console.error(`No backup was made: ${(error as Error).message}`);
  process.exitCode = 1;
}
