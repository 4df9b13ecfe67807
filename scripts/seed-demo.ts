/** Makes the demo world in DATA_DIR: the sample world, the procurement catalogue, the policies and the sign-ins. */
import { readFileSync } from 'node:fs';
import { closeDatabase } from '#db/client.server';
import { migrate } from '#db/migrate.server';
import { playDemoActivity } from '~/domain/world/demo-activity.server';
import { createDemoAccounts, type DemoAccount } from '~/domain/world/demo-accounts.server';
import { loadStartingGroups } from '~/domain/vocabulary/vocabulary.server';
import { importWorld } from '~/domain/world/import-world.server';
import {
  loadReferenceData,
  type PolicyRow,
  type ProcurementItemRow,
} from '~/domain/world/reference-data.server';

const read = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T;

await migrate();
await loadReferenceData(
  read<ProcurementItemRow[]>('db/world/procurement-catalog-2022.json'),
  read<PolicyRow[]>('db/world/policies.json'),
);
await loadStartingGroups();
const report = await importWorld(read('db/world/xian-sample.json'));
if (!report.ok) throw new Error(`the sample world was refused: ${JSON.stringify(report.faults.slice(0, 5))}`);
const demo = read<{ bureau: { code: string; name: string }; accounts: DemoAccount[] }>(
  'scripts/demo-accounts.json',
);
await createDemoAccounts(demo.bureau, demo.accounts);
await playDemoActivity();
await closeDatabase();
console.log('demo world:', JSON.stringify(report.added));
