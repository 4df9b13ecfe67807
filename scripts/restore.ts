/** `npm run restore -- <backup>` (built: `node build/commands/restore.js <backup>`): puts a backup into the empty place that DATA_DIR and DATABASE_URL name. */
import './load-env';
import { BadBackup } from '#db/backup/manifest.server';
import { HalfRestored, restoreBackup, UnfitTarget } from '#db/backup/restore-backup.server';

const [folder, ...others] = process.argv.slice(2);
if (!folder || others.length) {
  console.error('usage: npm run restore -- <folder of a backup>');
  process.exit(2);
}

try {
  const { madeAt, rows, files } = await restoreBackup(folder);
  const sum = Object.values(rows).reduce((total, n) => total + n, 0);
  console.log(`Restored the state of ${madeAt}: ${sum} rows in ${Object.keys(rows).length} tables, ${files.length - 1} files.
Next:
  1. Start the site. It applies the migrations that are missing since then.
  2. The search index is not part of a backup. The bundled engine builds it at the start; for a server named in
     MEILI_HOST, which may still know a later state, run: node build/commands/search-rebuild.js
  3. Look at /readyz, and sign in. With another SESSION_SECRET than before, everybody has to sign in again.`);
} catch (error) {
  const known = error instanceof BadBackup || error instanceof UnfitTarget;
  if (error instanceof HalfRestored) console.error(`The restore failed: ${error.message}`);
  else
    console.error(
      `Nothing was restored: ${known ? (error as Error).message : ((error as Error).stack ?? '')}`,
    );
  process.exitCode = 1;
}
