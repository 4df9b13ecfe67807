/** `npm run import -- <file.json> [--partial]`: loads a world file of the sample's shape. */
import './load-env';
import { readFileSync } from 'node:fs';
import { closeDatabase } from '#db/client.server';
import { migrate } from '#db/migrate.server';
import { loadStartingGroups } from '~/domain/vocabulary/vocabulary.server';
import { importWorld } from '~/domain/world/import-world.server';

const shownFaults = 50;
const args = process.argv.slice(2);
const file = args.find((a) => !a.startsWith('--'));
if (!file || args.some((a) => a.startsWith('--') && a !== '--partial')) {
  console.error('usage: npm run import -- <file.json> [--partial]');
  process.exit(2);
}

let content: unknown;
try {
  content = JSON.parse(readFileSync(file, 'utf8'));
} catch (e) {
  console.error(`${file} cannot be read: ${(e as Error).message}`);
  process.exit(2);
}
await migrate();
const groups = await loadStartingGroups();
if (groups) console.log(`vocabulary: ${groups} groups added`);
const report = await importWorld(content, {
  partial: args.includes('--partial'),
  onProgress: (list, done, total) => console.log(`${list}: ${done} of ${total}`),
});
for (const { place, code, reason } of report.faults.slice(0, shownFaults))
  console.error(`refused ${place}${code ? ` (${code})` : ''}: ${reason}`);
if (report.faults.length > shownFaults) console.error(`… and ${report.faults.length - shownFaults} more`);
if (report.ok) {
  for (const list of Object.keys(report.added))
    console.log(`${list}: ${report.added[list]} added, ${report.present[list] ?? 0} there already`);
  if (report.faults.length) console.log(`${report.faults.length} faults, the other rows were kept`);
} else {
  console.error(`Nothing was kept: ${report.faults.length} faults. --partial keeps the rows that hold.`);
}
await closeDatabase();
process.exit(report.ok ? 0 : 1);
