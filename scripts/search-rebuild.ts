/** Builds both search indexes anew and swaps them in: `npm run search:rebuild`. A running site goes on meanwhile. */
import './load-env';
import { closeDatabase } from '#db/client.server';
import { stopSearch, useEngine } from '#search/engine.server';
import { rebuild } from '#search/rebuild.server';

const started = Date.now();
if (!(await useEngine())) {
  console.error(
    'Meilisearch cannot be reached or started. Set MEILI_HOST and MEILI_KEY, or install the bundled engine.',
  );
  process.exitCode = 1;
} else {
  const result = await rebuild((type, done) => console.log(`${type}: ${done}`));
  const parts = Object.entries(result).map(([type, n]) => `${n} ${type}s`);
  console.log(`Rebuilt ${parts.join(', ')} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}
await stopSearch();
await closeDatabase();
